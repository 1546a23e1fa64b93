package cn.tongxin.reading.library;

import static cn.tongxin.db.cell.Tables.READING_CONFIRMATION;
import static cn.tongxin.db.cell.Tables.READING_LIST;
import static cn.tongxin.db.cell.Tables.READING_TITLE;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.committee.Calendar;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of required reading. */
@Singleton
public class RequiredTitles {
    private final DSLContext sql;
    private final Calendar calendar;

    RequiredTitles(DSLContext sql, Calendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /** A category of one year. */
    record Category(UUID id, int year, String name) {}

    /** A title as one seat finds it. */
    record Found(Category category, RequiredTitle title, boolean confirmed) {}

    /** The list of a category, made where it is not there yet. */
    public UUID category(int year, String name, Instant now) {
        var id = Ids.next();
        sql.insertInto(READING_LIST)
                .set(READING_LIST.ID, id)
                .set(READING_LIST.YEAR, year)
                .set(READING_LIST.CATEGORY, name)
                .set(READING_LIST.CREATED_AT, now)
                .onConflict(READING_LIST.TENANT_ID, READING_LIST.YEAR, READING_LIST.CATEGORY)
                .doNothing()
                .execute();
        return sql.select(READING_LIST.ID)
                .from(READING_LIST)
                .where(READING_LIST.YEAR.eq(year))
                .and(READING_LIST.CATEGORY.eq(name))
                .fetchOptional(READING_LIST.ID)
                .orElseThrow();
    }

    /** False where the list has this title, or the id is taken. */
    public boolean insert(UUID list, RequiredTitle title, boolean imported, Instant now) {
        return sql.insertInto(READING_TITLE)
                        .set(READING_TITLE.ID, title.id())
                        .set(READING_TITLE.LIST_ID, list)
                        .set(READING_TITLE.TITLE, title.title())
                        .set(READING_TITLE.AUTHOR, title.author())
                        .set(READING_TITLE.LINK, title.link())
                        .set(READING_TITLE.REQUIRED_ON, title.requiredOn())
                        .set(READING_TITLE.SESSION_PERIOD_ID, calendar.sessionOn(title.requiredOn()))
                        .set(READING_TITLE.IMPORTED, imported)
                        .set(READING_TITLE.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** In the order in which they were required; those taken off are left out. */
    List<Found> of(int year, @Nullable UUID seat) {
        return select(READING_LIST.YEAR.eq(year).and(READING_TITLE.WITHDRAWN_ON.isNull()), seat);
    }

    Optional<Found> find(UUID id, @Nullable UUID seat) {
        return select(READING_TITLE.ID.eq(id), seat).stream().findFirst();
    }

    Found get(UUID id, @Nullable UUID seat) {
        return find(id, seat).orElseThrow(Refusal::notFound);
    }

    void withdraw(UUID id, LocalDate on) {
        sql.update(READING_TITLE)
                .set(READING_TITLE.WITHDRAWN_ON, on)
                .where(READING_TITLE.ID.eq(id))
                .execute();
    }

    /** False where it was confirmed before. */
    boolean confirm(UUID title, UUID seat, Instant now) {
        return sql.insertInto(READING_CONFIRMATION)
                        .set(READING_CONFIRMATION.TITLE_ID, title)
                        .set(READING_CONFIRMATION.SEAT_ID, seat)
                        .set(READING_CONFIRMATION.CONFIRMED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** How many of today's active members have confirmed each title. */
    Map<UUID, Integer> confirmed(List<UUID> titles) {
        return sql.select(READING_CONFIRMATION.TITLE_ID, DSL.count())
                .from(READING_CONFIRMATION)
                .where(READING_CONFIRMATION.TITLE_ID.in(titles))
                .and(READING_CONFIRMATION.SEAT_ID.in(
                        sql.select(SEAT.ID).from(SEAT).where(isActiveMember())))
                .groupBy(READING_CONFIRMATION.TITLE_ID)
                .fetchMap(READING_CONFIRMATION.TITLE_ID, DSL.count());
    }

    int activeMembers() {
        return sql.fetchCount(SEAT, isActiveMember());
    }

    private static Condition isActiveMember() {
        return SEAT.STATUS
                .eq(SeatStatus.ACTIVE.name())
                .andExists(DSL.selectOne()
                        .from(SEAT_ROLE)
                        .where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                        .and(SEAT_ROLE.ROLE.in(Role.members())));
    }

    private List<Found> select(Condition which, @Nullable UUID seat) {
        return sql.select(READING_TITLE.fields())
                .select(READING_LIST.YEAR, READING_LIST.CATEGORY, READING_CONFIRMATION.CONFIRMED_AT)
                .from(READING_TITLE)
                .join(READING_LIST)
                .on(READING_LIST.ID.eq(READING_TITLE.LIST_ID))
                .leftJoin(READING_CONFIRMATION)
                .on(READING_CONFIRMATION.TITLE_ID.eq(READING_TITLE.ID))
                .and(READING_CONFIRMATION.SEAT_ID.eq(seat))
                .where(which)
                .orderBy(READING_LIST.CATEGORY, READING_TITLE.REQUIRED_ON, READING_TITLE.ID)
                .fetch(row -> new Found(
                        new Category(
                                row.get(READING_TITLE.LIST_ID),
                                row.get(READING_LIST.YEAR),
                                row.get(READING_LIST.CATEGORY)),
                        new RequiredTitle(
                                row.get(READING_TITLE.ID),
                                row.get(READING_TITLE.TITLE),
                                row.get(READING_TITLE.AUTHOR),
                                row.get(READING_TITLE.LINK),
                                row.get(READING_TITLE.REQUIRED_ON),
                                row.get(READING_TITLE.WITHDRAWN_ON)),
                        row.get(READING_CONFIRMATION.CONFIRMED_AT) != null));
    }
}
