package cn.tongxin.quiz;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a quiz. What it is made of and how many took part is for those who keep it; how the caller himself
 * stands with it is for him.
 *
 * @param now the server's time, by which the clock of a client is set right
 * @param attempts -1 without end, 0 once, n a day
 * @param parts what it asks, for those who keep it
 * @param members how many active members there are, the N of the participation
 */
@Serdeable
record QuizView(
        UUID id,
        int version,
        QuizStatus status,
        Quiz.Phase phase,
        Instant now,
        Quiz.Kind kind,
        String title,
        String note,
        Instant opensAt,
        Instant closesAt,
        @Nullable Integer minutes,
        int attempts,
        boolean shuffle,
        boolean partial,
        long questions,
        BigDecimal totalPoints,
        BigDecimal passPoints,
        boolean showsAnswers,
        boolean assessed,
        @Nullable Standing mine,
        @Nullable List<Quiz.Part> parts,
        QuizFigures.@Nullable Participation participation,
        @Nullable Integer members,
        List<String> can) {

    static QuizView of(
            Quiz quiz,
            @Nullable Standing mine,
            QuizFigures.@Nullable Participation participation,
            @Nullable Integer members,
            Instant now) {
        var caller = Caller.current();
        var plan = quiz.plan();
        var keeps = QuizPolicy.keeps(caller);
        var can = new ArrayList<>(QuizPolicy.can(caller, quiz, participation != null && participation.begun() > 0));
        if (mine != null && quiz.status() != QuizStatus.DRAFT) {
            can.addAll(QuizPolicy.can(caller, quiz.phase(now), mine));
        }
        return new QuizView(
                quiz.id(),
                quiz.version(),
                quiz.status(),
                quiz.phase(now),
                now,
                plan.kind(),
                plan.title(),
                plan.note(),
                plan.opensAt(),
                plan.closesAt(),
                plan.minutes(),
                plan.attempts(),
                plan.shuffle(),
                plan.partial(),
                plan.questions(),
                plan.totalPoints(),
                plan.passPoints(),
                plan.showsAnswers(),
                plan.assessed(),
                mine,
                keeps ? plan.parts() : null,
                participation,
                members,
                can);
    }
}
