package cn.tongxin.proposal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to sign a proposal beside its lead.
 *
 * @param answerBy until when he may sign; after it he has not
 */
public record Cosigner(
        UUID seat,
        String name,
        State state,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate signedOn,
        @Nullable String comment,
        @Nullable Paper paper) {

    /**
     * The paper on which he said it, where the office entered it for him.
     *
     * @param enteredBy the name of who entered it
     * @param no where the paper is kept
     * @param file the paper, scanned
     */
    @Serdeable
    public record Paper(
            String enteredBy, @Nullable String no, @Nullable UUID file) {}

    /** What came of it. Only who is {@code ASKED} may answer, only who has {@code SIGNED} proposes beside the lead. */
    public enum State {
        ASKED,
        SIGNED,
        DECLINED,
        REVOKED,
        LAPSED
    }

    /** As it is on a day: a request that nobody answered in time has lapsed. */
    Cosigner on(LocalDate today) {
        return state == State.ASKED && answerBy != null && answerBy.isBefore(today)
                ? new Cosigner(seat, name, State.LAPSED, answerBy, null, comment, null)
                : this;
    }
}
