package cn.tongxin.committee;

import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Set;

/** How a committee takes in and answers opinion reports. */
public record OpinionRules(
        int titleMax,
        int textMax,
        int microMax,
        Span answerWithin,
        List<CodedText> notUsedReasons,
        Set<Role> instructionReaders) {

    static OpinionRules of(SettingValues values) {
        return new OpinionRules(
                values.get(Setting.OPINION_TITLE_MAX),
                values.get(Setting.OPINION_TEXT_MAX),
                values.get(Setting.OPINION_MICRO_MAX),
                values.get(Setting.OPINION_ANSWER_WITHIN),
                values.get(Setting.OPINION_NOT_USED_REASONS),
                values.get(Setting.OPINION_INSTRUCTION_READERS));
    }
}
