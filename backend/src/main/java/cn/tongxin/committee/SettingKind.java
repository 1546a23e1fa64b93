package cn.tongxin.committee;

import cn.tongxin.committee.Span.Unit;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What values a setting takes. {@code read} refuses any other with a sentence for the person who typed it. */
sealed interface SettingKind<T> {

    T read(JsonNode json);

    /** A value that is not allowed; the message is shown beside the field. */
    final class NotAllowed extends RuntimeException {
        NotAllowed(String message) {
            super(message, null, false, false);
        }
    }

    record Number(int min, int max) implements SettingKind<Integer> {
        @Override
        public Integer read(JsonNode json) {
            return wholeNumber(json, min, max);
        }
    }

    record Flag() implements SettingKind<Boolean> {
        @Override
        public Boolean read(JsonNode json) {
            require(json.isBoolean(), "请选择是或否。");
            return json.getBooleanValue();
        }
    }

    record Choice<E extends Enum<E>>(Class<E> choices) implements SettingKind<E> {
        @Override
        public E read(JsonNode json) {
            return choice(json, choices);
        }
    }

    /** Several of some, at least one. */
    record Choices<E extends Enum<E>>(Class<E> type, Set<E> choices) implements SettingKind<Set<E>> {
        @Override
        public Set<E> read(JsonNode json) {
            require(json.isArray() && json.size() >= 1 && json.size() <= choices.size(), "请至少选择一项。");
            var chosen = EnumSet.noneOf(type);
            json.values().forEach(item -> chosen.add(choice(item, type)));
            require(choices.containsAll(chosen), "请从列表中选择。");
            return chosen;
        }
    }

    /** @param maxDays the longest, a month counted as 30 days */
    record Length(Set<Unit> units, int maxDays) implements SettingKind<Span> {
        @Override
        public Span read(JsonNode json) {
            require(json.isObject(), "请填写数字和单位。");
            var unit = choice(json.get("unit"), Unit.class);
            require(units.contains(unit), "这里不能使用这个单位。");
            return new Span(wholeNumber(json.get("n"), 1, unit == Unit.MONTH ? maxDays / 30 : maxDays), unit);
        }
    }

    record Reasons(int longest) implements SettingKind<List<CodedText>> {
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,39}");

        Reasons() {
            this(40);
        }

        @Override
        public List<CodedText> read(JsonNode json) {
            var reasons = list(json, 30)
                    .map(item -> new CodedText(text(item.get("code"), longest), text(item.get("text"), 60)))
                    .toList();
            require(
                    reasons.stream()
                            .allMatch(reason -> CODE.matcher(reason.code()).matches()),
                    "代码只能用大写字母和下划线。");
            require(differ(reasons.stream().map(CodedText::code).toList()), "代码不能重复。");
            return reasons;
        }
    }

    /** A list of words or short names, each once. */
    record Words(int min, int max, int longest) implements SettingKind<List<String>> {
        @Override
        public List<String> read(JsonNode json) {
            require(json.isArray() && json.size() >= min && json.size() <= max, "请填写 " + min + " 至 " + max + " 项。");
            var words = StreamSupport.stream(json.values().spliterator(), false)
                    .map(word -> text(word, longest))
                    .toList();
            require(differ(words), "不能重复。");
            return words;
        }
    }

    record Letters() implements SettingKind<List<GradeLetter>> {
        @Override
        public List<GradeLetter> read(JsonNode json) {
            var letters = list(json, 8)
                    .map(item -> new GradeLetter(
                            text(item.get("letter"), 2),
                            text(item.get("meaning"), 60),
                            choice(item.get("grade"), ResolutionGrade.class)))
                    .toList();
            require(differ(letters.stream().map(GradeLetter::letter).toList()), "类别不能重复。");
            return letters;
        }
    }

    private static Stream<JsonNode> list(JsonNode json, int max) {
        require(json.isArray() && json.size() >= 1 && json.size() <= max, "请填写 1 至 " + max + " 项。");
        var items = StreamSupport.stream(json.values().spliterator(), false).toList();
        require(items.stream().allMatch(JsonNode::isObject), "每一项都要填写完整。");
        return items.stream();
    }

    private static String text(@Nullable JsonNode json, int max) {
        var text = json != null && json.isString() ? json.getStringValue().strip() : "";
        require(!text.isEmpty() && text.codePointCount(0, text.length()) <= max, "请填写 1 至 " + max + " 个字。");
        return text;
    }

    private static int wholeNumber(@Nullable JsonNode json, int min, int max) {
        if (json != null && json.isNumber()) {
            var value = json.getBigDecimalValue();
            if (value.compareTo(BigDecimal.valueOf(min)) >= 0
                    && value.compareTo(BigDecimal.valueOf(max)) <= 0
                    && value.stripTrailingZeros().scale() <= 0) {
                return value.intValue();
            }
        }
        throw new NotAllowed("请填写 " + min + " 至 " + max + " 的整数。");
    }

    private static <E extends Enum<E>> E choice(@Nullable JsonNode json, Class<E> choices) {
        for (var choice : choices.getEnumConstants()) {
            if (json != null && json.isString() && choice.name().equals(json.getStringValue())) {
                return choice;
            }
        }
        throw new NotAllowed("请从列表中选择。");
    }

    private static boolean differ(List<String> values) {
        return new HashSet<>(values).size() == values.size();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new NotAllowed(sentence);
        }
    }
}
