package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_OUTCOME;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SECTOR;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The yearly notice of use: what became of each author's reports of a year, as members and organisations are told. */
@Singleton
class Usage {
    private final DSLContext sql;

    Usage(DSLContext sql) {
        this.sql = sql;
    }

    /** One author's year. Levels count each report once, at whichever the outcome was. */
    @Serdeable
    @Schema(name = "OpinionUsage")
    record Row(
            UUID seatId,
            String name,
            OpinionReport.AuthorKind authorKind,
            @Nullable String sector,
            int submitted,
            int issued,
            int usedCounty,
            int usedPrefecture,
            int usedProvince,
            int usedNational,
            int instructed) {}

    List<Row> of(int year) {
        return sql.select(
                        SEAT.ID,
                        SEAT.NAME,
                        OPINION_REPORT.AUTHOR_KIND,
                        SECTOR.NAME,
                        DSL.count(),
                        DSL.count().filterWhere(OPINION_REPORT.ISSUED_ON.isNotNull()),
                        used("COUNTY"),
                        used("PREFECTURE"),
                        used("PROVINCE"),
                        used("NATIONAL"),
                        with(OPINION_OUTCOME.KIND.eq("INSTRUCTION")))
                .from(OPINION_REPORT)
                .join(SEAT)
                .on(SEAT.ID.eq(OPINION_REPORT.AUTHOR_ID))
                .leftJoin(SECTOR)
                .on(SECTOR.ID.eq(SEAT.SECTOR_ID))
                .where(Years.within(OPINION_REPORT.SUBMITTED_ON, year))
                .and(OPINION_REPORT.STATUS.notIn("DRAFT", "WITHDRAWN"))
                .groupBy(SEAT.ID, SEAT.NAME, OPINION_REPORT.AUTHOR_KIND, SECTOR.NAME)
                .orderBy(OPINION_REPORT.AUTHOR_KIND.desc(), SECTOR.NAME, SEAT.NAME, SEAT.ID)
                .fetch(row -> new Row(
                        row.value1(),
                        row.value2(),
                        OpinionReport.AuthorKind.valueOf(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11()));
    }

    private static Field<Integer> used(String level) {
        return with(OPINION_OUTCOME.KIND.eq("USED").and(OPINION_OUTCOME.LEVEL.eq(level)));
    }

    private static Field<Integer> with(Condition outcome) {
        return DSL.count()
                .filterWhere(OPINION_REPORT.ID.in(DSL.select(OPINION_OUTCOME.REPORT_ID)
                        .from(OPINION_OUTCOME)
                        .where(outcome)
                        .and(OPINION_OUTCOME.REMOVED_ON.isNull())));
    }
}
