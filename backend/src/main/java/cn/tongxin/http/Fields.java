package cn.tongxin.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a body, so that the answer names every field at once (422 {@code fields.invalid}). */
public final class Fields {
    private record Fault(String name, String code, String detail) {}

    private final List<Fault> faults = new ArrayList<>();

    /** Blanks, and characters of no width or no shape, are nothing. */
    public Fields required(String name, @Nullable Object value) {
        var missing = value == null
                || (value instanceof String text && text.codePoints().noneMatch(Fields::isSeen));
        return check(name, !missing, "required", "This is needed.");
    }

    /** A list that may be empty, but holds no null. */
    public Fields whole(String name, List<? extends @Nullable Object> list) {
        for (var i = 0; i < list.size(); i++) {
            required(name + "[" + i + "]", list.get(i));
        }
        return this;
    }

    /** Lengths count characters as people do: a character beyond the BMP is one. */
    public Fields maxLength(String name, @Nullable String text, int max) {
        return check(
                name,
                text == null || text.codePointCount(0, text.length()) <= max,
                "too-long",
                "At most " + max + " characters.");
    }

    public Fields minLength(String name, @Nullable String text, int min) {
        return check(
                name,
                text != null && text.strip().codePointCount(0, text.strip().length()) >= min,
                "too-short",
                "At least " + min + " characters.");
    }

    public Fields check(String name, boolean ok, String code, String detail) {
        if (!ok && faults.stream().noneMatch(f -> f.name.equals(name))) {
            faults.add(new Fault(name, code, detail));
        }
        return this;
    }

    /** Whether a reader sees anything of a character. */
    public static boolean isSeen(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
                    default -> true;
                };
    }

    /** Throws when anything was wrong. */
    public void orRefuse() {
        if (faults.isEmpty()) {
            return;
        }
        var refusal = Refusal.unprocessable("fields.invalid", "Some fields are missing or not right.");
        for (var fault : faults) {
            refusal.field(fault.name, fault.code, fault.detail);
        }
        throw refusal;
    }
}
