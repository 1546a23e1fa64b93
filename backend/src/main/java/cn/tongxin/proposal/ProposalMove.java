package cn.tongxin.proposal;

import cn.tongxin.handling.Handling.Order;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a proposal; each is the body of a request, but for the last ones, which follow from what
 * units and proponents do. A {@code version} says which text the person has seen: an older one is refused.
 */
public sealed interface ProposalMove {
    /** What the reader had on screen; unchecked where absent. */
    default @Nullable Integer version() {
        return null;
    }

    /** The lead proponent asks others to sign; {@code answerBy} where the usual time is not meant. */
    @Serdeable
    record Invite(@Nullable List<UUID> seats, @Nullable LocalDate answerBy) implements ProposalMove {}

    /** The proponent hands it in. {@code secrecyConfirmed} is the tick below the text. */
    @Serdeable
    record Submit(@Nullable Integer version, boolean secrecyConfirmed) implements ProposalMove {}

    /** The office takes it into review. */
    @Serdeable
    record Accept(@Nullable Integer version) implements ProposalMove {}

    /** The office or a reviewer sends it back, saying why. */
    @Serdeable
    record Return(@Nullable Integer version, @Nullable String reason) implements ProposalMove {}

    /** A reviewer passes the stage he looks at; the last stage is decided by filing or not filing. */
    @Serdeable
    record Review(
            @Nullable Integer version, int stage, @Nullable String comment) implements ProposalMove {}

    /** It is filed and gets its case number. */
    @Serdeable
    record File(@Nullable Integer version) implements ProposalMove {}

    /**
     * It is not filed: a reason of the list ({@code OTHER} asks for a comment), and where it goes.
     *
     * @param referredTo who gets it as a letter or is to raise it above, where that is known; at most 100 characters
     */
    @Serdeable
    record NotFile(
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable Disposition disposition,
            @Nullable String comment,
            @Nullable String referredTo)
            implements ProposalMove {}

    /** The filing is taken back: the number is void, the assignments are cancelled, it is in the last review stage again. */
    @Serdeable
    record UnFile(@Nullable Integer version, @Nullable String reason) implements ProposalMove {}

    /** It joins the same matter of a filed one. */
    @Serdeable
    record Merge(UUID into) implements ProposalMove {}

    /** It stands for itself again, in the last review stage; only before the first reply to what it had joined. */
    @Serdeable
    record UnMerge(@Nullable String reason) implements ProposalMove {}

    /** Two matters in one text: each becomes a draft of its proponent. */
    @Serdeable
    record Split(
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable List<Part> parts) implements ProposalMove {}

    /** One matter of several. */
    @Serdeable
    record Part(
            @Nullable String title,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable List<String> suggestions) {}

    /** The proponent asks, once, that what was not filed is reviewed again. */
    @Serdeable
    record Appeal(@Nullable String reason) implements ProposalMove {}

    /** The proponent says whether what was not filed may become an opinion report. */
    @Serdeable
    record AnswerConversion(boolean agreed, @Nullable String comment) implements ProposalMove {}

    /** The proponent takes it back; after filing the office does, with a reason, and only before the first reply. */
    @Serdeable
    record Withdraw(@Nullable Integer version, @Nullable String reason) implements ProposalMove {}

    /** It is handed to units. */
    @Serdeable
    record Assign(@Nullable Integer version, @Nullable List<Order> units) implements ProposalMove {}

    /** The chair council chose it as a key proposal, led by one of its members. */
    @Serdeable
    record MarkKey(@Nullable UUID ledBy) implements ProposalMove {}

    /** It is no key proposal any more. */
    @Serdeable
    record UnmarkKey(@Nullable String reason) implements ProposalMove {}

    /** The proponent was not satisfied: the units that did not satisfy him answer once more. */
    @Serdeable
    record Rehandle(@Nullable Integer version, @Nullable String reason) implements ProposalMove {}

    /**
     * After the last round proponent and units met face to face; the minutes say what came of it, and the case is closed,
     * as unresolved where it was not {@code resolved}.
     */
    @Serdeable
    record Consult(
            @Nullable Integer version,
            @Nullable LocalDate on,
            @Nullable String attendees,
            @Nullable String minutes,
            boolean resolved)
            implements ProposalMove {}

    /** The case is closed. A proponent who let the time pass is noted as silent. */
    @Serdeable
    record Close(@Nullable Integer version) implements ProposalMove {}

    /** A wrong click is taken back, while nobody has acted on it. */
    record TakeBack() implements ProposalMove {}

    /** A unit has replied, or has taken its reply back. */
    record Replied() implements ProposalMove {}

    /** The office has let a reply through, or has sent it back. */
    record Reviewed() implements ProposalMove {}

    /** A unit's return was granted. */
    record Returned() implements ProposalMove {}

    /** A reply was rated. */
    record Rated() implements ProposalMove {}
}
