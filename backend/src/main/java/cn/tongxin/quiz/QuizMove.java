package cn.tongxin.quiz;

/** Everything that can happen to a quiz. */
sealed interface QuizMove {
    /** Of a published one the paper is made anew where it asks something else. */
    record Edit(Quiz.Plan plan) implements QuizMove {}

    /** Makes the paper from the bank as it is now; again, and the paper is brought up to date. */
    record Publish() implements QuizMove {}

    /** A wrong click taken back: it is a draft again, while nobody has begun. */
    record Withdraw() implements QuizMove {}

    /** Its window is over, or the office ends it before: attempts under way end too, with their minutes of grace. */
    record Close() implements QuizMove {}

    /** A draft is thrown away. */
    record Remove() implements QuizMove {}
}
