package cn.tongxin.unit;

import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of handling units. */
@Singleton
public class Units {
    private final DSLContext sql;

    Units(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<HandlingUnit> find(UUID id) {
        return sql.select(HANDLING_UNIT.fields())
                .from(HANDLING_UNIT)
                .where(HANDLING_UNIT.ID.eq(id))
                .fetchOptional(Units::read);
    }

    public List<HandlingUnit> find(Collection<UUID> ids) {
        return sql.select(HANDLING_UNIT.fields())
                .from(HANDLING_UNIT)
                .where(HANDLING_UNIT.ID.in(ids))
                .fetch(Units::read);
    }

    public HandlingUnit get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** Who stands for a unit on that day: itself, or after a reform its successor, and the successor's. */
    public UUID current(UUID id, LocalDate on) {
        var unit = get(id);
        while (unit.validTo() != null && !unit.validTo().isAfter(on) && unit.successor() != null) {
            unit = get(unit.successor());
        }
        return unit.id();
    }

    /** The same for many at once; whom nobody stands for is not in it. */
    public Map<UUID, UUID> current(Collection<UUID> ids, LocalDate on) {
        var now = new HashMap<UUID, UUID>();
        ids.forEach(id -> now.put(id, id));
        var known = new HashMap<UUID, HandlingUnit>();
        while (!known.keySet().containsAll(now.values())) {
            find(Set.copyOf(now.values())).forEach(unit -> known.put(unit.id(), unit));
            now.replaceAll((_, at) -> successor(known, at, on));
        }
        now.values().removeIf(at -> !Objects.requireNonNull(known.get(at)).isValidOn(on));
        return now;
    }

    /** The units for which one stands on that day: itself and whom it succeeded; none once it has ended itself. */
    public Set<UUID> standsFor(UUID id, LocalDate on) {
        if (!current(id, on).equals(id)) {
            return Set.of();
        }
        var all = new HashSet<UUID>();
        for (var next = Set.of(id); !next.isEmpty(); next = succeededBy(next, on)) {
            all.addAll(next);
        }
        return all;
    }

    private Set<UUID> succeededBy(Set<UUID> ids, LocalDate on) {
        return sql.select(HANDLING_UNIT.ID)
                .from(HANDLING_UNIT)
                .where(HANDLING_UNIT.SUCCESSOR_ID.in(ids))
                .and(HANDLING_UNIT.VALID_TO.le(on))
                .fetchSet(HANDLING_UNIT.ID);
    }

    private static UUID successor(Map<UUID, HandlingUnit> known, UUID at, LocalDate on) {
        var unit = Objects.requireNonNull(known.get(at));
        var ended = unit.validTo() != null && !unit.validTo().isAfter(on);
        return ended && unit.successor() != null ? unit.successor() : at;
    }

    /** By name; those that are no more only when asked for. */
    List<HandlingUnit> page(boolean ended, @Nullable Cursor after, int limit) {
        return sql.select(HANDLING_UNIT.fields())
                .from(HANDLING_UNIT)
                .where(which(ended))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(HANDLING_UNIT.NAME, HANDLING_UNIT.ID).gt(after.key(), after.id()))
                .orderBy(HANDLING_UNIT.NAME, HANDLING_UNIT.ID)
                .limit(Page.rows(limit))
                .fetch(Units::read);
    }

    long count(boolean ended) {
        return sql.fetchCount(sql.selectOne().from(HANDLING_UNIT).where(which(ended)));
    }

    boolean isNameTaken(HandlingUnit unit) {
        return sql.fetchExists(sql.selectOne()
                .from(HANDLING_UNIT)
                .where(HANDLING_UNIT.NAME.eq(unit.name()))
                .and(HANDLING_UNIT.VALID_TO.isNull())
                .and(HANDLING_UNIT.ID.ne(unit.id())));
    }

    /** False where the id or the name is taken. */
    boolean insert(HandlingUnit unit) {
        return sql.insertInto(HANDLING_UNIT)
                        .set(HANDLING_UNIT.ID, unit.id())
                        .set(HANDLING_UNIT.VERSION, unit.version())
                        .set(HANDLING_UNIT.NAME, unit.name())
                        .set(HANDLING_UNIT.SYSTEM, unit.system().name())
                        .set(HANDLING_UNIT.VALID_FROM, unit.validFrom())
                        .set(HANDLING_UNIT.VALID_TO, unit.validTo())
                        .set(HANDLING_UNIT.SUCCESSOR_ID, unit.successor())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(HandlingUnit next) {
        var updated = sql.update(HANDLING_UNIT)
                .set(HANDLING_UNIT.VERSION, next.version())
                .set(HANDLING_UNIT.NAME, next.name())
                .set(HANDLING_UNIT.SYSTEM, next.system().name())
                .set(HANDLING_UNIT.VALID_FROM, next.validFrom())
                .set(HANDLING_UNIT.VALID_TO, next.validTo())
                .set(HANDLING_UNIT.SUCCESSOR_ID, next.successor())
                .where(HANDLING_UNIT.ID.eq(next.id()))
                .and(HANDLING_UNIT.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw UnitActions.outdated();
        }
    }

    private static Condition which(boolean ended) {
        return ended ? DSL.noCondition() : HANDLING_UNIT.VALID_TO.isNull();
    }

    private static HandlingUnit read(Record row) {
        return new HandlingUnit(
                row.get(HANDLING_UNIT.ID),
                row.get(HANDLING_UNIT.VERSION),
                row.get(HANDLING_UNIT.NAME),
                UnitSystem.valueOf(row.get(HANDLING_UNIT.SYSTEM)),
                row.get(HANDLING_UNIT.VALID_FROM),
                row.get(HANDLING_UNIT.VALID_TO),
                row.get(HANDLING_UNIT.SUCCESSOR_ID));
    }
}
