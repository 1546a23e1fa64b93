package cn.tongxin.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads an .xlsx workbook sheet by sheet; a value in merged cells is given to every row of the block. */
final class XlsxReader {

    /** Built-in number formats that show a day, the Chinese ones among them. */
    private static final Set<Integer> DAY_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    /** Rows that all joined blocks of a sheet may cover together: two columns of the longest table, ten times. */
    private static final int MAX_MERGED_ROWS = 20 * TableFile.MAX_ROWS;

    private XlsxReader() {}

    static List<Sheet> read(byte[] bytes) {
        var zip = XlsxPackage.open(bytes);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            var sheets = new ArrayList<Sheet>();
            for (var sheet : workbook.getSheets().toList()) {
                var hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
                // A hidden sheet is named to the user and otherwise left alone.
                sheets.add(new Sheet(
                        sheet.getName(), hidden, hidden ? List.of() : rows(sheet, zip.merges(sheet.getName()))));
            }
            return sheets;
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw new TableRefused("table.unreadable", "The workbook is damaged; open it and save it again.");
        }
    }

    private static List<Sheet.Row> rows(org.dhatim.fastexcel.reader.Sheet sheet, List<XlsxPackage.Merge> merges)
            throws IOException {
        var rows = new ArrayList<Sheet.Row>();
        var spans = downwardSpans(merges);
        var carried = new HashMap<XlsxPackage.Merge, Cell>();
        try (var stream = sheet.openStream()) {
            for (var it = stream.iterator(); it.hasNext(); ) {
                var row = it.next();
                var cells = cells(row);
                var blank = cells.stream().allMatch(cell -> cell.shown().isBlank());
                fillDown(row.getRowNum() - 1, cells, spans, carried);
                if (blank) {
                    continue;
                }
                if (rows.size() == TableFile.MAX_ROWS) {
                    throw TableFile.tooManyRows();
                }
                rows.add(new Sheet.Row(row.getRowNum(), row.isHidden(), cells));
            }
        }
        return rows;
    }

    private static List<Cell> cells(org.dhatim.fastexcel.reader.Row row) {
        var width = Math.min(row.getCellCount(), TableFile.MAX_COLUMNS);
        var cells = new ArrayList<Cell>(width);
        for (var i = 0; i < width; i++) {
            cells.add(row.getOptionalCell(i).map(XlsxReader::cell).orElse(Cell.BLANK));
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getType()) {
            case STRING, BOOLEAN -> new Cell.Text(cut(cell.getText()));
            case NUMBER -> number(cell);
            case FORMULA -> new Cell.Formula(cut(cell.getRawValue() == null ? "" : cell.getText()));
            case ERROR -> new Cell.Broken(cell.getRawValue() == null ? "#" : cell.getRawValue());
            case EMPTY -> Cell.BLANK;
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        var format = cell.getDataFormatString();
        if (showsDay(cell.getDataFormatId(), format)) {
            return new Cell.Day(cell.asDate().toLocalDate());
        }
        // The raw text of 19900010001 may be 1.9900010001E10: still every digit.
        return new Cell.Number(new BigDecimal(cell.getRawValue()), format);
    }

    private static boolean showsDay(@Nullable Integer id, @Nullable String format) {
        if (id != null && DAY_FORMATS.contains(id)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        var bare = format.toLowerCase(java.util.Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.contains("yy") || bare.contains("m") && bare.contains("d");
    }

    private static String cut(@Nullable String text) {
        return text == null ? "" : text.length() > TableFile.MAX_CELL ? text.substring(0, TableFile.MAX_CELL) : text;
    }

    /** Blocks that reach over several rows, by each of their rows. Merges across columns alone are headings. */
    private static Map<Integer, List<XlsxPackage.Merge>> downwardSpans(List<XlsxPackage.Merge> merges) {
        var spans = new HashMap<Integer, List<XlsxPackage.Merge>>();
        var covered = 0;
        for (var merge : merges) {
            if (merge.bottom() > merge.top()
                    && merge.bottom() - merge.top() < TableFile.MAX_ROWS
                    && merge.left() == merge.right()) {
                covered += merge.bottom() - merge.top() + 1;
                if (covered > MAX_MERGED_ROWS) {
                    throw new TableRefused("table.bomb", "The workbook joins more cells than a table of people can.");
                }
                for (var row = merge.top(); row <= merge.bottom(); row++) {
                    spans.computeIfAbsent(row, _ -> new ArrayList<>()).add(merge);
                }
            }
        }
        return spans;
    }

    private static void fillDown(
            int row,
            List<Cell> cells,
            Map<Integer, List<XlsxPackage.Merge>> spans,
            Map<XlsxPackage.Merge, Cell> carried) {
        for (var merge : spans.getOrDefault(row, List.of())) {
            if (merge.left() >= TableFile.MAX_COLUMNS) {
                continue;
            }
            while (cells.size() <= merge.left()) {
                cells.add(Cell.BLANK);
            }
            if (row == merge.top()) {
                carried.put(merge, cells.get(merge.left()));
            } else {
                cells.set(merge.left(), carried.getOrDefault(merge, Cell.BLANK));
            }
        }
    }
}
