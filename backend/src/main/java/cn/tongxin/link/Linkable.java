package cn.tongxin.link;

import java.util.UUID;

/** A feature whose matters others may point to. */
public interface Linkable {
    /** The kind of subject, such as {@code reading-post}. */
    String type();

    /** Whether the present caller may see that one. */
    boolean sees(UUID id);

    /** Whether it is more than somebody's draft, so that others may know of it though they do not see it. */
    boolean isOut(UUID id);
}
