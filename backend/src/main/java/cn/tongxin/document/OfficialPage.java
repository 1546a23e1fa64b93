package cn.tongxin.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the shipped templates: a Word page in the layout of GB/T 9704, A4 with 37 mm above and 28 mm at the left, a block
 * of 156 × 225 mm with 22 lines of 28 characters, size-3 仿宋 text below a size-2 小标宋 title, the page's number at the foot.
 */
public final class OfficialPage {
    /** Twips, of 1/1440 inch. */
    private static final int SHORT_SIDE = 11906;

    private static final int LONG_SIDE = 16838;
    private static final int BLOCK = 8845;
    private static final int WIDE_BLOCK = 12757;

    private final StringBuilder body = new StringBuilder();
    private final boolean wide;

    private OfficialPage(boolean wide) {
        this.wide = wide;
    }

    public static OfficialPage portrait() {
        return new OfficialPage(false);
    }

    /** For tables of many columns: the page turned, the wide margin on top. */
    public static OfficialPage landscape() {
        return new OfficialPage(true);
    }

    /** The red heading of a letter, with its line below. */
    public OfficialPage letterhead(String text) {
        return paragraph("Letterhead", text);
    }

    /** The red name of a bulletin; its imprint follows. */
    public OfficialPage masthead(String text) {
        return paragraph("Masthead", text);
    }

    /** Who prints it at the left, when at the right, and the red line below. */
    public OfficialPage imprint(String left, String right) {
        return paragraph("Imprint", left + "\t" + right);
    }

    /** A mark in the top right corner, above everything. */
    public OfficialPage mark(String text) {
        return paragraph("Mark", text);
    }

    public OfficialPage title(String text) {
        return paragraph("Title", text);
    }

    public OfficialPage subtitle(String text) {
        return paragraph("Subtitle", text);
    }

    /** A heading of the first level, in 黑体. */
    public OfficialPage heading(String text) {
        return paragraph("Heading1", text);
    }

    /** Two characters in, as prose is set. */
    public OfficialPage prose(String text) {
        return paragraph("Prose", text);
    }

    /** From the left edge: a salutation, or the mark of a section. */
    public OfficialPage line(String text) {
        return paragraph("Line", text);
    }

    /** Small print below a table. */
    public OfficialPage note(String text) {
        return paragraph("CellText", text);
    }

    public OfficialPage right(String text) {
        return paragraph("Right", text);
    }

    public OfficialPage empty() {
        return paragraph("Line", "");
    }

    /** A cell: what it says, how it is set, and over how many columns. */
    public record Cell(String style, String text, int across) {
        /** The name of what stands beside or below. */
        public static Cell label(String text) {
            return new Cell("CellLabel", text, 1);
        }

        public static Cell centred(String text) {
            return new Cell("CellCentred", text, 1);
        }

        public static Cell value(String text) {
            return new Cell("CellText", text, 1);
        }

        public Cell over(int columns) {
            return new Cell(style, text, columns);
        }
    }

    /**
     * A row.
     *
     * @param height in millimetres at least
     * @param heads whether every page of the table begins with it
     */
    public record Row(List<Cell> cells, int height, boolean heads) {
        public static Row of(Cell... cells) {
            return new Row(List.of(cells), 9, false);
        }

        public static Row head(Cell... cells) {
            return new Row(List.of(cells), 9, true);
        }

        public Row high(int millimetres) {
            return new Row(cells, millimetres, heads);
        }
    }

    /** A table over the whole width; the columns share it in these proportions. */
    public OfficialPage table(List<Integer> columns, List<Row> rows) {
        var sum = columns.stream().mapToInt(Integer::intValue).sum();
        var widths =
                columns.stream().map(c -> c * (wide ? WIDE_BLOCK : BLOCK) / sum).toList();
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
        List.of("top", "left", "bottom", "right", "insideH", "insideV")
                .forEach(side ->
                        body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"6\" w:color=\"000000\"/>"));
        body.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        widths.forEach(width -> body.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
        body.append("</w:tblGrid>");
        rows.forEach(row -> row(row, widths));
        body.append("</w:tbl>");
        return this;
    }

    private void row(Row row, List<Integer> widths) {
        body.append("<w:tr><w:trPr><w:cantSplit/>")
                .append("<w:trHeight w:val=\"" + row.height * 1440 / 25 + "\" w:hRule=\"atLeast\"/>")
                .append(row.heads ? "<w:tblHeader/>" : "")
                .append("</w:trPr>");
        var column = 0;
        for (var cell : row.cells) {
            var width = IntStream.range(column, column + cell.across)
                    .map(widths::get)
                    .sum();
            column += cell.across;
            body.append("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>")
                    .append(cell.across > 1 ? "<w:gridSpan w:val=\"" + cell.across + "\"/>" : "")
                    .append("<w:vAlign w:val=\"center\"/></w:tcPr>");
            cell.text.lines().forEach(line -> paragraph(cell.style, line));
            if (cell.text.isEmpty()) {
                paragraph(cell.style, "");
            }
            body.append("</w:tc>");
        }
        body.append("</w:tr>");
    }

    private OfficialPage paragraph(String style, String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>");
        if (!text.isEmpty()) {
            body.append("<w:r><w:t xml:space=\"preserve\">")
                    .append(escaped(text)
                            .replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">")
                            .replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">"))
                    .append("</w:t></w:r>");
        }
        body.append("</w:p>");
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The file. The same page makes the same bytes. */
    public byte[] word() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", resource("content-types.xml"));
            put(zip, "_rels/.rels", resource("rels.xml"));
            put(zip, "word/_rels/document.xml.rels", resource("document-rels.xml"));
            put(zip, "word/styles.xml", resource("styles.xml"));
            put(zip, "word/fontTable.xml", resource("fonts.xml"));
            put(zip, "word/footer.xml", resource("footer.xml"));
            put(zip, "word/document.xml", document());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private String document() {
        var size = wide
                ? "<w:pgSz w:w=\"" + LONG_SIDE + "\" w:h=\"" + SHORT_SIDE + "\" w:orient=\"landscape\"/>"
                        + "<w:pgMar w:top=\"1587\" w:right=\"1984\" w:bottom=\"1474\" w:left=\"2097\" w:footer=\"700\""
                : "<w:pgSz w:w=\"" + SHORT_SIDE + "\" w:h=\"" + LONG_SIDE + "\"/>"
                        + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:footer=\"1100\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"" + Xml.W
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" + body
                + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>" + size
                + " w:header=\"851\" w:gutter=\"0\"/>"
                + "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>"
                + "</w:body></w:document>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OfficialPage.class.getResourceAsStream("/document/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
