package cn.tongxin.document;

import java.util.List;
import java.util.Locale;

/** Reads an uploaded table, .xlsx or CSV, within limits that no honest roster comes near. */
public final class TableFile {

    static final int MAX_BYTES = 10 * 1024 * 1024;
    static final int MAX_ROWS = 20_000;
    static final int MAX_COLUMNS = 200;
    static final int MAX_CELL = 32_767;

    private TableFile() {}

    /** The sheets of the file; a CSV file is one sheet without a name. Throws {@link TableRefused} for anything else. */
    public static List<Sheet> read(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            throw new TableRefused("table.empty", "The file is empty.");
        }
        if (bytes.length > MAX_BYTES) {
            throw new TableRefused("table.too-large", "The file is larger than 10 MB.");
        }
        var content = Content.of(bytes);
        return switch (Kind.of(fileName)) {
            case XLSX ->
                switch (content) {
                    case ZIP -> XlsxReader.read(bytes);
                    case OLE ->
                        throw new TableRefused(
                                "table.locked-or-old",
                                "The workbook has a password or is an old .xls file; save it as .xlsx without a password.");
                    case TEXT, BINARY -> throw notWhatItSays("The file is named .xlsx but is not an Excel workbook.");
                };
            case CSV ->
                switch (content) {
                    case TEXT -> CsvReader.read(bytes);
                    case ZIP, OLE, BINARY -> throw notWhatItSays("The file is named .csv but is not text.");
                };
            case OTHER -> throw new TableRefused("table.kind-unknown", "Only .xlsx and .csv files can be read.");
        };
    }

    static TableRefused notWhatItSays(String message) {
        return new TableRefused("table.not-what-it-says", message);
    }

    static TableRefused tooManyRows() {
        return new TableRefused("table.too-many-rows", "Row " + (MAX_ROWS + 1) + " and those after it cannot be read.");
    }

    private enum Kind {
        XLSX,
        CSV,
        OTHER;

        static Kind of(String fileName) {
            var name = fileName.strip().toLowerCase(Locale.ROOT);
            return name.endsWith(".xlsx") ? XLSX : name.endsWith(".csv") ? CSV : OTHER;
        }
    }

    private enum Content {
        ZIP,
        OLE,
        TEXT,
        BINARY;

        static Content of(byte[] bytes) {
            if (startsWith(bytes, 'P', 'K', 3, 4)) {
                return ZIP;
            }
            if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
                return OLE;
            }
            if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
                return TEXT;
            }
            for (var b : bytes) {
                if (b == 0) {
                    return BINARY;
                }
            }
            return startsWith(bytes, '%', 'P', 'D', 'F') || startsWith(bytes, 0x89, 'P', 'N', 'G') ? BINARY : TEXT;
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
}
