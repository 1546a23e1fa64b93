package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_NO_SHOW;
import static cn.tongxin.db.cell.Tables.READING_SESSION;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.db.cell.tables.Seat;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of the sessions of reading groups. */
@Singleton
public class ReadingSessions {
    private static final Seat HOST = Seat.SEAT.as("host");
    private static final Seat GUIDE = Seat.SEAT.as("guide");

    private final DSLContext sql;
    private final Calendar calendar;

    ReadingSessions(DSLContext sql, Calendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /** A session with the names of those who lead it; a planned one whose host has left or no longer sits names none. */
    public record Found(
            ReadingSession session,
            @Nullable String hostName,
            @Nullable String guideName) {}

    /** Somebody who was to host a session and did not come. */
    @Serdeable
    public record NoShow(String name, Instant notedAt) {}

    ReadingSession get(UUID group, UUID id) {
        return find(group, id).map(Found::session).orElseThrow(Refusal::notFound);
    }

    Optional<Found> find(UUID group, UUID id) {
        return select(READING_SESSION.ID.eq(id).and(READING_SESSION.GROUP_ID.eq(group))).stream()
                .findFirst();
    }

    Optional<ReadingSession> findImported(String ref) {
        return select(READING_SESSION.IMPORT_REF.eq(ref)).stream()
                .map(Found::session)
                .findFirst();
    }

    /** All that touch these days, in their order. */
    public List<Found> of(Collection<UUID> groups, LocalDate from, LocalDate to) {
        return select(READING_SESSION
                .GROUP_ID
                .in(groups)
                .and(READING_SESSION.STARTS_ON.le(to))
                .and(READING_SESSION.ENDS_ON.ge(from)));
    }

    /** A group in which somebody hosts in the same days. */
    record Elsewhere(UUID groupId, String theme) {}

    /** The groups in which this seat hosts something else in these days; what a closed group had still planned binds nobody. */
    List<Elsewhere> elsewhere(UUID host, UUID session, LocalDate from, LocalDate to) {
        return sql.select(READING_GROUP.ID, READING_GROUP.THEME)
                .from(READING_SESSION)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_SESSION.GROUP_ID))
                .where(READING_SESSION.HOST_ID.eq(host))
                .and(READING_SESSION.ID.ne(session))
                .and(binds(READING_SESSION))
                .and(READING_SESSION.STARTS_ON.le(to))
                .and(READING_SESSION.ENDS_ON.ge(from))
                .fetch(row -> new Elsewhere(row.value1(), row.value2()));
    }

    /** The groups in which the host of each of these sessions hosts something else in its days, from a day on. */
    Map<UUID, List<Elsewhere>> clashes(UUID group, LocalDate from) {
        var other = cn.tongxin.db.cell.tables.ReadingSession.READING_SESSION.as("other");
        return sql.select(READING_SESSION.ID, READING_GROUP.ID, READING_GROUP.THEME)
                .from(READING_SESSION)
                .join(other)
                .on(other.HOST_ID.eq(READING_SESSION.HOST_ID))
                .and(other.ID.ne(READING_SESSION.ID))
                .and(other.STARTS_ON.le(READING_SESSION.ENDS_ON))
                .and(other.ENDS_ON.ge(READING_SESSION.STARTS_ON))
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(other.GROUP_ID))
                .where(READING_SESSION.GROUP_ID.eq(group))
                .and(READING_SESSION.STATUS.eq(ReadingSession.Status.PLANNED.name()))
                .and(READING_SESSION.ENDS_ON.ge(from))
                .and(binds(other))
                .orderBy(READING_SESSION.STARTS_ON, READING_SESSION.ID, READING_GROUP.ID)
                .fetchGroups(READING_SESSION.ID, row -> new Elsewhere(row.value2(), row.value3()));
    }

    private static Condition binds(cn.tongxin.db.cell.tables.ReadingSession session) {
        return session.STATUS
                .eq(ReadingSession.Status.PLANNED.name())
                .and(READING_GROUP.STATUS.notIn(ReadingGroupStatus.CLOSED.name(), ReadingGroupStatus.ARCHIVED.name()));
    }

    /** False where the id is taken already. */
    boolean insert(ReadingSession session) {
        var plan = session.plan();
        return sql.insertInto(READING_SESSION)
                        .set(READING_SESSION.ID, session.id())
                        .set(READING_SESSION.VERSION, session.version())
                        .set(READING_SESSION.GROUP_ID, session.groupId())
                        .set(READING_SESSION.STATUS, session.status().name())
                        .set(columns(plan))
                        .set(READING_SESSION.IMPORT_REF, session.importRef())
                        .set(READING_SESSION.CREATED_AT, session.createdAt())
                        .set(READING_SESSION.UPDATED_AT, session.updatedAt())
                        .onConflict(READING_SESSION.TENANT_ID, READING_SESSION.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    public void update(ReadingSession next) {
        var updated = sql.update(READING_SESSION)
                .set(READING_SESSION.VERSION, next.version())
                .set(READING_SESSION.STATUS, next.status().name())
                .set(columns(next.plan()))
                .set(READING_SESSION.HELD_ON, next.heldOn())
                // Set with the day, and as long as that stays so does it.
                .set(
                        READING_SESSION.SESSION_PERIOD_ID,
                        DSL.when(
                                        READING_SESSION.HELD_ON.isNotDistinctFrom(next.heldOn()),
                                        READING_SESSION.SESSION_PERIOD_ID)
                                .otherwise(
                                        DSL.val(calendar.sessionOn(next.heldOn()), READING_SESSION.SESSION_PERIOD_ID)))
                .set(READING_SESSION.CANCEL_REASON, next.cancelReason())
                .set(READING_SESSION.UPDATED_AT, next.updatedAt())
                .where(READING_SESSION.ID.eq(next.id()))
                .and(READING_SESSION.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw changedMeanwhile();
        }
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("reading.session-version", "Somebody has changed this session meanwhile.");
    }

    /** What was planned from a day on comes later by so many days. */
    void shift(UUID group, LocalDate from, long days, Instant now) {
        sql.update(READING_SESSION)
                .set(READING_SESSION.VERSION, READING_SESSION.VERSION.plus(1))
                .set(READING_SESSION.STARTS_ON, READING_SESSION.STARTS_ON.plus(DSL.val((int) days)))
                .set(READING_SESSION.ENDS_ON, READING_SESSION.ENDS_ON.plus(DSL.val((int) days)))
                .set(READING_SESSION.UPDATED_AT, now)
                .where(READING_SESSION.GROUP_ID.eq(group))
                .and(READING_SESSION.STATUS.eq(ReadingSession.Status.PLANNED.name()))
                .and(READING_SESSION.STARTS_ON.ge(from))
                .execute();
    }

    /** Noted for those who run the group, and for nobody else. */
    void noteNoShow(UUID session, UUID seat, Instant now) {
        sql.insertInto(READING_NO_SHOW)
                .set(READING_NO_SHOW.ID, Ids.next())
                .set(READING_NO_SHOW.SESSION_ID, session)
                .set(READING_NO_SHOW.SEAT_ID, seat)
                .set(READING_NO_SHOW.NOTED_AT, now)
                .execute();
    }

    /** Who did not come to which of these sessions, and when that was noted; for those who run the group. */
    Map<UUID, List<NoShow>> noShows(Collection<UUID> among) {
        return sql.select(READING_NO_SHOW.SESSION_ID, SEAT.NAME, READING_NO_SHOW.NOTED_AT)
                .from(READING_NO_SHOW)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_NO_SHOW.SEAT_ID))
                .where(READING_NO_SHOW.SESSION_ID.in(among))
                .orderBy(READING_NO_SHOW.NOTED_AT)
                .fetchGroups(row -> row.value1(), row -> new NoShow(row.value2(), row.value3()));
    }

    private static Map<?, ?> columns(ReadingSession.Plan plan) {
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(READING_SESSION.KIND, plan.kind().name());
        columns.put(READING_SESSION.STARTS_ON, plan.startsOn());
        columns.put(READING_SESSION.ENDS_ON, plan.endsOn());
        columns.put(READING_SESSION.TOPIC, plan.topic());
        columns.put(READING_SESSION.BOOK_PART, plan.bookPart());
        columns.put(READING_SESSION.MATERIALS, plan.materials());
        columns.put(READING_SESSION.GUIDE_ID, plan.guideId());
        columns.put(READING_SESSION.HOST_ID, plan.hostId());
        return columns;
    }

    /** Whether the host still sits and is in the group: whoever is not will not come. */
    public static Condition isHosted() {
        return READING_SESSION
                .HOST_ID
                .isNotNull()
                .and(DSL.exists(DSL.selectOne()
                        .from(READING_MEMBER)
                        .join(SEAT)
                        .on(SEAT.ID.eq(READING_MEMBER.SEAT_ID))
                        .where(READING_MEMBER.GROUP_ID.eq(READING_SESSION.GROUP_ID))
                        .and(READING_MEMBER.SEAT_ID.eq(READING_SESSION.HOST_ID))
                        .and(READING_MEMBER.LEFT_AT.isNull())
                        .and(SEAT.STATUS.eq(SeatStatus.ACTIVE.name()))));
    }

    private static Field<String> hostName() {
        var comes =
                READING_SESSION.STATUS.ne(ReadingSession.Status.PLANNED.name()).or(isHosted());
        return DSL.when(comes, HOST.NAME).as("host_name");
    }

    private List<Found> select(Condition which) {
        var hostName = hostName();
        return sql.select(READING_SESSION.fields())
                .select(hostName, GUIDE.NAME)
                .from(READING_SESSION)
                .leftJoin(HOST)
                .on(HOST.ID.eq(READING_SESSION.HOST_ID))
                .leftJoin(GUIDE)
                .on(GUIDE.ID.eq(READING_SESSION.GUIDE_ID))
                .where(which)
                .orderBy(READING_SESSION.STARTS_ON, READING_SESSION.ID)
                .fetch(row -> new Found(read(row), row.get(hostName), row.get(GUIDE.NAME)));
    }

    private static ReadingSession read(Record row) {
        return new ReadingSession(
                row.get(READING_SESSION.ID),
                row.get(READING_SESSION.VERSION),
                row.get(READING_SESSION.GROUP_ID),
                ReadingSession.Status.valueOf(row.get(READING_SESSION.STATUS)),
                new ReadingSession.Plan(
                        ReadingSession.Kind.valueOf(row.get(READING_SESSION.KIND)),
                        row.get(READING_SESSION.STARTS_ON),
                        row.get(READING_SESSION.ENDS_ON),
                        row.get(READING_SESSION.TOPIC),
                        row.get(READING_SESSION.BOOK_PART),
                        row.get(READING_SESSION.MATERIALS),
                        row.get(READING_SESSION.GUIDE_ID),
                        row.get(READING_SESSION.HOST_ID)),
                row.get(READING_SESSION.HELD_ON),
                row.get(READING_SESSION.CANCEL_REASON),
                row.get(READING_SESSION.IMPORT_REF),
                row.get(READING_SESSION.CREATED_AT),
                row.get(READING_SESSION.UPDATED_AT));
    }
}
