package cn.tongxin.indicator;

import static cn.tongxin.db.cell.Tables.CLOCK;
import static cn.tongxin.db.cell.Tables.INDICATOR_VALUE;
import static cn.tongxin.db.cell.Tables.OUTGOING;
import static cn.tongxin.db.cell.Tables.PLENARY_SESSION;
import static cn.tongxin.db.cell.Tables.RECEIVED;
import static cn.tongxin.db.cell.Tables.RECEIVED_FIGURE;
import static cn.tongxin.db.platform.Tables.COMMITTEE;
import static cn.tongxin.db.platform.Tables.DIVISION;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Period;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of figures that are kept: the committee's own as last sent, and those that the committees below sent. */
@Singleton
class Figures {
    private final DSLContext sql;

    Figures(DSLContext sql) {
        this.sql = sql;
    }

    /** A figure that a committee below has sent. */
    record Sent(UUID child, Figure figure, Instant measuredAt) {}

    /** A place directly below: a committee of the platform, or a division that has none here yet. */
    record Place(
            String code,
            String name,
            String level,
            @Nullable UUID committee) {}

    /** This committee in the tree. */
    Place self() {
        return sql.select(COMMITTEE.CODE, COMMITTEE.NAME, COMMITTEE.LEVEL, COMMITTEE.ID)
                .from(COMMITTEE)
                .where(COMMITTEE.ID.eq(Caller.current().committeeId()))
                .fetchSingle(row -> new Place(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    Optional<String> findParent() {
        return sql.select(COMMITTEE.PARENT_CODE)
                .from(COMMITTEE)
                .where(COMMITTEE.ID.eq(Caller.current().committeeId()))
                .fetchOptional(COMMITTEE.PARENT_CODE);
    }

    /** Every place from which figures are expected, by code. */
    List<Place> below(String code) {
        return sql.select(
                        DSL.coalesce(COMMITTEE.CODE, DIVISION.CODE),
                        DSL.coalesce(COMMITTEE.NAME, DIVISION.NAME),
                        DSL.coalesce(COMMITTEE.LEVEL, DIVISION.LEVEL),
                        COMMITTEE.ID)
                .from(DIVISION)
                .fullJoin(COMMITTEE)
                .on(COMMITTEE.CODE.eq(DIVISION.CODE))
                .where(DSL.coalesce(COMMITTEE.PARENT_CODE, DIVISION.PARENT_CODE).eq(code))
                .and(COMMITTEE.ID.isNotNull().or(DIVISION.LEVEL.ne("GROUP")))
                .orderBy(1)
                .fetch(row -> new Place(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The committees that have sent figures, be they few. */
    Set<UUID> reported() {
        return sql.selectDistinct(RECEIVED.SENDER_ID)
                .from(RECEIVED)
                .where(RECEIVED.KIND.eq(Report.KIND))
                .fetchSet(RECEIVED.SENDER_ID);
    }

    long head() {
        var seq = sql.select(CLOCK.SEQ).from(CLOCK).fetchOne(CLOCK.SEQ);
        return seq == null ? 0 : seq;
    }

    /** The calendar year in which a session opened; empty where the committee has no such session. */
    Optional<Integer> findYear(Period period) {
        if (period.basis() == Basis.YEAR) {
            return Optional.of(Integer.valueOf(period.text()));
        }
        return sql.select(PLENARY_SESSION.OPENS_ON)
                .from(PLENARY_SESSION)
                .where(PLENARY_SESSION.TERM_NO.eq(period.term()))
                .and(PLENARY_SESSION.SESSION_NO.eq(period.session()))
                .fetchOptional(PLENARY_SESSION.OPENS_ON)
                .map(day -> day.getYear());
    }

    boolean hasNeverReported() {
        return !sql.fetchExists(sql.selectOne().from(OUTGOING).where(OUTGOING.KIND.eq(Report.KIND)));
    }

    Map<Figure.Key, Figure> kept() {
        return sql.selectFrom(INDICATOR_VALUE).fetch(Figures::figure).stream()
                .collect(Collectors.toMap(Figure::key, figure -> figure));
    }

    void keep(Figure figure, Instant measuredAt, long seq) {
        sql.insertInto(INDICATOR_VALUE)
                .set(row(INDICATOR_VALUE, figure, measuredAt, seq))
                .onConflict(
                        INDICATOR_VALUE.TENANT_ID,
                        INDICATOR_VALUE.INDICATOR,
                        INDICATOR_VALUE.BASIS,
                        INDICATOR_VALUE.PERIOD,
                        INDICATOR_VALUE.SCOPE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** Takes a child's figure; an older one than what is here changes nothing. */
    void receive(UUID child, Figure figure, Instant measuredAt, long seq) {
        var row = row(RECEIVED_FIGURE, figure, measuredAt, seq);
        row.setChildId(child);
        sql.insertInto(RECEIVED_FIGURE)
                .set(row)
                .onConflict(
                        RECEIVED_FIGURE.TENANT_ID,
                        RECEIVED_FIGURE.CHILD_ID,
                        RECEIVED_FIGURE.INDICATOR,
                        RECEIVED_FIGURE.BASIS,
                        RECEIVED_FIGURE.PERIOD,
                        RECEIVED_FIGURE.SCOPE)
                .doUpdate()
                .setAllToExcluded()
                .where(RECEIVED_FIGURE.SEQ.le(DSL.excluded(RECEIVED_FIGURE.SEQ)))
                .execute();
    }

    /** What the committees below sent; a session is found by its own number and by the year in which it opened. */
    List<Sent> sent(@Nullable Basis basis, @Nullable String period) {
        var which = basis == null ? DSL.noCondition() : RECEIVED_FIGURE.BASIS.eq(basis.name());
        if (period != null) {
            which = which.and(RECEIVED_FIGURE
                    .PERIOD
                    .eq(period)
                    .or(RECEIVED_FIGURE
                            .YEAR
                            .cast(org.jooq.impl.SQLDataType.CLOB)
                            .eq(period)));
        }
        return sql.selectFrom(RECEIVED_FIGURE)
                .where(which)
                .orderBy(
                        RECEIVED_FIGURE.INDICATOR,
                        RECEIVED_FIGURE.BASIS,
                        RECEIVED_FIGURE.PERIOD,
                        RECEIVED_FIGURE.CHILD_ID)
                .fetch(row -> new Sent(row.getChildId(), figure(row), row.getMeasuredAt()));
    }

    /** The two tables of figures call a figure's columns alike, and jOOQ finds a column by its name. */
    private <R extends Record> R row(Table<R> table, Figure figure, Instant measuredAt, long seq) {
        var row = sql.newRecord(table);
        row.set(INDICATOR_VALUE.INDICATOR, figure.indicator());
        row.set(INDICATOR_VALUE.VERSION, figure.version());
        row.set(INDICATOR_VALUE.BASIS, figure.basis().name());
        row.set(INDICATOR_VALUE.PERIOD, figure.period());
        row.set(INDICATOR_VALUE.YEAR, figure.year());
        row.set(INDICATOR_VALUE.SCOPE, figure.scope().name());
        row.set(INDICATOR_VALUE.N, figure.n());
        row.set(INDICATOR_VALUE.WHOLE, figure.whole());
        row.set(INDICATOR_VALUE.REPORTED, figure.reported());
        row.set(INDICATOR_VALUE.EXPECTED, figure.expected());
        row.set(INDICATOR_VALUE.SUPPRESSED, figure.suppressed());
        row.set(INDICATOR_VALUE.MEASURED_AT, measuredAt);
        row.set(INDICATOR_VALUE.SEQ, seq);
        return row;
    }

    private static Figure figure(Record row) {
        return new Figure(
                row.get(INDICATOR_VALUE.INDICATOR),
                row.get(INDICATOR_VALUE.VERSION),
                Basis.valueOf(row.get(INDICATOR_VALUE.BASIS)),
                row.get(INDICATOR_VALUE.PERIOD),
                row.get(INDICATOR_VALUE.YEAR),
                Figure.Scope.valueOf(row.get(INDICATOR_VALUE.SCOPE)),
                row.get(INDICATOR_VALUE.N),
                row.get(INDICATOR_VALUE.WHOLE),
                row.get(INDICATOR_VALUE.REPORTED),
                row.get(INDICATOR_VALUE.EXPECTED),
                row.get(INDICATOR_VALUE.SUPPRESSED));
    }
}
