package cn.tongxin.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What goes into a template, by the slots' names: a text, or a list whose items have slots of their own. */
public final class Slots {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Slots>> lists = new LinkedHashMap<>();

    /** A text; each line of it becomes a paragraph where the slot stands alone in one. Absent is empty. */
    public Slots text(String name, @Nullable Object value) {
        texts.put(name, Objects.toString(value, ""));
        return this;
    }

    public Slots list(String name, List<Slots> items) {
        lists.put(name, List.copyOf(items));
        return this;
    }

    /** The text of a slot in the innermost of what is around it; blank where there is none. */
    static String text(String name, List<Slots> around) {
        for (var i = around.size() - 1; i >= 0; i--) {
            var found = around.get(i).texts.get(name);
            if (found != null) {
                return found;
            }
        }
        return "";
    }

    /** How often a section appears: once for each item of a list, once for a text that is not blank, otherwise never. */
    static List<Slots> section(String name, List<Slots> around) {
        for (var i = around.size() - 1; i >= 0; i--) {
            var list = around.get(i).lists.get(name);
            if (list != null) {
                return list;
            }
            var text = around.get(i).texts.get(name);
            if (text != null) {
                return text.isBlank() ? List.of() : List.of(new Slots());
            }
        }
        return List.of();
    }
}
