package cn.tongxin.stand;

/** Something a person can mend before starting again; the message says what. */
public final class StandException extends RuntimeException {

    public StandException(String message) {
        super(message);
    }

    public StandException(String message, Throwable cause) {
        super(message, cause);
    }
}
