package cn.tongxin.link;

import java.util.UUID;

/** A feature in which a member goes on with a matter of another, inside that one's transaction: it begins a draft of his own. */
public interface Drafter {
    /** The kind of subject that it makes, such as {@code proposal}. */
    String type();

    /** False where the id is taken already; 403 for whoever writes none. */
    boolean draft(UUID id, String title, String text);

    /** Whether the present caller is the author of that one. */
    boolean isMine(UUID id);
}
