package cn.tongxin.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Opens what the service wrote without the libraries that wrote it: the JDK's zip and StAX, PDFBox for PDF. */
public final class Reading {
    private Reading() {}

    /** The entries of a zip by name, as its directory has them. */
    public static Map<String, byte[]> unzip(byte[] bytes) {
        var entries = new LinkedHashMap<String, byte[]>();
        try {
            var file = Files.createTempFile("tongxin-reading", ".zip");
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
            return entries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The paragraphs of a Word file, those of cells too, in order. */
    public static List<String> paragraphs(byte[] word) {
        return collect(unzip(word).get("word/document.xml"), "p", "t");
    }

    /** The rows of the first sheet, cells joined by a bar. */
    public static List<String> rows(byte[] excel) {
        var entries = unzip(excel);
        var shared = entries.containsKey("xl/sharedStrings.xml")
                ? collect(entries.get("xl/sharedStrings.xml"), "si", "t")
                : List.<String>of();
        var rows = new ArrayList<String>();
        try {
            var in = XMLInputFactory.newDefaultFactory()
                    .createXMLStreamReader(new ByteArrayInputStream(entries.get("xl/worksheets/sheet1.xml")));
            var row = new ArrayList<String>();
            var type = "";
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (in.getLocalName()) {
                        case "row" -> row.clear();
                        case "c" -> type = String.valueOf(in.getAttributeValue(null, "t"));
                        case "v" ->
                            row.add(
                                    type.equals("s")
                                            ? shared.get(Integer.parseInt(in.getElementText()))
                                            : in.getElementText());
                        case "t" -> row.add(in.getElementText());
                        case "f" -> row.add("FORMULA " + in.getElementText());
                        default -> {}
                    }
                } else if (in.isEndElement() && in.getLocalName().equals("row")) {
                    rows.add(String.join("|", row));
                }
            }
            return rows;
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> collect(byte[] xml, String unit, String text) {
        var units = new ArrayList<String>();
        try {
            var in = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
            var current = new StringBuilder();
            while (in.hasNext()) {
                var event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && in.getLocalName().equals(unit)) {
                    current.setLength(0);
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && in.getLocalName().equals(text)) {
                    current.append(in.getElementText());
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && in.getLocalName().equals("br")) {
                    current.append('\n');
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && in.getLocalName().equals(unit)) {
                    units.add(current.toString());
                }
            }
            return units;
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(new String(xml, StandardCharsets.UTF_8), failure);
        }
    }

    /** The text of a PDF as it is read from the page. */
    public static String pdf(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
