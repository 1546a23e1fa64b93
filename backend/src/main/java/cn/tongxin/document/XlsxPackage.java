package cn.tongxin.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The zip around a workbook: opened once with a hand on the brake, before any reader trusts it. */
final class XlsxPackage {

    private static final int MAX_ENTRIES = 1_000;
    private static final long MAX_INFLATED = 64L * 1024 * 1024;
    private static final long RATIO_FROM = 1024 * 1024;
    private static final int MAX_RATIO = 200;

    /** A block of cells shown as one; rows and columns count from 0. */
    record Merge(int top, int left, int bottom, int right) {}

    private final Map<String, List<Merge>> mergesBySheet;

    private XlsxPackage(Map<String, List<Merge>> mergesBySheet) {
        this.mergesBySheet = mergesBySheet;
    }

    List<Merge> merges(String sheetName) {
        return mergesBySheet.getOrDefault(sheetName, List.of());
    }

    static XlsxPackage open(byte[] bytes) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            inflateAll(zip);
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw TableFile.notWhatItSays("The file is named .xlsx but holds no workbook.");
            }
            return new XlsxPackage(readMerges(zip));
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw new TableRefused("table.unreadable", "The workbook is damaged; open it and save it again.");
        }
    }

    /** Counts what every entry really inflates to; the sizes that a zip declares prove nothing. */
    private static void inflateAll(ZipFile zip) throws IOException {
        var entries = Collections.list(zip.getEntries());
        if (entries.size() > MAX_ENTRIES) {
            throw bomb();
        }
        var total = 0L;
        var buffer = new byte[64 * 1024];
        for (var entry : entries) {
            var size = 0L;
            try (var in = zip.getInputStream(entry)) {
                for (int n; (n = in.read(buffer)) > 0; ) {
                    if (size == 0
                            && new String(buffer, 0, Math.min(n, 4096), StandardCharsets.ISO_8859_1)
                                    .contains("<!DOCTYPE")) {
                        throw new TableRefused("table.unreadable", "The workbook defines its own document type.");
                    }
                    size += n;
                    total += n;
                    if (total > MAX_INFLATED
                            || size > RATIO_FROM && size / Math.max(1, entry.getCompressedSize()) > MAX_RATIO) {
                        throw bomb();
                    }
                }
            }
        }
    }

    private static TableRefused bomb() {
        return new TableRefused("table.bomb", "The file unpacks to far more than a table holds.");
    }

    private static Map<String, List<Merge>> readMerges(ZipFile zip) throws IOException, XMLStreamException {
        var relationBySheet = new HashMap<String, String>();
        var partByRelation = new HashMap<String, String>();
        each(zip, "xl/workbook.xml", "sheet", xml -> relationBySheet.put(attribute(xml, "name"), attribute(xml, "id")));
        each(
                zip,
                "xl/_rels/workbook.xml.rels",
                "Relationship",
                xml -> partByRelation.put(attribute(xml, "Id"), part(attribute(xml, "Target"))));
        var bySheet = new HashMap<String, List<Merge>>();
        for (var sheet : relationBySheet.entrySet()) {
            var merges = new ArrayList<Merge>();
            each(
                    zip,
                    partByRelation.getOrDefault(sheet.getValue(), ""),
                    "mergeCell",
                    xml -> merges.add(merge(attribute(xml, "ref"))));
            bySheet.put(sheet.getKey(), merges);
        }
        return bySheet;
    }

    private static void each(ZipFile zip, String part, String element, Consumer<XMLStreamReader> use)
            throws IOException, XMLStreamException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    use.accept(xml);
                }
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** "A4:B7" to numbers. */
    private static Merge merge(String ref) {
        var ends = ref.split(":", 2);
        var from = address(ends[0]);
        var to = address(ends[ends.length - 1]);
        return new Merge(from[0], from[1], to[0], to[1]);
    }

    private static int[] address(String cell) {
        var column = 0;
        var at = 0;
        while (at < cell.length() && Character.isLetter(cell.charAt(at))) {
            column = column * 26 + cell.charAt(at++) - 'A' + 1;
        }
        return new int[] {Integer.parseInt(cell.substring(at)) - 1, column - 1};
    }
}
