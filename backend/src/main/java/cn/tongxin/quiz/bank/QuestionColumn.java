package cn.tongxin.quiz.bank;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column of a table of questions means: a field, of an option its letter, of a variant its language. */
record QuestionColumn(Field field, int option, Question.@Nullable Language language) {

    enum Field {
        KIND("kind", "题型", "类型", "题目类型", "试题类型"),
        TEXT("text", "题干", "题目", "题目内容", "试题", "试题内容", "问题", "内容"),
        OPTION("options"),
        ANSWER("answer", "答案", "正确答案", "标准答案", "参考答案"),
        POINTS("points", "分值", "分数", "分", "每题分值"),
        EXPLANATION("explanation", "解析", "答案解析", "试题解析", "题目解析"),
        TAGS("tags", "标签", "分类", "类别", "知识点");

        final String label;
        private final List<String> headings;

        Field(String label, String... headings) {
            this.label = label;
            this.headings = List.of(headings);
        }
    }

    private static final Map<String, Question.Language> LANGUAGES = Map.of(
            "藏文", Question.Language.BO,
            "藏语", Question.Language.BO,
            "维文", Question.Language.UG,
            "维吾尔文", Question.Language.UG,
            "维吾尔语", Question.Language.UG,
            "朝文", Question.Language.KO,
            "朝鲜文", Question.Language.KO,
            "朝鲜语", Question.Language.KO);
    private static final Pattern ADDED = Pattern.compile("[\\s\\p{Z}\\p{Cf}*:：、]");
    private static final Pattern IN_LANGUAGE = Pattern.compile("(.+)\\((.+)\\)");
    private static final Pattern OPTION = Pattern.compile("(?:选项|备选项|答案选项)?([A-H])(?:选项)?");

    static Optional<QuestionColumn> named(String heading) {
        var plain = ADDED.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC))
                .replaceAll("");
        var of = IN_LANGUAGE.matcher(plain);
        if (of.matches() && LANGUAGES.containsKey(of.group(2))) {
            return in(of.group(1), LANGUAGES.get(of.group(2)));
        }
        return in(plain.replaceFirst("\\(.*", ""), null);
    }

    private static Optional<QuestionColumn> in(String name, Question.@Nullable Language language) {
        var option = OPTION.matcher(name);
        if (option.matches()) {
            return Optional.of(new QuestionColumn(Field.OPTION, option.group(1).charAt(0) - 'A', language));
        }
        for (var field : Field.values()) {
            if (field.headings.contains(name)) {
                return Optional.of(new QuestionColumn(field, 0, language));
            }
        }
        return Optional.empty();
    }

    static String letter(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letter(column / 26 - 1) + letter(column % 26);
    }
}
