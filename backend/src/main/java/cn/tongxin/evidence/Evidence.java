package cn.tongxin.evidence;

import static cn.tongxin.db.cell.Tables.PLENARY_SESSION;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Counts evidence and lists it, by the same condition, so that a figure and its list cannot differ. */
@Singleton
public class Evidence {
    static final Field<UUID> SOURCE = DSL.field("e.source_id", UUID.class);
    private static final Field<UUID> SEAT = DSL.field("e.seat_id", UUID.class);
    private static final Field<String> ROLE = DSL.field("e.role", String.class);
    private static final Field<LocalDate> HAPPENED = DSL.field("e.happened_on", LocalDate.class);
    static final Field<UUID> LINK = DSL.field("e.link_id", UUID.class);
    private static final Field<UUID> SESSION = DSL.field("e.session_id", UUID.class);
    private static final Field<java.math.BigDecimal> AMOUNT = DSL.field("e.amount", java.math.BigDecimal.class);
    static final Field<Boolean> COUNTS = DSL.field("e.counts", Boolean.class);
    private static final Field<String> WHY_NOT = DSL.field("e.why_not", String.class);
    private static final Field<Boolean> ESTIMATE = DSL.field("e.estimate", Boolean.class);
    private static final Field<JSONB> DETAIL = DSL.field("e.detail", JSONB.class);
    private static final Field<Integer> HAPPENED_IN = DSL.field("happened_in", Integer.class);
    private static final Field<String> IN_SESSION = DSL.field("in_session", String.class);
    private static final Field<Integer> OPENED_IN = DSL.field("opened_in", Integer.class);
    private static final Field<String> SESSION_PERIOD =
            PLENARY_SESSION.TERM_NO.cast(SQLDataType.CLOB).concat("-").concat(PLENARY_SESSION.SESSION_NO);

    private final DSLContext sql;
    private final JsonMapper json;

    Evidence(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A question among several that one statement answers; {@code no} leads back to whoever asked. */
    public record Question(int no, Count count, Basis basis) {}

    /** An answer: for a session period {@code year} is the year in which the session opened. */
    public record Tally(int no, String period, int year, long n) {}

    /** A row of a list; {@code inPart} says of a rate's item whether it is among its n. */
    public record Item(
            UUID sourceId,
            @Nullable UUID seatId,
            String role,
            LocalDate happenedOn,
            @Nullable Boolean inPart,
            boolean counts,
            @Nullable String whyNot,
            boolean estimate,
            Map<String, String> detail) {}

    /** Something that stands twice where it may stand once. */
    public record Doubled(EvidenceKind kind, UUID sourceId, String why) {}

    /**
     * All answers in one statement, which reads each kind once however many ask of it. A period in which nothing counts any
     * more is answered with 0.
     *
     * @param period the only one that is asked for; all of them where it is null
     */
    public List<Tally> tally(List<Question> questions, @Nullable Period period) {
        planAnew(sql);
        // Every row of the committee is read anyway. While a fresh import's tables are thought empty, loops within
        // loops would read them a thousand times over.
        sql.execute("set local enable_nestloop = off");
        var kinds = questions.stream()
                .map(question -> question.count().kind().in(question.basis()))
                .distinct()
                .map(kind -> DSL.name(read(kind)).asMaterialized(all(kind, period)))
                .toList();
        return questions.stream()
                .map(Evidence::select)
                .reduce(Select::unionAll)
                .map(all -> sql.with(kinds)
                        .selectFrom(all.asTable("answers"))
                        .fetch(row -> new Tally(row.value1(), row.value2(), row.value3(), row.value4())))
                .orElse(List.of());
    }

    private static String read(EvidenceKind kind) {
        return "read_" + kind.view();
    }

    /** What a question may ask of a kind, with the session and the year in which it happened. */
    private static Select<?> all(EvidenceKind kind, @Nullable Period period) {
        return DSL.select(
                        SOURCE,
                        SEAT,
                        AMOUNT,
                        COUNTS,
                        DETAIL,
                        year(HAPPENED).as(HAPPENED_IN),
                        SESSION_PERIOD.as(IN_SESSION),
                        year(PLENARY_SESSION.OPENS_ON).as(OPENED_IN))
                .from(view(kind))
                .leftJoin(PLENARY_SESSION)
                .on(PLENARY_SESSION.ID.eq(SESSION))
                .where(in(period));
    }

    private static Field<Integer> year(Field<LocalDate> day) {
        return DSL.extract(day, DatePart.YEAR).cast(SQLDataType.INTEGER);
    }

    private static Select<Record4<Integer, String, Integer, Long>> select(Question question) {
        var ofSession = question.basis() == Basis.SESSION;
        var year = ofSession ? OPENED_IN : HAPPENED_IN;
        var period = ofSession ? IN_SESSION : HAPPENED_IN.cast(SQLDataType.CLOB);
        return DSL.select(
                        DSL.inline(question.no()).as("no"),
                        period.as("period"),
                        year.as("year"),
                        measured(question.count().measure()).as("n"))
                .from(DSL.table(DSL.name(read(question.count().kind().in(question.basis()))))
                        .as(DSL.unquotedName("e")))
                .where(filter(question.count(), DETAIL))
                .and(period.isNotNull())
                .groupBy(period, year);
    }

    static Field<Long> measured(Measure measure) {
        return measured(measure, DSL.noCondition());
    }

    /** A figure beside others of its kind, each with the values that its own count wants. */
    static Field<Long> measured(Count count) {
        return measured(count.measure(), filter(count, DETAIL));
    }

    private static Field<Long> measured(Measure measure, Condition which) {
        var counted = DSL.condition(COUNTS).and(which);
        return switch (measure) {
            case ITEMS -> DSL.countDistinct(SOURCE).filterWhere(counted).cast(Long.class);
            case PERSON_TIMES -> DSL.count().filterWhere(counted).cast(Long.class);
            case PERSONS -> DSL.countDistinct(SEAT).filterWhere(counted).cast(Long.class);
            case AMOUNT ->
                DSL.coalesce(DSL.sum(AMOUNT).filterWhere(counted), DSL.zero()).cast(Long.class);
        };
    }

    /**
     * What a figure counted, newest first, one row an item; {@code part} is a rate's n over the listed N. With
     * {@code counting} false, what no longer counts, and why.
     */
    public List<Item> list(
            Count count, @Nullable Count part, Period period, boolean counting, @Nullable Cursor after, int limit) {
        return list(count, part, condition(count, period), period, counting, after, limit);
    }

    /** What a figure counted of one unit, newest first. */
    public List<Item> listOf(UUID unit, Count count, Period period, @Nullable Cursor after, int limit) {
        return list(count, null, condition(count, period).and(LINK.eq(unit)), period, true, after, limit);
    }

    /** Several figures by unit, in the order of the counts; a unit of which nothing was counted is not there. */
    public Map<UUID, List<Long>> byUnit(List<Count> counts, Period period) {
        planAnew(sql);
        var found = new HashMap<UUID, List<Long>>();
        var kinds = counts.stream().map(Count::kind).distinct().toList();
        for (var kind : kinds) {
            var asked = counts.stream().filter(count -> count.kind() == kind).toList();
            var select = new ArrayList<Field<?>>(List.of(LINK));
            asked.forEach(count -> select.add(measured(count)));
            sql.select(select)
                    .from(from(kind, period.basis()))
                    .where(in(period))
                    .and(LINK.isNotNull())
                    .groupBy(LINK)
                    .forEach(row -> {
                        var numbers = found.computeIfAbsent(
                                row.get(LINK), _ -> new ArrayList<>(Collections.nCopies(counts.size(), 0L)));
                        for (var i = 0; i < asked.size(); i++) {
                            numbers.set(counts.indexOf(asked.get(i)), row.get(i + 1, Long.class));
                        }
                    });
        }
        found.values().removeIf(numbers -> numbers.stream().allMatch(n -> n == 0));
        return found;
    }

    private List<Item> list(
            Count count,
            @Nullable Count part,
            Condition which,
            Period period,
            boolean counting,
            @Nullable Cursor after,
            int limit) {
        var inPart = part == null ? DSL.val((Boolean) null) : DSL.field(DSL.exists(part(part, period.basis())));
        var last = after == null ? null : LocalDate.parse(after.key());
        planAnew(sql);
        return sql.select(SOURCE, SEAT, ROLE, HAPPENED, COUNTS, WHY_NOT, ESTIMATE, DETAIL, inPart.as("in_part"))
                .from(from(count.kind(), period.basis()))
                .where(which)
                .and(counting ? DSL.condition(COUNTS) : DSL.not(DSL.condition(COUNTS)))
                .and(AMOUNT.isNotNull())
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(HAPPENED, SOURCE).lt(DSL.val(last), DSL.val(after.id())))
                .orderBy(HAPPENED.desc(), SOURCE.desc())
                .limit(Page.rows(limit))
                .fetch(this::item);
    }

    /** A plan that a connection keeps from when a committee was new takes minutes once it has imported its years. */
    static void planAnew(DSLContext sql) {
        sql.execute("set local plan_cache_mode = force_custom_plan");
    }

    private Select<?> part(Count part, Basis basis) {
        var other = DSL.table(DSL.unquotedName(part.kind().in(basis).view())).as("p");
        return sql.selectOne()
                .from(other)
                .where(DSL.field("p.source_id", UUID.class).eq(SOURCE))
                .and(DSL.condition("p.counts"))
                .and(filter(part, DSL.field("p.detail", JSONB.class)));
    }

    private static Table<?> view(EvidenceKind kind) {
        return DSL.table(DSL.unquotedName(kind.view())).as(DSL.unquotedName("e"));
    }

    static Table<?> from(EvidenceKind kind, Basis basis) {
        var view = view(kind.in(basis));
        return basis == Basis.SESSION ? view.join(PLENARY_SESSION).on(PLENARY_SESSION.ID.eq(SESSION)) : view;
    }

    static Condition condition(Count count, Period period) {
        return filter(count, DETAIL).and(in(period));
    }

    static Condition in(@Nullable Period period) {
        if (period == null) {
            return DSL.noCondition();
        }
        return switch (period.basis()) {
            case SESSION ->
                PLENARY_SESSION.TERM_NO.eq(period.term()).and(PLENARY_SESSION.SESSION_NO.eq(period.session()));
            case YEAR ->
                HAPPENED.ge(LocalDate.of(period.year(), 1, 1)).and(HAPPENED.lt(LocalDate.of(period.year() + 1, 1, 1)));
        };
    }

    static Field<String> said(String detail) {
        return DSL.jsonbGetAttributeAsText(DETAIL, DSL.inline(detail));
    }

    private static Condition filter(Count count, Field<JSONB> detail) {
        var kept = DSL.noCondition();
        for (var wanted : count.filter().entrySet()) {
            kept = kept.and(DSL.jsonbGetAttributeAsText(detail, DSL.inline(wanted.getKey()))
                    .in(wanted.getValue().stream().sorted().toList()));
        }
        return kept;
    }

    /** Proof that nobody is counted twice: (kind, source, actor, role) is unique, and one row of a source has the amount. */
    public List<Doubled> findDoubles() {
        var doubles = new ArrayList<Doubled>();
        for (var kind : EvidenceKind.values()) {
            var view = DSL.table(DSL.unquotedName(kind.view())).as(DSL.unquotedName("e"));
            sql.select(SOURCE)
                    .from(view)
                    .groupBy(SOURCE, SEAT, DSL.field("e.actor_kind"), ROLE)
                    .having(DSL.count().gt(1))
                    .forEach(
                            row -> doubles.add(new Doubled(kind, row.value1(), "stands twice for one actor and role")));
            sql.select(SOURCE)
                    .from(view)
                    .groupBy(SOURCE)
                    .having(DSL.count(AMOUNT).ne(1))
                    .forEach(row -> doubles.add(new Doubled(kind, row.value1(), "has not one amount")));
        }
        return doubles;
    }

    private Item item(Record row) {
        return new Item(
                row.get(SOURCE),
                row.get(SEAT),
                row.get(ROLE),
                row.get(HAPPENED),
                row.get("in_part", Boolean.class),
                row.get(COUNTS),
                row.get(WHY_NOT),
                row.get(ESTIMATE),
                detail(row.get(DETAIL)));
    }

    private Map<String, String> detail(JSONB detail) {
        try {
            return Objects.requireNonNull(json.readValue(detail.data(), Argument.mapOf(String.class, String.class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
