package cn.tongxin.document;

import java.util.List;

/** A file that cannot serve as a template; the code is part of the API. */
final class TemplateRefused extends RuntimeException {
    private final String code;
    private final List<String> slots;

    TemplateRefused(String code, String message, List<String> slots) {
        super(message, null, false, false);
        this.code = code;
        this.slots = slots;
    }

    String code() {
        return code;
    }

    /** The slots that are not known. */
    List<String> slots() {
        return slots;
    }
}
