package cn.tongxin.quiz.bank;

import cn.tongxin.document.Cell;
import cn.tongxin.document.Sheet;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.quiz.bank.QuestionColumn.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet of questions below its heading. */
final class QuestionTable {
    private static final int LOOK_FOR_HEADING = 20;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z},，、;；]+");
    private static final Pattern LOOKS_LIKE_FORMULA = Pattern.compile("[=@＝＠].*", Pattern.DOTALL);
    private static final Map<String, QuestionKind> KINDS = Map.ofEntries(
            Map.entry("单选题", QuestionKind.SINGLE),
            Map.entry("单选", QuestionKind.SINGLE),
            Map.entry("单项选择题", QuestionKind.SINGLE),
            Map.entry("单项选择", QuestionKind.SINGLE),
            Map.entry("多选题", QuestionKind.MULTIPLE),
            Map.entry("多选", QuestionKind.MULTIPLE),
            Map.entry("多项选择题", QuestionKind.MULTIPLE),
            Map.entry("多项选择", QuestionKind.MULTIPLE),
            Map.entry("不定项选择题", QuestionKind.MULTIPLE),
            Map.entry("判断题", QuestionKind.TRUE_FALSE),
            Map.entry("判断", QuestionKind.TRUE_FALSE),
            Map.entry("是非题", QuestionKind.TRUE_FALSE),
            Map.entry("填空题", QuestionKind.FILL),
            Map.entry("填空", QuestionKind.FILL));
    private static final Map<String, String> TRUTHS = Map.ofEntries(
            Map.entry("正确", "TRUE"),
            Map.entry("对", "TRUE"),
            Map.entry("是", "TRUE"),
            Map.entry("√", "TRUE"),
            Map.entry("t", "TRUE"),
            Map.entry("true", "TRUE"),
            Map.entry("错误", "FALSE"),
            Map.entry("错", "FALSE"),
            Map.entry("否", "FALSE"),
            Map.entry("×", "FALSE"),
            Map.entry("x", "FALSE"),
            Map.entry("f", "FALSE"),
            Map.entry("false", "FALSE"));

    private final Sheet sheet;
    private final int headingRow;
    private final Map<QuestionColumn, Integer> columns;

    private QuestionTable(Sheet sheet, int headingRow, Map<QuestionColumn, Integer> columns) {
        this.sheet = sheet;
        this.headingRow = headingRow;
        this.columns = columns;
    }

    /** A row as it was read; without a content where it has a fault. */
    record Read(
            String sheet,
            int row,
            String text,
            Question.@Nullable Content content,
            List<QuestionImport.Fault> faults) {}

    /** The first row that names at least kind, text and answer is the heading. */
    static Optional<QuestionTable> find(Sheet sheet) {
        return sheet.rows().stream()
                .limit(LOOK_FOR_HEADING)
                .map(row -> new QuestionTable(sheet, row.number(), columns(row)))
                .filter(table -> Stream.of(Field.KIND, Field.TEXT, Field.ANSWER)
                        .allMatch(field -> table.columns.containsKey(new QuestionColumn(field, 0, null))))
                .findFirst();
    }

    private static Map<QuestionColumn, Integer> columns(Sheet.Row row) {
        var columns = new LinkedHashMap<QuestionColumn, Integer>();
        for (var i = 0; i < row.cells().size(); i++) {
            var at = i;
            QuestionColumn.named(row.cell(i).shown()).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        return columns;
    }

    List<Read> rows() {
        return sheet.rows().stream()
                .filter(row -> row.number() > headingRow)
                .filter(row -> columns.values().stream()
                        .anyMatch(column -> !row.cell(column).shown().isBlank()))
                .map(row -> new Reading(row).read())
                .toList();
    }

    /** One row while it is read. */
    private final class Reading {
        private final Sheet.Row row;
        private final List<QuestionImport.Fault> faults = new ArrayList<>();

        Reading(Sheet.Row row) {
            this.row = row;
        }

        Read read() {
            var text = text(Field.TEXT);
            var kind = kind();
            var options = options(null);
            var points = points();
            if (kind == null) {
                return new Read(sheet.name(), row.number(), text, null, faults);
            }
            var content = new Question.Content(
                    kind,
                    text,
                    options,
                    answer(kind),
                    points,
                    text(Field.EXPLANATION),
                    split(text(Field.TAGS)).distinct().toList(),
                    variants());
            try {
                content.check(new Fields()).orRefuse();
            } catch (Refusal refused) {
                refused.fields().forEach(fault -> faults.add(fault(fault.name(), fault.code())));
            }
            return new Read(sheet.name(), row.number(), text, faults.isEmpty() ? content : null, faults);
        }

        private @Nullable QuestionKind kind() {
            var name = text(Field.KIND);
            var kind = KINDS.get(SEPARATORS.matcher(name).replaceAll(""));
            if (kind == null) {
                faults.add(fault("kind", name.isEmpty() ? "required" : "unknown"));
            }
            return kind;
        }

        private BigDecimal points() {
            var text = text(Field.POINTS).replaceFirst("分$", "");
            try {
                return text.isEmpty() ? BigDecimal.ONE : new BigDecimal(text);
            } catch (NumberFormatException unreadable) {
                return BigDecimal.ZERO; // which is no worth, and said to be none
            }
        }

        private List<String> answer(QuestionKind kind) {
            var text = text(Field.ANSWER);
            return switch (kind) {
                case SINGLE, MULTIPLE ->
                    QuestionKind.plain(SEPARATORS.matcher(text).replaceAll(""))
                            .chars()
                            .mapToObj(letter -> String.valueOf((char) letter).toUpperCase(java.util.Locale.ROOT))
                            .sorted()
                            .toList();
                case TRUE_FALSE -> List.of(TRUTHS.getOrDefault(QuestionKind.plain(text), text));
                case FILL ->
                    Stream.of(text.split("[|｜]"))
                            .map(String::strip)
                            .filter(spelling -> !spelling.isEmpty())
                            .toList();
            };
        }

        /** Up to the last one that is filled; a gap before it is at fault. */
        private List<String> options(Question.@Nullable Language language) {
            var options = new ArrayList<String>();
            for (var i = 0; i < QuestionKind.MOST_OPTIONS; i++) {
                options.add(text(new QuestionColumn(Field.OPTION, i, language)));
            }
            while (!options.isEmpty() && options.getLast().isEmpty()) {
                options.removeLast();
            }
            return options;
        }

        private List<Question.Variant> variants() {
            var variants = new TreeMap<Question.Language, Question.Variant>();
            for (var language : Question.Language.values()) {
                var variant = new Question.Variant(
                        language,
                        text(new QuestionColumn(Field.TEXT, 0, language)),
                        options(language),
                        text(new QuestionColumn(Field.EXPLANATION, 0, language)));
                if (!variant.text().isEmpty() || !variant.options().isEmpty()) {
                    variants.put(language, variant);
                }
            }
            return List.copyOf(variants.values());
        }

        private String text(Field field) {
            return text(new QuestionColumn(field, 0, null));
        }

        private String text(QuestionColumn column) {
            var at = columns.get(column);
            var cell = at == null ? Cell.BLANK : row.cell(at);
            var shown = cell.shown().strip();
            var code = switch (cell) {
                case Cell.Formula _ -> "formula";
                case Cell.Broken _ -> "broken";
                case Cell.Text _, Cell.Number _, Cell.Day _ ->
                    LOOKS_LIKE_FORMULA.matcher(shown).matches() ? "formula" : null;
            };
            if (code != null && at != null) {
                faults.add(new QuestionImport.Fault(QuestionColumn.letter(at), column.field().label, code));
            }
            return shown;
        }

        private QuestionImport.Fault fault(String name, String code) {
            var column = columns.entrySet().stream()
                    .filter(each -> name.startsWith("variants.")
                            ? name.endsWith("." + each.getKey().language())
                            : each.getKey().language() == null
                                    && each.getKey().field().label.equals(name))
                    .map(each -> QuestionColumn.letter(each.getValue()))
                    .findFirst();
            return new QuestionImport.Fault(column.orElse(null), name, code);
        }

        private static Stream<String> split(String text) {
            return Stream.of(SEPARATORS.split(text)).filter(part -> !part.isEmpty());
        }
    }
}
