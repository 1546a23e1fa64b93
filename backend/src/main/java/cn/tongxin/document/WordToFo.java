package cn.tongxin.document;

import static java.util.Objects.requireNonNullElse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Says in XSL-FO what a Word file says: page, paragraphs, runs, tables, header and footer. That is what official documents
 * are made of; pictures, text boxes, columns and numbered lists of Word's own making are left out (docs/adr/0013).
 */
final class WordToFo {
    private static final String FO = "http://www.w3.org/1999/XSL/Format";

    private final XMLStreamWriter out;
    private final WordFormat formats;
    private final Map<String, Element> parts;

    private WordToFo(XMLStreamWriter out, WordFormat formats, Map<String, Element> parts) {
        this.out = out;
        this.formats = formats;
        this.parts = parts;
    }

    static byte[] convert(byte[] word) {
        try (var file = OPCPackage.open(new ByteArrayInputStream(word))) {
            var main = file.getPartsByContentType(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                    .getFirst();
            var parts = new HashMap<String, Element>();
            @Nullable Element styles = null;
            for (var relation : main.getRelationships()) {
                var type = relation.getRelationshipType();
                if (type.endsWith("/styles")) {
                    styles = root(target(file, relation.getTargetURI()));
                } else if (type.endsWith("/footer") || type.endsWith("/header")) {
                    parts.put(relation.getId(), root(target(file, relation.getTargetURI())));
                }
            }
            var bytes = new ByteArrayOutputStream();
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new WordToFo(out, new WordFormat(styles), parts).document(root(main));
            out.close();
            return bytes.toByteArray();
        } catch (OpenXML4JException | XMLStreamException | SAXException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PackagePart target(OPCPackage file, java.net.URI uri) throws OpenXML4JException {
        return file.getPart(PackagingURIHelper.createPartName(uri));
    }

    private static Element root(PackagePart part) throws IOException, SAXException {
        try (var in = part.getInputStream()) {
            return WordTemplate.read(in).getDocumentElement();
        }
    }

    private void document(Element root) throws XMLStreamException {
        var body = requireNonNullElse(Xml.child(root, "body"), root);
        var section = Xml.child(body, "sectPr");
        var size = Xml.child(section, "pgSz");
        var margins = Xml.child(section, "pgMar");
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("fo", "root", FO);
        out.writeNamespace("fo", FO);
        start("layout-master-set");
        start("simple-page-master");
        attribute("master-name", "page");
        attribute("page-width", twips(Xml.attribute(size, "w"), 11906));
        attribute("page-height", twips(Xml.attribute(size, "h"), 16838));
        attribute("margin-left", twips(Xml.attribute(margins, "left"), 1587));
        attribute("margin-right", twips(Xml.attribute(margins, "right"), 1474));
        var top = number(Xml.attribute(margins, "top"), 2098);
        var bottom = number(Xml.attribute(margins, "bottom"), 1984);
        var header = Math.min(number(Xml.attribute(margins, "header"), 851), top);
        var footer = Math.min(number(Xml.attribute(margins, "footer"), 851), bottom);
        attribute("margin-top", points(header));
        attribute("margin-bottom", points(footer));
        start("region-body");
        attribute("margin-top", points(top - header));
        attribute("margin-bottom", points(bottom - footer));
        end();
        start("region-before");
        attribute("extent", points(top - header));
        end();
        start("region-after");
        attribute("extent", points(bottom - footer));
        attribute("display-align", "after");
        end();
        end();
        end();
        start("page-sequence");
        attribute("master-reference", "page");
        attribute("language", "zh");
        attribute("country", "CN");
        region("xsl-region-before", part(section, "headerReference"));
        region("xsl-region-after", part(section, "footerReference"));
        start("flow");
        attribute("flow-name", "xsl-region-body");
        blocks(body);
        end();
        end();
        end();
        out.writeEndDocument();
    }

    private void region(String name, @Nullable Element content) throws XMLStreamException {
        if (content != null) {
            start("static-content");
            attribute("flow-name", name);
            blocks(content);
            end();
        }
    }

    /** The header or footer of ordinary pages. */
    private @Nullable Element part(@Nullable Element section, String reference) {
        if (section == null) {
            return null;
        }
        var found = Xml.children(section, reference).stream()
                .filter(one -> !Xml.attribute(one, "type").equals("first"))
                .filter(one -> !Xml.attribute(one, "type").equals("even"))
                .findFirst();
        return found.map(one -> parts.get(one.getAttributeNS(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")))
                .orElse(null);
    }

    private void blocks(Element container) throws XMLStreamException {
        var wrote = false;
        for (var child : Xml.children(container)) {
            if (Xml.is(child, "p")) {
                paragraph(child);
                wrote = true;
            } else if (Xml.is(child, "tbl")) {
                new WordTable(this, child).write();
                wrote = true;
            } else if (Xml.is(child, "sdt")) {
                var content = Xml.child(child, "sdtContent");
                if (content != null) {
                    blocks(content);
                    wrote = true;
                }
            }
        }
        if (!wrote) {
            start("block");
            end();
        }
    }

    void cell(Element cell) throws XMLStreamException {
        blocks(cell);
    }

    private void paragraph(Element paragraph) throws XMLStreamException {
        var format = formats.ofParagraph(paragraph);
        var size = size(format);
        start("block");
        attribute("font-family", Fonts.families(font(format)));
        attribute("font-size", size + "pt");
        attribute("text-align", align(format.getOrDefault("jc", "")));
        if (hasTwoEnds(format)) {
            attribute("text-align-last", "justify");
        }
        attribute("line-height", lineHeight(format, size));
        attribute("line-stacking-strategy", "font-height");
        indents(format, size);
        space("space-before", format.get("spacing.before"));
        space("space-after", format.get("spacing.after"));
        if (on(format.get("keepNext"))) {
            attribute("keep-with-next.within-page", "always");
        }
        if (on(format.get("pageBreakBefore"))) {
            attribute("break-before", "page");
        }
        attribute("widows", "1");
        attribute("orphans", "1");
        attribute("white-space-treatment", "preserve");
        attribute("white-space-collapse", "false");
        attribute("linefeed-treatment", "preserve");
        underneath(format);
        var runs = Xml.below(paragraph, "r", child -> Xml.is(child, "del"));
        for (var run : runs) {
            run(run, format);
        }
        if (runs.stream().allMatch(run -> Xml.children(run, "t").isEmpty())) {
            out.writeCharacters("\u00a0");
        }
        end();
    }

    /** The line below a heading, such as the red one of a letterhead. */
    private void underneath(Map<String, String> format) throws XMLStreamException {
        if (!format.getOrDefault("border", "none").matches("none|nil")) {
            var colour = format.getOrDefault("border.color", "");
            attribute("border-after-style", "solid");
            attribute("border-after-width", number(format.get("border.sz"), 4) / 8 + "pt");
            attribute("border-after-color", colour.matches("[0-9A-Fa-f]{6}") ? "#" + colour : "#000000");
            attribute("padding-after", number(format.get("border.space"), 1) + "pt");
        }
    }

    private void indents(Map<String, String> format, double size) throws XMLStreamException {
        indent("start-indent", format, "left", "leftChars", size);
        indent("end-indent", format, "right", "rightChars", size);
        var first = number(format.get("ind.firstLine"), 0) - number(format.get("ind.hanging"), 0);
        var chars = number(format.get("ind.firstLineChars"), 0) - number(format.get("ind.hangingChars"), 0);
        attribute("text-indent", chars != 0 ? chars / 100 * (size + tracking(format)) + "pt" : points(first));
    }

    private void indent(String name, Map<String, String> format, String by, String byChars, double size)
            throws XMLStreamException {
        var chars = number(format.get("ind." + byChars), 0);
        attribute(
                name,
                chars != 0
                        ? chars / 100 * (size + tracking(format)) + "pt"
                        : points(number(format.getOrDefault("ind." + by, format.get("ind.start")), 0)));
    }

    private void space(String name, @Nullable String twips) throws XMLStreamException {
        if (number(twips, 0) > 0) {
            attribute(name, points(number(twips, 0)));
            attribute(name + ".conditionality", "retain");
        }
    }

    private static String lineHeight(Map<String, String> format, double size) {
        var line = number(format.get("spacing.line"), 0);
        if (line <= 0) {
            return size * 1.3 + "pt";
        }
        return switch (format.getOrDefault("spacing.lineRule", "auto")) {
            case "exact" -> points(line);
            case "atLeast" -> Math.max(line / 20, size * 1.3) + "pt";
            default -> line / 240 * size * 1.3 + "pt"; // of a line
        };
    }

    private void run(Element run, Map<String, String> paragraph) throws XMLStreamException {
        var format = formats.ofRun(run, paragraph);
        start("inline");
        attribute("font-family", Fonts.families(font(format)));
        attribute("font-size", size(format) + "pt");
        if (on(format.get("b"))) {
            attribute("font-weight", "bold");
        }
        if (format.containsKey("u") && !format.get("u").equals("none")) {
            attribute("text-decoration", "underline");
        }
        if (format.getOrDefault("color", "").matches("[0-9A-Fa-f]{6}")) {
            attribute("color", "#" + format.get("color"));
        }
        if (tracking(format) != 0) {
            attribute("letter-spacing", tracking(format) + "pt");
        }
        for (var child : Xml.children(run)) {
            switch (String.valueOf(child.getLocalName())) {
                case "t" -> text(child.getTextContent());
                case "tab" -> tab(format);
                case "br" -> lineBreak(child);
                case "fldChar", "instrText", "fldSimple" -> field(child);
                default -> {}
            }
        }
        end();
    }

    private void text(String text) throws XMLStreamException {
        var from = 0;
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (Character.isSupplementaryCodePoint(text.codePointAt(at))) {
                out.writeCharacters(text.substring(from, at));
                from = at + 2;
                start("inline");
                attribute("font-family", "'" + Fonts.RARE + "','" + Fonts.SONG + "'");
                out.writeCharacters(text.substring(at, from));
                end();
            }
        }
        out.writeCharacters(text.substring(from));
    }

    /** What follows stands at the right edge, where there is a stop for it; elsewhere two characters on. */
    private void tab(Map<String, String> format) throws XMLStreamException {
        if (hasTwoEnds(format)) {
            start("leader");
            attribute("leader-pattern", "space");
            attribute("leader-length.minimum", "1em");
            attribute("leader-length.maximum", "100%");
            end();
        } else {
            out.writeCharacters("\u3000\u3000");
        }
    }

    private static boolean hasTwoEnds(Map<String, String> format) {
        return "right".equals(format.get("tab"));
    }

    private void lineBreak(Element mark) throws XMLStreamException {
        if (Xml.attribute(mark, "type").equals("page")) {
            start("block");
            attribute("break-after", "page");
            end();
        } else {
            out.writeCharacters("\n");
        }
    }

    /** Of fields only the page's number is known. */
    private void field(Element mark) throws XMLStreamException {
        if (mark.getTextContent().strip().toUpperCase(Locale.ROOT).startsWith("PAGE")) {
            start("page-number");
            end();
        }
    }

    private static String font(Map<String, String> format) {
        return requireNonNullElse(format.get("rFonts.eastAsia"), format.getOrDefault("rFonts.ascii", ""));
    }

    private static double size(Map<String, String> format) {
        return number(format.get("sz"), 21) / 2;
    }

    /** How much further apart than the font says its characters stand. */
    private static double tracking(Map<String, String> format) {
        return number(format.get("spacing"), 0) / 20;
    }

    private static boolean on(@Nullable String value) {
        return value != null && !List.of("0", "false", "off").contains(value);
    }

    private static String align(String jc) {
        return switch (jc) {
            case "center" -> "center";
            case "right", "end" -> "end";
            case "left", "start" -> "start";
            default -> "justify";
        };
    }

    static double number(@Nullable String text, double otherwise) {
        return text != null && text.matches("-?\\d+(\\.\\d+)?") ? Double.parseDouble(text) : otherwise;
    }

    static String twips(String text, double otherwise) {
        return points(number(text, otherwise));
    }

    static String points(double twips) {
        return twips / 20 + "pt";
    }

    void start(String name) throws XMLStreamException {
        out.writeStartElement("fo", name, FO);
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, value);
    }
}
