package cn.tongxin.document;

/** A file that cannot be taken as a table; the code is part of the API, the message is for a person. */
public final class TableRefused extends RuntimeException {

    private final String code;

    public TableRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
