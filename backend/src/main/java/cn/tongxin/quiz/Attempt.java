package cn.tongxin.quiz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's going through a paper, by the server's clock. */
record Attempt(
        UUID id,
        UUID quizId,
        UUID paperId,
        UUID seatId,
        Status status,
        LocalDate startedOn,
        Instant startedAt,
        Instant endsAt,
        @Nullable Result result) {

    /** Under way, handed in, or ended by time with what was saved. */
    enum Status {
        STARTED,
        SUBMITTED,
        EXPIRED
    }

    record Result(Instant finishedAt, BigDecimal points, boolean passed) {}

    /**
     * An item as it was drawn, with what was answered last.
     *
     * @param answer in the paper's letters; null while nothing was
     * @param revision counts the answers to it, in the order in which the server took them
     * @param points once it is marked
     */
    record Answer(
            int place,
            Paper.Item item,
            OptionOrder order,
            @Nullable List<String> answer,
            int revision,
            @Nullable String device,
            @Nullable Instant savedAt,
            @Nullable BigDecimal points) {

        static Answer open(int place, Paper.Item item, OptionOrder order) {
            return new Answer(place, item, order, null, 0, null, null, null);
        }

        List<String> given() {
            return answer == null ? List.of() : answer;
        }

        /** Whether another device has answered otherwise since this one last looked. */
        boolean isNews(@Nullable String toDevice, int known) {
            return revision > known && device != null && !device.equals(toDevice);
        }
    }

    /** Until when its submission is taken. */
    Instant acceptedUntil() {
        return endsAt.plus(Quiz.GRACE);
    }

    boolean isOpen() {
        return status == Status.STARTED;
    }
}
