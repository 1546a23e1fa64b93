package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_AUTHOR;
import static cn.tongxin.db.cell.Tables.OPINION_OUTCOME;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SECTOR;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What became of each author's reports of a year, for the editors. What organisations are told has the numbers of the indicators. */
@Singleton
class Usage {
    private final DSLContext sql;

    Usage(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One person's year. Levels count each report once, at whichever the outcome was; what was written along is counted apart.
     *
     * @param seatId absent for whoever is known by name alone: an informant, a station, an outsider who wrote along
     * @param authorKind as what he wrote; absent for who only wrote along
     * @param submitted reports that he wrote himself, {@code thisMonth} those of the present month
     * @param months in how many months of the year he handed in any
     * @param coauthored reports that others wrote with him
     */
    @Serdeable
    @Schema(name = "OpinionUsage")
    record Row(
            @Nullable UUID seatId,
            String name,
            OpinionReport.@Nullable AuthorKind authorKind,
            @Nullable String sector,
            int submitted,
            int thisMonth,
            int months,
            int coauthored,
            int issued,
            int usedCounty,
            int usedPrefecture,
            int usedProvince,
            int usedNational,
            int instructed) {}

    private static final Field<UUID> REPORT = DSL.field(DSL.name("by", "report"), UUID.class);
    private static final Field<UUID> SEAT_BY = DSL.field(DSL.name("by", "seat"), UUID.class);
    private static final Field<String> NAME_BY = DSL.field(DSL.name("by", "name"), String.class);
    private static final Condition WROTE = DSL.condition(DSL.field(DSL.name("by", "wrote"), Boolean.class));

    /** Organisations first, then by sector and name. */
    List<Row> of(int year, LocalDate today) {
        var name = DSL.coalesce(SEAT.NAME, NAME_BY);
        var kind = DSL.max(DSL.when(WROTE, OPINION_REPORT.AUTHOR_KIND));
        var month = DSL.extract(OPINION_REPORT.SUBMITTED_ON, DatePart.MONTH);
        var inMonth = OPINION_REPORT.SUBMITTED_ON.between(
                today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()));
        return sql.select(
                        SEAT_BY,
                        name,
                        kind,
                        SECTOR.NAME,
                        DSL.count().filterWhere(WROTE),
                        DSL.count().filterWhere(WROTE.and(inMonth)),
                        DSL.countDistinct(month).filterWhere(WROTE),
                        DSL.count().filterWhere(DSL.not(WROTE)),
                        DSL.count().filterWhere(WROTE.and(OPINION_REPORT.ISSUED_ON.isNotNull())),
                        used("COUNTY"),
                        used("PREFECTURE"),
                        used("PROVINCE"),
                        used("NATIONAL"),
                        with(OPINION_OUTCOME.KIND.eq("INSTRUCTION")))
                .from(people().asTable("by"))
                .join(OPINION_REPORT)
                .on(OPINION_REPORT.ID.eq(REPORT))
                .leftJoin(SEAT)
                .on(SEAT.ID.eq(SEAT_BY))
                .leftJoin(SECTOR)
                .on(SECTOR.ID.eq(SEAT.SECTOR_ID))
                .where(Years.within(OPINION_REPORT.SUBMITTED_ON, year))
                .and(OPINION_REPORT.STATUS.notIn("DRAFT", "WITHDRAWN"))
                .groupBy(SEAT_BY, SEAT.NAME, NAME_BY, SECTOR.NAME)
                .orderBy(kind.desc().nullsLast(), SECTOR.NAME, name, SEAT_BY)
                .fetch(row -> new Row(
                        row.value1(),
                        row.value2(),
                        row.value3() == null ? null : OpinionReport.AuthorKind.valueOf(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        row.value12(),
                        row.value13(),
                        row.value14()));
    }

    /**
     * Whoever wrote a report, and whoever wrote along. What an informant or a station sent in has no seat for an author: those
     * whom it names wrote it. A copy from below is its own committee's.
     */
    private Select<?> people() {
        var along = OPINION_REPORT.as("along");
        return sql.select(
                        OPINION_REPORT.ID.as("report"),
                        OPINION_REPORT.AUTHOR_ID.as("seat"),
                        DSL.castNull(String.class).as("name"),
                        DSL.inline(true).as("wrote"))
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.AUTHOR_ID.isNotNull())
                .unionAll(sql.select(
                                OPINION_AUTHOR.REPORT_ID,
                                OPINION_AUTHOR.SEAT_ID,
                                DSL.when(OPINION_AUTHOR.SEAT_ID.isNull(), OPINION_AUTHOR.NAME),
                                DSL.field(along.AUTHOR_ID.isNull()))
                        .from(OPINION_AUTHOR)
                        .join(along)
                        .on(along.ID.eq(OPINION_AUTHOR.REPORT_ID))
                        .where(along.ORIGIN_CODE.isNull()));
    }

    private static Field<Integer> used(String level) {
        return with(OPINION_OUTCOME.KIND.eq("USED").and(OPINION_OUTCOME.LEVEL.eq(level)));
    }

    private static Field<Integer> with(Condition outcome) {
        return DSL.count()
                .filterWhere(WROTE.and(OPINION_REPORT.ID.in(DSL.select(OPINION_OUTCOME.REPORT_ID)
                        .from(OPINION_OUTCOME)
                        .where(outcome)
                        .and(OPINION_OUTCOME.REMOVED_ON.isNull()))));
    }
}
