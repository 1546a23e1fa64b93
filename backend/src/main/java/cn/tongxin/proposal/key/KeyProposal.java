package cn.tongxin.proposal.key;

import cn.tongxin.proposal.ProposalStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key proposal as its board shows it.
 *
 * @param version the proposal's
 * @param leaderId the leader's seat, where he has one here
 * @param plannedOn until when it is to be settled
 * @param steps those of the three that were taken
 * @param light how complete they are
 * @param next the first of the three that was not taken; absent when all were
 * @param meeting the next one that is planned
 * @param can {@code change}, {@code record-step}, {@code plan-meeting}, {@code unmark}
 */
@Serdeable
record KeyProposal(
        UUID id,
        int version,
        @Nullable String caseNo,
        String title,
        ProposalStatus status,
        String proponent,
        List<String> units,
        LocalDate keyOn,
        @Nullable String leader,
        @Nullable UUID leaderId,
        @Nullable Pusher specialCommittee,
        @Nullable LocalDate plannedOn,
        List<Taken> steps,
        Light light,
        @Nullable KeyStep next,
        @Nullable Meeting meeting,
        List<String> can) {

    /** When and where one meets. */
    @Serdeable
    @Schema(name = "KeyProposalMeeting")
    record Meeting(LocalDate on, String place) {}

    /** All three, some of them, none; or not all of them though the planned day is over. */
    enum Light {
        COMPLETE,
        UNDER_WAY,
        NOT_BEGUN,
        LATE;

        static Light of(int taken, @Nullable LocalDate plannedOn, LocalDate today) {
            if (taken == KeyStep.values().length) {
                return COMPLETE;
            }
            if (plannedOn != null && plannedOn.isBefore(today)) {
                return LATE;
            }
            return taken == 0 ? NOT_BEGUN : UNDER_WAY;
        }
    }

    /** The special committee that pushes it. */
    @Serdeable
    @Schema(name = "KeyProposalCommittee")
    record Pusher(UUID id, String name) {}

    /** A step that was taken; what was said and the paper are for the office. */
    @Serdeable
    @Schema(name = "KeyProposalStep")
    record Taken(
            KeyStep step,
            LocalDate on,
            @Nullable String note,
            @Nullable UUID fileId) {}
}
