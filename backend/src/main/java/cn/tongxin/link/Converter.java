package cn.tongxin.link;

import java.util.UUID;

/** The feature that takes over matters of others, inside their transaction: it makes a row of its own and answers its id. */
public interface Converter {
    /** The kind of subject that it makes, such as {@code opinion_report}. */
    String type();

    UUID take(Convertible matter);
}
