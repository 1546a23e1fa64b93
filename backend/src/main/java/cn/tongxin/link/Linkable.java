package cn.tongxin.link;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A feature whose matters others may point to. However many are asked for, it takes the same few statements. */
public interface Linkable {
    /** The kind of subject, such as {@code reading-post}. */
    String type();

    /** Those among them that the present caller may see. */
    Set<UUID> seen(Collection<UUID> ids);

    /** Those among them that are more than somebody's draft, so that others may know of them though they do not see them. */
    Set<UUID> out(Collection<UUID> ids);

    /** Whether the present caller may see that one. */
    default boolean sees(UUID id) {
        return seen(List.of(id)).contains(id);
    }
}
