package cn.tongxin.committee;

import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Set;

/** How a committee takes in and reviews proposals. */
public record ProposalRules(
        Span plenaryWindow,
        int reviewStages,
        Span tellResultWithin,
        List<CodedText> notFileReasons,
        List<CodedText> categories,
        int titleMax,
        int textMin,
        int textMax,
        int suggestionsMax,
        int suggestionMax,
        Span cosignWithin,
        int cosignersMax,
        boolean editAsksAgain,
        List<String> stageNames,
        Span stageWithin,
        SecrecyWords secrecyWords,
        Set<Role> instructionReaders) {

    /** What holds where nobody has decided otherwise. */
    public static final ProposalRules STANDARD = of(SettingValues.STANDARD);

    /** What people call a stage of the review. */
    public String stageName(int stage) {
        return stage <= stageNames.size() ? stageNames.get(stage - 1) : "第" + stage + "级审查";
    }

    static ProposalRules of(SettingValues values) {
        return new ProposalRules(
                values.get(Setting.PLENARY_WINDOW),
                values.get(Setting.REVIEW_STAGES),
                values.get(Setting.TELL_RESULT_WITHIN),
                values.get(Setting.NOT_FILE_REASONS),
                values.get(Setting.CATEGORIES),
                values.get(Setting.TITLE_MAX),
                values.get(Setting.TEXT_MIN),
                values.get(Setting.TEXT_MAX),
                values.get(Setting.SUGGESTIONS_MAX),
                values.get(Setting.SUGGESTION_MAX),
                values.get(Setting.COSIGN_WITHIN),
                values.get(Setting.COSIGNERS_MAX),
                values.get(Setting.EDIT_ASKS_AGAIN),
                values.get(Setting.STAGE_NAMES),
                values.get(Setting.STAGE_WITHIN),
                new SecrecyWords(values.get(Setting.SECRECY_WORDS)),
                values.get(Setting.PROPOSAL_INSTRUCTION_READERS));
    }
}
