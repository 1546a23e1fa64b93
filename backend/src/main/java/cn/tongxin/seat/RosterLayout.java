package cn.tongxin.seat;

import cn.tongxin.document.Cell;
import cn.tongxin.document.Sheet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a sheet's heading row is and what each of its columns means; columns count from 0. */
record RosterLayout(String sheet, int headerRow, Map<Integer, String> headers, Map<Integer, RosterField> fields) {

    private static final int LOOK_FOR_HEADER = 40;

    /** Finds the first row that names the people and at least one thing about them. */
    static Optional<RosterLayout> find(Sheet sheet) {
        var rows = sheet.rows();
        for (var i = 0; i < Math.min(rows.size(), LOOK_FOR_HEADER); i++) {
            var headers = headers(rows.get(i));
            var fields = match(headers, rows.subList(i + 1, rows.size()));
            if (fields.containsValue(RosterField.NAME)
                    && Set.copyOf(fields.values()).size() > 1) {
                if (i + 1 < rows.size()) {
                    var below = withSubHeaders(headers, rows.get(i + 1));
                    if (below.isPresent()) {
                        return Optional.of(new RosterLayout(
                                sheet.name(),
                                rows.get(i + 1).number(),
                                below.get(),
                                match(below.get(), rows.subList(i + 2, rows.size()))));
                    }
                }
                return Optional.of(new RosterLayout(sheet.name(), rows.get(i).number(), headers, fields));
            }
        }
        return Optional.empty();
    }

    /** The same sheet read as the clerk says. */
    static RosterLayout chosen(Sheet sheet, int headerRow, Map<Integer, RosterField> fields) {
        var headers = sheet.rows().stream()
                .filter(row -> row.number() == headerRow)
                .findFirst()
                .map(RosterLayout::headers)
                .orElse(Map.of());
        return new RosterLayout(sheet.name(), headerRow, headers, new TreeMap<>(fields));
    }

    @Nullable
    Integer column(RosterField field) {
        for (var entry : fields.entrySet()) {
            if (entry.getValue() == field) {
                return entry.getKey();
            }
        }
        return null;
    }

    Map<RosterField, String> letters() {
        var letters = new EnumMap<RosterField, String>(RosterField.class);
        fields.forEach((column, field) -> letters.putIfAbsent(field, letter(column)));
        return letters;
    }

    static String letter(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letter(column / 26 - 1) + letter(column % 26);
    }

    static int index(String letters) {
        return letters.chars().reduce(0, (index, letter) -> index * 26 + letter - 'A' + 1) - 1;
    }

    /** Fields by the number of their column, given by its letters. */
    static Map<Integer, RosterField> byIndex(Map<String, RosterField> columns) {
        var fields = new TreeMap<Integer, RosterField>();
        columns.forEach((letters, field) -> fields.put(index(letters), field));
        return fields;
    }

    private static Map<Integer, String> headers(Sheet.Row row) {
        var headers = new TreeMap<Integer, String>();
        for (var i = 0; i < row.cells().size(); i++) {
            var text = RosterText.tidy(row.cell(i).shown());
            if (!text.isEmpty()) {
                headers.put(i, text);
            }
        }
        return headers;
    }

    /** A second heading row under merged cells: it repeats or leaves out 姓名 and says more about another column. */
    private static Optional<Map<Integer, String>> withSubHeaders(Map<Integer, String> headers, Sheet.Row below) {
        var sub = headers(below);
        var nameRepeatedOrBlank = headers.entrySet().stream()
                .filter(header -> names(header.getValue(), RosterField.NAME))
                .allMatch(header -> !sub.containsKey(header.getKey())
                        || sub.get(header.getKey()).equals(header.getValue()));
        var saysMore = sub.entrySet().stream()
                .anyMatch(header -> !header.getValue().equals(headers.get(header.getKey()))
                        && RosterField.named(header.getValue()).isPresent());
        if (!nameRepeatedOrBlank || !saysMore) {
            return Optional.empty();
        }
        var both = new TreeMap<>(headers);
        both.putAll(sub);
        return Optional.of(both);
    }

    private static boolean names(String header, RosterField field) {
        return RosterField.named(header).filter(match -> match.field() == field).isPresent();
    }

    private static Map<Integer, RosterField> match(Map<Integer, String> headers, List<Sheet.Row> below) {
        var best = new EnumMap<RosterField, Integer>(RosterField.class);
        var ranks = new HashMap<RosterField, Integer>();
        var fields = new TreeMap<Integer, RosterField>();
        headers.forEach((column, header) -> RosterField.named(header).ifPresent(match -> {
            var field = match.field();
            if (field == RosterField.EMPLOYMENT
                    && statesRanks(column, below)
                    && !fields.containsValue(RosterField.RANK)) {
                field = RosterField.RANK;
            }
            if (field.takesSeveral()) {
                fields.put(column, field);
            } else if (!best.containsKey(field) || match.rank() < ranks.getOrDefault(field, 0)) {
                var worse = best.put(field, column);
                if (worse != null) {
                    fields.remove(worse);
                }
                ranks.put(field, match.rank());
                fields.put(column, field);
            }
        }));
        return fields;
    }

    /** "职务" alone may be the post at work or the place in the committee: what stands below it decides. */
    private static boolean statesRanks(int column, List<Sheet.Row> below) {
        var texts = below.stream()
                .map(row -> RosterText.compact(row.cell(column).shown()))
                .filter(text -> !text.isEmpty())
                .limit(200)
                .toList();
        var ranks = texts.stream()
                .filter(text -> text.matches("(政协)?(委员|常务委员|常委|主席|副主席|秘书长|副秘书长)"))
                .count();
        return !texts.isEmpty() && ranks * 2 > texts.size();
    }

    /** Fields that may stand in one column only and stand in several. */
    static Set<RosterField> doubled(Map<Integer, RosterField> fields) {
        var seen = EnumSet.noneOf(RosterField.class);
        var doubled = EnumSet.noneOf(RosterField.class);
        for (var field : fields.values()) {
            if (!field.takesSeveral() && !seen.add(field)) {
                doubled.add(field);
            }
        }
        return doubled;
    }

    Cell cell(Sheet.Row row, RosterField field) {
        var column = column(field);
        return column == null ? Cell.BLANK : row.cell(column);
    }
}
