package cn.tongxin.committee;

import java.util.List;

/** How units handle what is assigned to them, and by when. */
public record HandlingRules(
        Span acceptBy,
        Span returnWindow,
        boolean silenceAccepts,
        Span plenaryReplyDue,
        Span intersessionReplyDue,
        Span opinionDue,
        ReplyGate replyGate,
        int extensions,
        Span extensionLongest,
        int longestMonths,
        Span remindBefore,
        Span escalateToLeader,
        Span escalateToBoard,
        List<GradeLetter> gradeLetters,
        boolean replyReview,
        Span feedbackDue,
        Span feedbackRemindFirst,
        Span feedbackRemindAgain,
        Span ratingChange,
        RehandlingTrigger rehandlingTrigger,
        Span rehandlingDue,
        int rehandlings,
        SecrecyWords secrecyWords) {

    /** What holds where nobody has decided otherwise. */
    public static final HandlingRules STANDARD = of(SettingValues.STANDARD);

    static HandlingRules of(SettingValues values) {
        return new HandlingRules(
                values.get(Setting.ACCEPT_BY),
                values.get(Setting.RETURN_WINDOW),
                values.get(Setting.SILENCE_ACCEPTS),
                values.get(Setting.PLENARY_REPLY_DUE),
                values.get(Setting.INTERSESSION_REPLY_DUE),
                values.get(Setting.OPINION_DUE),
                values.get(Setting.REPLY_GATE),
                values.get(Setting.EXTENSIONS),
                values.get(Setting.EXTENSION_LONGEST),
                values.get(Setting.LONGEST_MONTHS),
                values.get(Setting.REMIND_BEFORE),
                values.get(Setting.ESCALATE_TO_LEADER),
                values.get(Setting.ESCALATE_TO_BOARD),
                values.get(Setting.GRADE_LETTERS),
                values.get(Setting.REPLY_REVIEW),
                values.get(Setting.FEEDBACK_DUE),
                values.get(Setting.FEEDBACK_REMIND_FIRST),
                values.get(Setting.FEEDBACK_REMIND_AGAIN),
                values.get(Setting.RATING_CHANGE),
                values.get(Setting.REHANDLING_TRIGGER),
                values.get(Setting.REHANDLING_DUE),
                values.get(Setting.REHANDLINGS),
                new SecrecyWords(values.get(Setting.SECRECY_WORDS)));
    }
}
