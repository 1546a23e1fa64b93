package cn.tongxin.quiz;

import cn.tongxin.http.Refusal;

/** The whole course of a quiz. */
enum QuizStatus {
    DRAFT,
    PUBLISHED,
    CLOSED;

    QuizStatus after(QuizMove move) {
        return switch (move) {
            case QuizMove.Edit _ when this != CLOSED -> this;
            case QuizMove.Publish _ when this != CLOSED -> PUBLISHED;
            case QuizMove.Withdraw _ when this == PUBLISHED -> DRAFT;
            case QuizMove.Close _ when this == PUBLISHED -> CLOSED;
            case QuizMove.Remove _ when this == DRAFT -> DRAFT;
            case QuizMove.Edit _, QuizMove.Publish _, QuizMove.Withdraw _, QuizMove.Close _, QuizMove.Remove _ ->
                throw Refusal.conflict("quiz.move-not-allowed", "A quiz in " + this + " cannot take this step.")
                        .with("state", this);
        };
    }
}
