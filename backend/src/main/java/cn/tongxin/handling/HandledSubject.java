package cn.tongxin.handling;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * The feature whose matters are handled. Handling looks up what it needs through this and tells it what happened, inside
 * the same transaction.
 */
public interface HandledSubject {
    /** As it stands in {@code subject_type}. */
    String type();

    Map<UUID, Matter> matters(Collection<UUID> ids);

    /** A unit has replied, or has taken its reply back. */
    void replied(UUID id);

    /** A return was granted; the unit is no longer there. */
    void returned(UUID id);

    /** The proponent has rated a reply. */
    void rated(UUID id);
}
