package cn.tongxin.evidence;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SECTOR;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Breaks a figure of proposals down, by the condition that counts and lists it, so that the parts make the whole. */
@Singleton
public class Breakdown {
    private final DSLContext sql;

    Breakdown(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A part of a figure.
     *
     * @param name the category, the unit, the code of the sex; nothing where none is known
     * @param of of a rate its N
     */
    public record Part(
            @Nullable String name, long n, @Nullable Long of) {}

    /** What a kind counts must be proposals, or what units were given of them; only the latter are a unit's each. */
    public static boolean knows(EvidenceKind kind, Dimension by) {
        return switch (kind.subjectType()) {
            case "assignment" -> true;
            case "proposal" -> by != Dimension.UNIT;
            default -> false;
        };
    }

    /** The largest first. */
    public List<Part> of(Count count, @Nullable Count whole, Period period, Dimension by) {
        Evidence.planAnew(sql);
        var counted = tally(count, period, by);
        var all = whole == null ? counted : tally(whole, period, by);
        var parts = new ArrayList<Part>();
        all.forEach((name, n) -> parts.add(
                whole == null
                        ? new Part(told(name), n, null)
                        : new Part(told(name), counted.getOrDefault(name, 0L), n)));
        parts.sort(Comparator.comparingLong((Part part) -> Objects.requireNonNullElse(part.of(), part.n()))
                .reversed()
                .thenComparing(part -> Objects.requireNonNullElse(part.name(), "")));
        return parts;
    }

    /** A figure by what its items say of themselves, such as the {@code reason} for which a proposal was not filed. */
    public List<Part> of(Count count, Period period, String detail) {
        Evidence.planAnew(sql);
        var name = DSL.coalesce(Evidence.said(detail), DSL.inline(""));
        return sql
                .select(name, Evidence.measured(count.measure()))
                .from(Evidence.from(count.kind(), period.basis()))
                .where(Evidence.condition(count, period))
                .groupBy(name)
                .fetch(row -> new Part(told(row.value1()), row.value2(), null))
                .stream()
                .filter(part -> part.n() > 0)
                .sorted(Comparator.comparingLong(Part::n)
                        .reversed()
                        .thenComparing(part -> Objects.requireNonNullElse(part.name(), "")))
                .toList();
    }

    /** How many leads stand behind each part; a part whose name is not known is the empty one. */
    public Map<String, Long> persons(Count count, Period period, Dimension by) {
        Evidence.planAnew(sql);
        var name = DSL.coalesce(field(by), DSL.inline(""));
        return sql.select(name, DSL.countDistinct(PROPOSAL.PROPONENT_ID).cast(Long.class))
                .from(joined(count, period, by))
                .where(Evidence.condition(count, period))
                .and(DSL.condition(Evidence.COUNTS))
                .groupBy(name)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private static @Nullable String told(String name) {
        return name.isEmpty() ? null : name;
    }

    private Map<String, Long> tally(Count count, Period period, Dimension by) {
        var name = DSL.coalesce(field(by), DSL.inline(""));
        var found = new HashMap<String, Long>();
        sql.select(name, Evidence.measured(count.measure()))
                .from(joined(count, period, by))
                .where(Evidence.condition(count, period))
                .groupBy(name)
                .forEach(row -> found.put(row.value1(), row.value2()));
        found.values().removeIf(n -> n == 0);
        return found;
    }

    private static Field<String> field(Dimension by) {
        return switch (by) {
            case CATEGORY -> PROPOSAL.CATEGORY;
            case KIND -> PROPOSAL.KIND;
            case PROPONENT_KIND -> PROPOSAL.PROPONENT_KIND;
            case SECTOR -> SECTOR.NAME;
            case SEX -> SEAT.SEX;
            case ETHNICITY -> SEAT.ETHNICITY;
            case UNIT -> HANDLING_UNIT.NAME;
        };
    }

    private static Table<?> joined(Count count, Period period, Dimension by) {
        Table<?> from = Evidence.from(count.kind(), period.basis());
        Field<UUID> proposal = Evidence.SOURCE;
        if (count.kind().subjectType().equals("assignment")) {
            from = from.join(HANDLING_ASSIGNMENT).on(HANDLING_ASSIGNMENT.ID.eq(Evidence.SOURCE));
            proposal = HANDLING_ASSIGNMENT.SUBJECT_ID;
        }
        from = from.join(PROPOSAL).on(PROPOSAL.ID.eq(proposal));
        return switch (by) {
            case CATEGORY, KIND, PROPONENT_KIND -> from;
            case SEX, ETHNICITY -> from.join(SEAT).on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID));
            case SECTOR ->
                from.join(SEAT)
                        .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                        .leftJoin(SECTOR)
                        .on(SECTOR.ID.eq(SEAT.SECTOR_ID));
            case UNIT -> from.join(HANDLING_UNIT).on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID));
        };
    }
}
