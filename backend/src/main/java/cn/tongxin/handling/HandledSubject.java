package cn.tongxin.handling;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * The feature whose matters are handled. Handling looks up what it needs through this and tells it what happened, inside
 * the same transaction.
 */
public interface HandledSubject {
    /** As it stands in {@code subject_type}. */
    String type();

    Map<UUID, Matter> matters(Collection<UUID> ids);

    /** Who stands behind one of them, and what was joined to it, for who works on it. */
    default Behind behind(UUID id) {
        return Behind.NOBODY;
    }

    /** The whole number of one of those; the caller logs that it is shown. */
    default Optional<String> phone(UUID seat) {
        return Optional.empty();
    }

    /**
     * Those matters that have all these words in what the units read of them.
     *
     * @param id where a matter's id stands
     * @param among the ids that may be found
     */
    Condition saying(Field<UUID> id, String words, Select<Record1<UUID>> among);

    /** Whether somebody is asked what he thinks of a reply. */
    default boolean isRated() {
        return true;
    }

    /** A unit has replied, or has taken its reply back. */
    void replied(UUID id);

    /** The office has let a reply through, or sent it back. */
    void reviewed(UUID id);

    /** A return was granted; the unit is no longer there. */
    void returned(UUID id);

    /** A reply was rated, or the time to rate it is over. */
    void rated(UUID id);
}
