package cn.tongxin.committee;

import static cn.tongxin.db.cell.Tables.TENANT_HOLIDAY;
import static cn.tongxin.db.platform.Tables.HOLIDAY;
import static cn.tongxin.db.platform.Tables.HOLIDAY_NOTICE;

import cn.tongxin.committee.SpecialDay.Kind;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of holidays, national and the committee's own. */
@Singleton
class Holidays {
    private final DSLContext sql;

    Holidays(DSLContext sql) {
        this.sql = sql;
    }

    List<Integer> yearsWithNotice() {
        return sql.select(HOLIDAY_NOTICE.YEAR)
                .from(HOLIDAY_NOTICE)
                .orderBy(HOLIDAY_NOTICE.YEAR)
                .fetch(HOLIDAY_NOTICE.YEAR);
    }

    List<SpecialDay> national() {
        return sql.select(HOLIDAY.DAY, HOLIDAY.KIND, HOLIDAY.NAME)
                .from(HOLIDAY)
                .orderBy(HOLIDAY.DAY)
                .fetch(row -> new SpecialDay(row.value1(), Kind.valueOf(row.value2()), row.value3()));
    }

    List<SpecialDay> local() {
        return sql.select(TENANT_HOLIDAY.DAY, TENANT_HOLIDAY.KIND, TENANT_HOLIDAY.NAME)
                .from(TENANT_HOLIDAY)
                .orderBy(TENANT_HOLIDAY.DAY)
                .fetch(row -> new SpecialDay(row.value1(), Kind.valueOf(row.value2()), row.value3()));
    }

    Optional<UUID> findLocal(LocalDate day) {
        return sql.select(TENANT_HOLIDAY.ID)
                .from(TENANT_HOLIDAY)
                .where(TENANT_HOLIDAY.DAY.eq(day))
                .fetchOptional(TENANT_HOLIDAY.ID);
    }

    void put(UUID id, SpecialDay day) {
        sql.insertInto(TENANT_HOLIDAY)
                .set(TENANT_HOLIDAY.ID, id)
                .set(TENANT_HOLIDAY.DAY, day.day())
                .set(TENANT_HOLIDAY.KIND, day.kind().name())
                .set(TENANT_HOLIDAY.NAME, day.name())
                .onConflict(TENANT_HOLIDAY.TENANT_ID, TENANT_HOLIDAY.DAY)
                .doUpdate()
                .set(TENANT_HOLIDAY.KIND, day.kind().name())
                .set(TENANT_HOLIDAY.NAME, day.name())
                .execute();
    }

    void delete(UUID id) {
        sql.deleteFrom(TENANT_HOLIDAY).where(TENANT_HOLIDAY.ID.eq(id)).execute();
    }
}
