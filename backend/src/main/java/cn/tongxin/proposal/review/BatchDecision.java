package cn.tongxin.proposal.review;

import cn.tongxin.proposal.Disposition;
import cn.tongxin.proposal.ProposalMove;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision for several proposals.
 *
 * @param items which, each in the version that was on the screen
 * @param stage the stage that is passed
 * @param referredTo who gets what was not filed as a letter or is to raise it above
 * @param reason a code of the committee's list, for not filing
 */
@Serdeable
record BatchDecision(
        @Nullable List<Item> items,
        @Nullable Kind kind,
        @Nullable Integer stage,
        @Nullable String reason,
        @Nullable Disposition disposition,
        @Nullable String comment,
        @Nullable String referredTo) {

    /** What is decided. */
    enum Kind {
        ACCEPT,
        PASS,
        FILE,
        NOT_FILE
    }

    @Serdeable
    record Item(@Nullable UUID id, int version) {
        UUID proposal() {
            return Objects.requireNonNull(id);
        }
    }

    ProposalMove move(Kind decided, int version) {
        return switch (decided) {
            case ACCEPT -> new ProposalMove.Accept(version);
            case PASS -> new ProposalMove.Review(version, stage == null ? 0 : stage, comment);
            case FILE -> new ProposalMove.File(version);
            case NOT_FILE -> new ProposalMove.NotFile(version, reason, disposition, comment, referredTo);
        };
    }
}
