package cn.tongxin.committee;

import java.util.List;

/** How units handle what is assigned to them, and by when. */
public record HandlingRules(
        Span acceptBy,
        Span returnWindow,
        boolean silenceAccepts,
        Span plenaryReplyDue,
        Span intersessionReplyDue,
        List<GradeLetter> gradeLetters,
        Span feedbackDue) {

    /** What holds where nobody has decided otherwise. */
    public static final HandlingRules STANDARD = of(SettingValues.STANDARD);

    static HandlingRules of(SettingValues values) {
        return new HandlingRules(
                values.get(Setting.ACCEPT_BY),
                values.get(Setting.RETURN_WINDOW),
                values.get(Setting.SILENCE_ACCEPTS),
                values.get(Setting.PLENARY_REPLY_DUE),
                values.get(Setting.INTERSESSION_REPLY_DUE),
                values.get(Setting.GRADE_LETTERS),
                values.get(Setting.FEEDBACK_DUE));
    }
}
