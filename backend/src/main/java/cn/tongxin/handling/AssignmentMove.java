package cn.tongxin.handling;

import cn.tongxin.committee.ResolutionGrade;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an assignment; each is the body of a request. A {@code version} says which text the person
 * has seen: an older one is refused.
 */
public sealed interface AssignmentMove {
    /** What the reader had on screen; unchecked where absent. */
    default @Nullable Integer version() {
        return null;
    }

    /** The unit signs for it. */
    @Serdeable
    record Accept(@Nullable Integer version) implements AssignmentMove {}

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

    /**
     * The unit answers. {@code grade} is the letter that the committee prints (A, B …); under which code it is counted is
     * a setting.
     */
    @Serdeable
    record Reply(
            @Nullable Integer version,
            @Nullable String docNo,
            @Nullable String text,
            @Nullable List<Answer> answers,
            @Nullable String grade,
            @Nullable Contact contact,
            @Nullable String signer,
            @Nullable LocalDate signedOn)
            implements AssignmentMove {}

    /** The matter was taken from the unit. Never a request: it follows from a move of the matter. */
    record Cancel(String reason) implements AssignmentMove {}

    /** A wrong click, while nobody has acted on it. */
    record TakeBack() implements AssignmentMove {}

    /** What the reply says to one suggestion. */
    @Serdeable
    record Answer(int no, String text) {}

    /** The talk with the proponent before the reply. */
    @Serdeable
    record Contact(
            @Nullable ContactMode mode,
            @Nullable LocalDate on,
            @Nullable String who) {}

    /** How unit and proponent talked. */
    enum ContactMode {
        MEET,
        FORUM,
        PHONE,
        MAIL,
        LETTER,
        OTHER
    }

    /** A reply as it was counted: the letter, and the code it stands for. */
    record Graded(@Nullable String letter, ResolutionGrade grade) {}
}
