package cn.tongxin.committee;

import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a committee takes in and answers opinion reports. */
public record OpinionRules(
        int titleMax,
        int textMax,
        int microMax,
        Span answerWithin,
        List<CodedText> notUsedReasons,
        List<CodedText> topics,
        SecrecyWords secrecyWords,
        Set<Role> instructionReaders) {

    /** What a topic is called; a standard one that is in the list no more keeps its name, any other its own words. */
    public @Nullable String topicName(@Nullable String topic) {
        return named(topic)
                .or(() -> Setting.OPINION_TOPICS.standard().stream()
                        .filter(each -> each.code().equals(topic))
                        .map(CodedText::text)
                        .findFirst())
                .orElse(topic);
    }

    /** Whether it may be chosen: by its code, or by its name, as reports had it before there were codes. */
    public boolean knowsTopic(String topic) {
        return topics.stream()
                .anyMatch(each -> each.code().equals(topic) || each.text().equals(topic));
    }

    /** The code with the names under which it may stand in earlier reports. */
    public Set<String> wordsOfTopic(String topic) {
        return Stream.concat(topics.stream(), Setting.OPINION_TOPICS.standard().stream())
                .filter(each -> each.code().equals(topic))
                .map(CodedText::text)
                .collect(Collectors.collectingAndThen(Collectors.toSet(), words -> {
                    words.add(topic);
                    return words;
                }));
    }

    private Optional<String> named(@Nullable String topic) {
        return topics.stream()
                .filter(each -> each.code().equals(topic))
                .map(CodedText::text)
                .findFirst();
    }

    static OpinionRules of(SettingValues values) {
        return new OpinionRules(
                values.get(Setting.OPINION_TITLE_MAX),
                values.get(Setting.OPINION_TEXT_MAX),
                values.get(Setting.OPINION_MICRO_MAX),
                values.get(Setting.OPINION_ANSWER_WITHIN),
                values.get(Setting.OPINION_NOT_USED_REASONS),
                values.get(Setting.OPINION_TOPICS),
                new SecrecyWords(values.get(Setting.SECRECY_WORDS)),
                values.get(Setting.OPINION_INSTRUCTION_READERS));
    }
}
