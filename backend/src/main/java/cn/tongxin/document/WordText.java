package cn.tongxin.document;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The text of a paragraph, which Word cuts into runs as it pleases: read as a whole, replaced where it begins. */
final class WordText {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** What XML cannot hold. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final List<Element> pieces;
    private final int[] lengths;
    private final String whole;

    private WordText(List<Element> pieces) {
        var texts = pieces.stream().map(Element::getTextContent).toList();
        this.pieces = pieces;
        this.lengths = texts.stream().mapToInt(String::length).toArray();
        this.whole = String.join("", texts);
    }

    static WordText of(Element paragraph) {
        return new WordText(Xml.below(paragraph, "t", child -> Xml.is(child, "p")));
    }

    String whole() {
        return whole;
    }

    /** Each slot gives way to its text, in the format of its first character. */
    void replaceAll(Function<MatchResult, String> replacement) {
        // From the end, so that what stands before keeps its place.
        for (var slot : WordTemplate.SLOT.matcher(whole).results().toList().reversed()) {
            replace(slot.start(), slot.end(), clean(replacement.apply(slot)));
        }
        pieces.forEach(WordText::breakLines);
    }

    private void replace(int start, int end, String text) {
        var at = 0;
        var put = false;
        for (var i = 0; i < lengths.length; at += lengths[i++]) {
            var from = Math.max(start - at, 0);
            var to = Math.min(end - at, lengths[i]);
            if (from < to) {
                var piece = pieces.get(i);
                var content = piece.getTextContent();
                piece.setTextContent(content.substring(0, from) + (put ? "" : text) + content.substring(to));
                piece.setAttributeNS(XML, "xml:space", "preserve");
                put = true;
            }
        }
    }

    private static String clean(String text) {
        return FORBIDDEN.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }

    /** A line break is an element of its own. */
    private static void breakLines(Element piece) {
        var lines = piece.getTextContent().split("\n", -1);
        if (lines.length == 1) {
            return;
        }
        var run = piece.getParentNode();
        for (var i = 0; i < lines.length - 1; i++) {
            var before = (Element) run.insertBefore(piece.cloneNode(false), piece);
            before.setTextContent(lines[i]);
            run.insertBefore(piece.getOwnerDocument().createElementNS(Xml.W, "w:br"), piece);
        }
        piece.setTextContent(lines[lines.length - 1]);
    }
}
