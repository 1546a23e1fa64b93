package cn.tongxin.storage;

import java.util.UUID;

/** A feature whose matters carry attachments. It is asked inside a transaction, about whoever acts now. */
public interface AttachmentSubject {
    /** As it stands in {@code subject_type} and in the URL. */
    String type();

    /** The first word of its kinds of history: {@code opinion} for {@code opinion.attached}. */
    default String area() {
        return type();
    }

    /** Whether there is such a matter and the caller sees it. */
    boolean sees(UUID id);

    /** Holds the matter still until the transaction ends, so that it is not handed in meanwhile. */
    void lock(UUID id);

    /** Whether the caller may attach to it and take off again, as it stands now. */
    boolean edits(UUID id);

    /** Whether the matter still exists, for nobody in particular. */
    boolean isThere(UUID id);
}
