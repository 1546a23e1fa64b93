package cn.tongxin.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What one asks of WordprocessingML elements, {@code w:p} and the like. */
final class Xml {
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Xml() {}

    static boolean is(Node node, String name) {
        return node instanceof Element && W.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    static @Nullable Element child(@Nullable Element parent, String name) {
        return parent == null
                ? null
                : children(parent).stream()
                        .filter(child -> is(child, name))
                        .findFirst()
                        .orElse(null);
    }

    /** Every element of that name below, in the order of the text, but not below what is cut off. */
    static List<Element> below(Element parent, String name, Predicate<Element> cut) {
        var found = new ArrayList<Element>();
        for (var child : children(parent)) {
            if (is(child, name)) {
                found.add(child);
            } else if (!cut.test(child)) {
                found.addAll(below(child, name, cut));
            }
        }
        return found;
    }

    /** The attribute {@code w:name} of an element that may not be there; "" where it is not. */
    static String attribute(@Nullable Element element, String name) {
        return element == null ? "" : element.getAttributeNS(W, name);
    }

    static String value(@Nullable Element parent, String name) {
        return attribute(child(parent, name), "val");
    }
}
