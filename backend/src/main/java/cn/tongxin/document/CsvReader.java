package cn.tongxin.document;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads CSV as offices save it: UTF-8, GBK or what Excel calls Unicode text, with commas, semicolons or tabs. */
final class CsvReader {

    /** Excel users write ="19900010001" so that a long number stays text. */
    private static final Pattern TEXT_GUARD = Pattern.compile("=\"([^\"=]*)\"");

    private CsvReader() {}

    static List<Sheet> read(byte[] bytes) {
        var text = decode(bytes);
        var rows = new ArrayList<Sheet.Row>();
        // Lone quotes in the middle of a field are common in hand-made files; the library accepts them.
        try (var records = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            var number = 0;
            for (var record : records) {
                number++;
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == TableFile.MAX_ROWS) {
                    throw TableFile.tooManyRows();
                }
                rows.add(new Sheet.Row(number, false, cells(record)));
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new TableRefused(
                    "table.unreadable", "The file cannot be read as CSV; a quotation mark may not be closed.");
        }
        return List.of(new Sheet("", false, rows));
    }

    private static List<Cell> cells(CsvRecord record) {
        var fields = record.getFields();
        var cells = new ArrayList<Cell>(fields.size());
        for (var field : fields.subList(0, Math.min(fields.size(), TableFile.MAX_COLUMNS))) {
            var guarded = TEXT_GUARD.matcher(field.strip());
            cells.add(new Cell.Text(guarded.matches() ? guarded.group(1) : field));
        }
        return cells;
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        try {
            return strictly(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return decode(bytes, 0, Charset.forName("GB18030"));
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        try {
            return strictly(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw new TableRefused(
                    "table.encoding-unknown", "The text is neither UTF-8 nor GBK; save it again as .xlsx.");
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static char separator(String text) {
        var best = ',';
        var most = 0L;
        var head = text.lines().limit(20).toList();
        for (var candidate : new char[] {',', '\t', ';'}) {
            var count = head.stream()
                    .flatMapToInt(String::chars)
                    .filter(c -> c == candidate)
                    .count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (var i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
