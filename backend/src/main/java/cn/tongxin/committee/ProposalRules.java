package cn.tongxin.committee;

import java.util.List;

/** How a committee takes in and reviews proposals. */
public record ProposalRules(
        Span plenaryWindow,
        int reviewStages,
        Span tellResultWithin,
        List<NotFileReason> notFileReasons,
        int titleMax,
        int textMin,
        int textMax,
        int suggestionsMax,
        int suggestionMax) {

    /** What holds where nobody has decided otherwise. */
    public static final ProposalRules STANDARD = of(SettingValues.STANDARD);

    static ProposalRules of(SettingValues values) {
        return new ProposalRules(
                values.get(Setting.PLENARY_WINDOW),
                values.get(Setting.REVIEW_STAGES),
                values.get(Setting.TELL_RESULT_WITHIN),
                values.get(Setting.NOT_FILE_REASONS),
                values.get(Setting.TITLE_MAX),
                values.get(Setting.TEXT_MIN),
                values.get(Setting.TEXT_MAX),
                values.get(Setting.SUGGESTIONS_MAX),
                values.get(Setting.SUGGESTION_MAX));
    }
}
