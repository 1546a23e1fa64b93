package cn.tongxin.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** How paragraphs and runs look once defaults, styles and their own marks are laid over each other. */
final class WordFormat {
    /** What is read of paragraphs and runs, each an element with attributes. */
    private static final List<String> READ = List.of(
            "jc", "ind", "spacing", "keepNext", "pageBreakBefore", "rFonts", "sz", "b", "i", "u", "color", "vertAlign");

    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private String normal = "";

    /** @param root of styles.xml; a file may have none */
    WordFormat(@Nullable Element root) {
        if (root == null) {
            return;
        }
        var standard = Xml.child(root, "docDefaults");
        read(Xml.child(Xml.child(standard, "rPrDefault"), "rPr"), defaults);
        read(Xml.child(Xml.child(standard, "pPrDefault"), "pPr"), defaults);
        for (var style : Xml.children(root, "style")) {
            var id = Xml.attribute(style, "styleId");
            styles.put(id, style);
            if (Xml.attribute(style, "type").equals("paragraph")
                    && Xml.attribute(style, "default").matches("1|true|on")) {
                normal = id;
            }
        }
    }

    /** Of a paragraph: {@code jc}, {@code ind.firstLine}, {@code spacing.line} and the runs' marks that its style sets. */
    Map<String, String> ofParagraph(Element paragraph) {
        var format = new HashMap<>(defaults);
        var own = Xml.child(paragraph, "pPr");
        var style = Xml.value(own, "pStyle");
        inherit(style.isEmpty() ? normal : style, format);
        read(own, format);
        return format;
    }

    Map<String, String> ofRun(Element run, Map<String, String> paragraph) {
        var format = new HashMap<>(paragraph);
        var own = Xml.child(run, "rPr");
        inherit(Xml.value(own, "rStyle"), format);
        read(own, format);
        return format;
    }

    private void inherit(String id, Map<String, String> format) {
        var chain = new java.util.ArrayDeque<Element>();
        var seen = new HashSet<String>();
        for (var at = id; styles.containsKey(at) && seen.add(at); at = Xml.value(chain.peek(), "basedOn")) {
            chain.push(styles.get(at));
        }
        chain.forEach(style -> {
            read(Xml.child(style, "pPr"), format);
            read(Xml.child(style, "rPr"), format);
        });
    }

    private static void read(@Nullable Element properties, Map<String, String> into) {
        for (var name : READ) {
            read(name, Xml.child(properties, name), into);
        }
        read("border", Xml.child(Xml.child(properties, "pBdr"), "bottom"), into);
        read("tab", Xml.child(Xml.child(properties, "tabs"), "tab"), into);
    }

    private static void read(String name, @Nullable Element property, Map<String, String> into) {
        if (property != null) {
            var attributes = property.getAttributes();
            if (attributes.getLength() == 0) {
                into.put(name, "1");
            }
            for (var i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.item(i);
                var key = "val".equals(attribute.getLocalName()) ? name : name + "." + attribute.getLocalName();
                into.put(key, attribute.getNodeValue());
            }
        }
    }
}
