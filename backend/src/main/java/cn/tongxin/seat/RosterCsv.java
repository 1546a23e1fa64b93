package cn.tongxin.seat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a table that Excel opens; no cell of it can begin a formula. */
final class RosterCsv {

    private RosterCsv() {}

    static byte[] of(RosterReport report) {
        var text = new StringWriter().append('\uFEFF');
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord("工作表", "行", "姓名", "结果", "列", "代码", "原因");
        for (var row : report.rows()) {
            var reasons = Stream.concat(
                            row.problems().stream()
                                    .map(problem -> new Reason(problem.column(), problem.code(), problem.reason())),
                            row.questions().stream()
                                    .map(question -> new Reason(null, question.code(), question.reason())))
                    .toList();
            csv.writeRecord(
                    safe(row.sheet()),
                    Integer.toString(row.row()),
                    safe(row.name()),
                    words(row.outcome()),
                    reasons.stream()
                            .map(reason -> reason.column() == null ? "" : reason.column())
                            .filter(column -> !column.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(" ")),
                    reasons.stream().map(Reason::code).collect(Collectors.joining(" ")),
                    safe(reasons.stream().map(Reason::words).collect(Collectors.joining("；"))));
        }
        flush(csv);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Reason(@org.jspecify.annotations.Nullable String column, String code, String words) {}

    /** A leading = + - @ or control character would run in a spreadsheet; an apostrophe keeps it text. */
    private static String safe(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*") ? "'" + text : text;
    }

    private static String words(RosterOutcome outcome) {
        return switch (outcome) {
            case IMPORTED -> "导入";
            case UPDATED -> "更新";
            case ENDED -> "离任";
            case UNCHANGED -> "已在册";
            case SKIPPED -> "不导入";
            case REFUSED -> "不能导入";
            case ASKED -> "需确认";
            case NOT_A_PERSON -> "不是委员";
        };
    }
}
