package cn.tongxin.document;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel file row by row, so that a long list costs no more memory than a short one. Every cell is text; a value
 * that Excel would take for a formula when it is saved as CSV or typed over gets an apostrophe before it.
 */
public final class CatalogueFile implements AutoCloseable {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);
    private static final int FLUSH_EVERY = 200;
    private static final int CELL = 32_767;
    private static final int HEAD = 1;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row = HEAD + 1;

    public static final MediaType TYPE =
            MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A column: its heading and its width in characters of half a Chinese one. */
    public record Column(String name, int width) {}

    /**
     * @param name of the sheet
     * @param title above the headings, over all columns
     * @param mark stands on every printed page: who took it out, and when
     */
    public CatalogueFile(OutputStream out, String name, String title, @Nullable String mark, List<Column> columns) {
        workbook = new Workbook(out, "Tongxin", "1.0");
        sheet = workbook.newWorksheet(name);
        if (mark != null) {
            sheet.header(safe(mark).replace("&", "&&"), Position.CENTER);
        }
        for (var i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.value(HEAD, i, columns.get(i).name());
        }
        sheet.value(0, 0, safe(title));
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .merge()
                .set();
        sheet.range(HEAD, 0, HEAD, columns.size() - 1)
                .style()
                .bold()
                .borderStyle("thin")
                .horizontalAlignment("center")
                .set();
        sheet.freezePane(0, HEAD + 1);
        sheet.repeatRows(HEAD);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
    }

    public void add(List<String> values) throws IOException {
        for (var i = 0; i < values.size(); i++) {
            sheet.inlineString(row, i, safe(values.get(i)));
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    /** What a cell may hold: text that no table program runs, without what XML cannot carry. */
    static String safe(String value) {
        var clean = value.replaceAll("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
        var guarded = FORMULA.matcher(clean).matches() ? "'" + clean : clean;
        return guarded.length() <= CELL ? guarded : guarded.substring(0, CELL);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
