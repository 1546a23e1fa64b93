package cn.tongxin.handling;

import cn.tongxin.committee.DueDate;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an assignment; each that a person makes is the body of a request. A {@code version} says
 * which text the person has seen: an older one is refused.
 */
public sealed interface AssignmentMove {
    /** What the reader had on screen; unchecked where absent. */
    default @Nullable Integer version() {
        return null;
    }

    /** The unit signs for it. */
    @Serdeable
    record Accept(@Nullable Integer version) implements AssignmentMove {}

    /** The days to return it passed without a word. Time makes this move. */
    record Silence() implements AssignmentMove {}

    /** The unit says that it is not its matter. It may not hand it on itself. */
    @Serdeable
    record RequestReturn(
            @Nullable Integer version, @Nullable String reason) implements AssignmentMove {}

    /** The office grants the return, naming another unit or none yet, or refuses it; either with a reason. */
    @Serdeable
    record DecideReturn(
            @Nullable Integer version,
            boolean granted,
            @Nullable String reason,
            @Nullable UUID unitId) implements AssignmentMove {}

    /** The unit asks for a later day, saying why. */
    @Serdeable
    record RequestExtension(
            @Nullable Integer version,
            @Nullable LocalDate until,
            @Nullable String reason) implements AssignmentMove {}

    /** The office grants the day that was asked for, or an earlier one, or refuses with a reason. */
    @Serdeable
    record DecideExtension(
            @Nullable Integer version,
            boolean granted,
            @Nullable LocalDate until,
            @Nullable String reason) implements AssignmentMove {}

    /** An assisting unit tells the leading one its opinion. */
    @Serdeable
    record Opine(
            @Nullable Integer version,
            @Nullable String docNo,
            @Nullable String text,
            @Nullable String signer,
            @Nullable LocalDate signedOn)
            implements AssignmentMove {}

    /**
     * The unit answers. {@code grade} is the letter that the committee prints (A, B …); under which code it is counted is
     * a setting. {@code contact} is one more talk, needed where none was recorded in this round. What hangs on the assignment as it is sent is part of it.
     *
     * @param openToPublic the public may read it, which is so where nothing is said
     * @param notOpenReason why not, where not; at most 200 characters
     * @param liaison whom of the unit the proponent may ask, as the letter says it; at most 40 characters, as the number
     */
    @Serdeable
    record Reply(
            @Nullable Integer version,
            @Nullable String docNo,
            @Nullable String text,
            @Nullable List<Answer> answers,
            @Nullable String grade,
            Contact.@Nullable Given contact,
            @Nullable String signer,
            @Nullable LocalDate signedOn,
            @Nullable List<Promise> promises,
            @Nullable Boolean openToPublic,
            @Nullable String notOpenReason,
            @Nullable String liaison,
            @Nullable String liaisonPhone)
            implements AssignmentMove {}

    /** The office lets the reply through, correcting its grade where that is wrong, or sends it back with a reason. */
    @Serdeable
    record ReviewReply(
            @Nullable Integer version,
            boolean approved,
            @Nullable String reason,
            @Nullable String grade) implements AssignmentMove {}

    /** The proponent was not satisfied: one more round. It follows from a move of the matter. */
    record Rehandle(DueDate by) implements AssignmentMove {}

    /** Its unit is no more; the successor takes over. Time makes this move. */
    record HandOn(UUID unit) implements AssignmentMove {}

    /** The matter was taken from the unit. It follows from a move of the matter. */
    record Cancel(String reason) implements AssignmentMove {}

    /** A wrong click, while nobody has acted on it. */
    record TakeBack() implements AssignmentMove {}

    /** What the reply says to one suggestion. */
    @Serdeable
    record Answer(int no, String text) {}
}
