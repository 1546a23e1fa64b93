package cn.tongxin.opinion;

import cn.tongxin.handling.Handling.Order;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an opinion report; each is the body of a request, but for the issuing, which an issue does to
 * all its reports, and for what follows from a unit's work. A {@code version} says which text the person has seen.
 */
public sealed interface OpinionMove {
    /** What the reader had on screen; unchecked where absent. */
    default @Nullable Integer version() {
        return null;
    }

    /** Whether a wrong click can be taken back, while nobody has acted on it. */
    default boolean canBeTakenBack() {
        return false;
    }

    /** The author hands it in. {@code secrecyConfirmed} is the tick below the text. */
    @Serdeable
    record Submit(@Nullable Integer version, boolean secrecyConfirmed) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /** An editor takes it, from the queue or from what was retained. */
    @Serdeable
    record Take(@Nullable Integer version) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /** Back to the author to write it anew, saying why. */
    @Serdeable
    record Return(@Nullable Integer version, @Nullable String reason) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /**
     * It is kept for later, with a reason of the list ({@code OTHER} asks for a comment).
     *
     * @param referredTo to whom it was passed, where it was; at most 100 characters
     */
    @Serdeable
    record Retain(
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable String referredTo) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /**
     * It is not used. With {@code OTHER_CHANNEL} the author is told where to go, and the text is sealed.
     *
     * @param referredTo to whom it was passed, at most 100 characters; with {@code OTHER_CHANNEL} it is needed
     */
    @Serdeable
    record NotUse(
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable String referredTo) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /** The editor hands his edition to the approver. */
    @Serdeable
    record RequestApproval(@Nullable Integer version) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /** The approver gives it back to the editor, saying why. */
    @Serdeable
    record SendBack(@Nullable Integer version, @Nullable String reason) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /** It is issued as a piece of an issue. */
    record Issue(OpinionReport.Mode mode) implements OpinionMove {}

    /** It is handed to units, which owe a reply. */
    @Serdeable
    record Forward(@Nullable Integer version, @Nullable List<Order> units) implements OpinionMove {}

    /** A unit has replied, has taken its reply back, or has returned it. */
    record Followed() implements OpinionMove {}

    /** Nothing is open any more. Outcomes may still be added. */
    @Serdeable
    record Close(@Nullable Integer version) implements OpinionMove {
        @Override
        public boolean canBeTakenBack() {
            return true;
        }
    }

    /** The author takes it back before it is issued; afterwards the office withdraws it, with a note. */
    @Serdeable
    record Withdraw(@Nullable Integer version, @Nullable String reason) implements OpinionMove {}

    /** A copy goes to the committee above. */
    @Serdeable
    record SendUp(@Nullable Integer version) implements OpinionMove {}

    /** A wrong click is taken back, while nobody has acted on it. */
    record TakeBack() implements OpinionMove {}
}
