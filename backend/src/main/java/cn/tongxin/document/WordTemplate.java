package cn.tongxin.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.StreamHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A Word file with named slots, as an office writes it in Word: {@code {{案由}}} is replaced by a text; what stands between
 * {@code {{#建议}}} and {@code {{/建议}}}, each in a paragraph of its own or both in one row of a table, is repeated for each
 * item of a list, or shown only where a text is not blank. What is put in is text and never read as a slot.
 */
public final class WordTemplate {
    static final Pattern SLOT = Pattern.compile("\\{\\{\\s*([#/]?)\\s*([^{}#/\\s]{1,40})\\s*}}");
    private static final Set<String> FILLED = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml");

    private final byte[] bytes;

    private WordTemplate(byte[] bytes) {
        this.bytes = bytes;
    }

    public static WordTemplate of(byte[] bytes) {
        return new WordTemplate(bytes);
    }

    /**
     * Checks what an office uploads as a template: a Word file that can be read, holds no macro, fetches nothing from
     * outside, and names no slot but the known ones. Throws {@link TemplateRefused}.
     */
    public void check(Set<String> known) {
        var unknown = new TreeSet<String>();
        try (var file = open()) {
            for (var part : file.getParts()) {
                if (part.getContentType().contains("vbaProject")
                        || part.getContentType().contains("macroEnabled")) {
                    throw new TemplateRefused("template.has-macro", "The template holds a macro.", List.of());
                }
                fetchesNothing(part);
                if (FILLED.contains(part.getContentType())) {
                    for (var paragraph : below(root(part))) {
                        SLOT.matcher(WordText.of(paragraph).whole())
                                .results()
                                .forEach(slot -> unknown.add(slot.group(2)));
                    }
                }
            }
        } catch (TemplateRefused refused) {
            throw refused;
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | UnsupportedFileFormatException
                | EmptyFileException
                | IOException
                | SAXException
                | IllegalStateException unreadable) {
            throw new TemplateRefused("template.unreadable", "This is no Word file that can be read.", List.of());
        }
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new TemplateRefused("template.unknown-slot", "Some slots are not known.", List.copyOf(unknown));
        }
    }

    /** A template of somebody else's choosing must not make a reader's Word open another file, unasked. */
    private static void fetchesNothing(PackagePart part) throws OpenXML4JException {
        if (part.isRelationshipPart()) {
            return;
        }
        for (var relation : part.getRelationships()) {
            if (relation.getTargetMode() == TargetMode.EXTERNAL
                    && !relation.getRelationshipType().endsWith("/hyperlink")) {
                throw new TemplateRefused(
                        "template.fetches", "The template fetches something from outside.", List.of());
            }
        }
    }

    /** The filled file. */
    public byte[] fill(Slots slots) {
        try (var file = open()) {
            for (var part : file.getParts()) {
                if (FILLED.contains(part.getContentType())) {
                    var root = root(part);
                    for (var container : containers(root)) {
                        fill(Xml.children(container), List.of(slots));
                    }
                    try (var out = part.getOutputStream()) {
                        StreamHelper.saveXmlInStream(root.getOwnerDocument(), out);
                    }
                }
            }
            var filled = new ByteArrayOutputStream();
            file.save(filled);
            return filled.toByteArray();
        } catch (OpenXML4JException | SAXException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private OPCPackage open() throws OpenXML4JException, IOException {
        return OPCPackage.open(new ByteArrayInputStream(bytes));
    }

    private static Element root(PackagePart part) throws IOException, SAXException {
        try (var in = part.getInputStream()) {
            return read(in).getDocumentElement();
        }
    }

    static Document read(java.io.InputStream xml) throws IOException, SAXException {
        return DocumentHelper.readDocument(xml);
    }

    /** The body of a document; a header or footer is one itself. */
    private static List<Element> containers(Element root) {
        var body = Xml.child(root, "body");
        return List.of(body == null ? root : body);
    }

    private static List<Element> below(Element root) {
        return Xml.below(root, "p", _ -> false);
    }

    private void fill(List<Element> siblings, List<Slots> around) {
        for (var i = 0; i < siblings.size(); i++) {
            var element = siblings.get(i);
            if (Xml.is(element, "p")) {
                var opened = mark(element, "#");
                if (opened == null) {
                    fillParagraph(element, around);
                } else {
                    var end = endOf(opened, siblings, i);
                    repeat(siblings.subList(i, end + 1), siblings.subList(i + 1, end), opened, around);
                    i = end;
                }
            } else if (Xml.is(element, "tr")) {
                fillRow(element, around);
            } else {
                fill(Xml.children(element), around);
            }
        }
    }

    /** A row that names a list at its beginning stands for as many rows as the list has items. */
    private void fillRow(Element row, List<Slots> around) {
        var section = below(row).stream()
                .flatMap(p -> SLOT.matcher(WordText.of(p).whole()).results())
                .filter(slot -> slot.group(1).equals("#"))
                .map(slot -> slot.group(2))
                .findFirst();
        if (section.isEmpty()) {
            fill(Xml.children(row), around);
        } else {
            repeat(List.of(row), List.of(row), section.get(), around);
        }
    }

    private void repeat(List<Element> whole, List<Element> repeated, String name, List<Slots> around) {
        var first = whole.getFirst();
        var parent = first.getParentNode();
        for (var item : Slots.section(name, around)) {
            var inside = new ArrayList<>(around);
            inside.add(item);
            var copies = repeated.stream()
                    .map(element -> (Element) parent.insertBefore(element.cloneNode(true), first))
                    .toList();
            if (repeated == whole || Xml.is(first, "tr")) {
                copies.forEach(copy -> fill(Xml.children(copy), inside));
            } else {
                fill(copies, inside);
            }
        }
        var cell = parent;
        whole.forEach(parent::removeChild);
        if (Xml.is(cell, "tc") && Xml.child((Element) cell, "p") == null) {
            // Word wants a paragraph in every cell.
            cell.appendChild(cell.getOwnerDocument().createElementNS(Xml.W, "w:p"));
        }
    }

    private static int endOf(String name, List<Element> siblings, int from) {
        var depth = 0;
        for (var i = from; i < siblings.size(); i++) {
            if (Xml.is(siblings.get(i), "p")) {
                depth += name.equals(mark(siblings.get(i), "#")) ? 1 : 0;
                depth -= name.equals(mark(siblings.get(i), "/")) ? 1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return from; // never closed: nothing is repeated, and the mark itself goes
    }

    /** The name of a section whose mark fills this paragraph. */
    private static @Nullable String mark(Element paragraph, String kind) {
        var text = SLOT.matcher(WordText.of(paragraph).whole().strip());
        return text.matches() && text.group(1).equals(kind) ? text.group(2) : null;
    }

    /** A slot alone in its paragraph makes one paragraph of each line; elsewhere a line break stands between them. */
    private static void fillParagraph(Element paragraph, List<Slots> around) {
        var text = WordText.of(paragraph);
        var alone = SLOT.matcher(text.whole().strip());
        if (!alone.matches() || !alone.group(1).isEmpty()) {
            text.replaceAll(slot -> slot.group(1).isEmpty() ? Slots.text(slot.group(2), around) : "");
            return;
        }
        var lines = Slots.text(alone.group(2), around).strip().split("\\R");
        var parent = paragraph.getParentNode();
        for (var line : lines) {
            var copy = (Element) parent.insertBefore(paragraph.cloneNode(true), paragraph);
            WordText.of(copy).replaceAll(_ -> line.strip());
        }
        parent.removeChild(paragraph);
    }
}
