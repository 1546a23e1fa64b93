package cn.tongxin.quiz;

import cn.tongxin.http.Fields;
import cn.tongxin.quiz.bank.Question;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quiz as it stands in its row: what it asks of whom, from when to when (domain §3.8). */
record Quiz(UUID id, int version, QuizStatus status, Plan plan, UUID createdBy, Instant createdAt, Instant updatedAt) {
    /** How long after its end an attempt is still taken, with the answers that a phone kept while it had no signal. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final BigDecimal MOST_POINTS = new BigDecimal("9999.99");
    private static final int LONGEST_MINUTES = 600;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_QUESTIONS = 200;

    /** What it belongs to: the study of members, or reading. */
    enum Kind {
        STUDY,
        READING
    }

    /** Where it stands by the clock: not open yet, open, or over for everybody, the last minutes of grace included. */
    enum Phase {
        UPCOMING,
        OPEN,
        ENDING,
        OVER
    }

    /** One question of the bank, or {@code draws} by chance of those with a tag; {@code points} are for each question. */
    @Serdeable
    record Part(@Nullable UUID questionId, @Nullable String tag, int draws, BigDecimal points) {}

    /**
     * What the office sets.
     *
     * @param minutes from an attempt's start to its end, if that is limited
     * @param attempts -1 without end, 0 once, n a day
     * @param partial whether some of the right options are worth a part of the points
     * @param assessed whether it counts toward assessment; only then are those who took part named
     */
    record Plan(
            Kind kind,
            String title,
            String note,
            Instant opensAt,
            Instant closesAt,
            @Nullable Integer minutes,
            int attempts,
            boolean shuffle,
            boolean partial,
            BigDecimal totalPoints,
            BigDecimal passPoints,
            boolean showsAnswers,
            boolean assessed,
            List<Part> parts) {

        Fields check(Fields fields) {
            fields.required("title", title)
                    .maxLength("title", title, 60)
                    .maxLength("note", note, 2000)
                    .check(
                            "opensAt",
                            opensAt.isAfter(EARLIEST) && opensAt.isBefore(LATEST),
                            "out-of-range",
                            "Our time.")
                    .check("closesAt", closesAt.isAfter(opensAt), "before-start", "It closes after it opens.")
                    .check("closesAt", closesAt.isBefore(LATEST), "out-of-range", "Our time.")
                    .check(
                            "minutes",
                            minutes == null || (minutes > 0 && minutes <= LONGEST_MINUTES),
                            "out-of-range",
                            "1 to 600.")
                    .check(
                            "attempts",
                            attempts >= -1 && attempts <= MOST_ATTEMPTS,
                            "out-of-range",
                            "-1 without end, 0 once, n a day.")
                    .check(
                            "totalPoints",
                            isSum(totalPoints) && totalPoints.signum() > 0,
                            "out-of-range",
                            "0 to 9999.99.")
                    .check(
                            "passPoints",
                            isSum(passPoints) && passPoints.compareTo(totalPoints) <= 0,
                            "out-of-range",
                            "From 0 to the total.")
                    .check("parts", questions() <= MOST_QUESTIONS, "too-many", "At most 200 questions.");
            var seen = new HashSet<Object>();
            for (var i = 0; i < parts.size(); i++) {
                check(fields, "parts[" + i + "]", parts.get(i), seen);
            }
            return fields;
        }

        private static void check(Fields fields, String name, Part part, HashSet<Object> seen) {
            var tag = part.tag();
            fields.check(name, (part.questionId() == null) != (tag == null), "required", "A question or a tag.")
                    .check(name, tag == null || !tag.isBlank(), "required", "A question or a tag.")
                    .check(
                            name,
                            part.draws() >= 1 && (part.questionId() == null || part.draws() == 1),
                            "out-of-range",
                            "At least one question.")
                    .check(name, Question.Content.isWorth(part.points()), "out-of-range", "Points in hundredths.")
                    .check(
                            name,
                            seen.add(List.of(String.valueOf(part.questionId()), String.valueOf(tag))),
                            "doubled",
                            "Each once.");
        }

        /** How many questions each attempt gets. */
        long questions() {
            return parts.stream().mapToLong(Part::draws).sum();
        }

        BigDecimal points() {
            return parts.stream()
                    .map(part -> part.points().multiply(BigDecimal.valueOf(part.draws())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Plan closingAt(Instant end) {
            return new Plan(
                    kind,
                    title,
                    note,
                    opensAt,
                    end,
                    minutes,
                    attempts,
                    shuffle,
                    partial,
                    totalPoints,
                    passPoints,
                    showsAnswers,
                    assessed,
                    parts);
        }

        private static boolean isSum(BigDecimal points) {
            return points.signum() >= 0
                    && points.compareTo(MOST_POINTS) <= 0
                    && points.stripTrailingZeros().scale() <= 2;
        }
    }

    static Quiz draft(UUID id, Plan plan, UUID by, Instant now) {
        return new Quiz(id, 1, QuizStatus.DRAFT, plan, by, now, now);
    }

    Quiz after(QuizMove move, Instant now) {
        var next = switch (move) {
            case QuizMove.Edit edit -> edit.plan();
            case QuizMove.Close _ when now.isBefore(plan.closesAt()) -> plan.closingAt(now);
            case QuizMove.Close _, QuizMove.Publish _, QuizMove.Withdraw _, QuizMove.Remove _ -> plan;
        };
        return new Quiz(id, version + 1, status.after(move), next, createdBy, createdAt, now);
    }

    Phase phase(Instant now) {
        return now.isBefore(plan.opensAt())
                ? Phase.UPCOMING
                : now.isBefore(plan.closesAt())
                        ? Phase.OPEN
                        : now.isAfter(plan.closesAt().plus(GRACE)) ? Phase.OVER : Phase.ENDING;
    }

    /** When an attempt that starts now ends. */
    Instant endOf(Instant start) {
        var minutes = plan.minutes();
        var end = minutes == null ? plan.closesAt() : start.plus(Duration.ofMinutes(minutes));
        return end.isBefore(plan.closesAt()) ? end : plan.closesAt();
    }

    /** Whether members may read the keys: never while anybody may still send answers. */
    boolean showsKeys(Instant now) {
        return plan.showsAnswers() && status != QuizStatus.DRAFT && phase(now) == Phase.OVER;
    }
}
