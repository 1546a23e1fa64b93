package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_FOLLOWED_TOPIC;
import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of who reads along. */
@Singleton
class Participants {
    private static final List<String> READERS = Arrays.stream(Role.values())
            .filter(role -> role.isMembers() || role == Role.GUEST)
            .map(Role::name)
            .toList();
    private static final List<String> HOSTS = Arrays.stream(Role.values())
            .filter(role -> role != Role.GUEST && role != Role.VISITOR)
            .map(Role::name)
            .toList();
    private static final Field<Boolean> HOSTING = DSL.field(SEAT.STATUS
                    .eq(SeatStatus.ACTIVE.name())
                    .and(DSL.exists(DSL.selectOne()
                            .from(SEAT_ROLE)
                            .where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                            .and(SEAT_ROLE.ROLE.in(HOSTS)))))
            .as("hosting");

    private final DSLContext sql;

    Participants(DSLContext sql) {
        this.sql = sql;
    }

    /** Somebody in a group; {@code hosts} that he may be put before a session. */
    @Serdeable
    record Participant(UUID seatId, String name, Part part, boolean hosts, Instant joinedAt) {}

    boolean isIn(UUID group, @Nullable UUID seat) {
        return part(group, seat).isIn();
    }

    Part part(UUID group, @Nullable UUID seat) {
        return sql.select(READING_MEMBER.PART)
                .from(READING_MEMBER)
                .where(in(group, seat))
                .fetchOptional(row -> Part.valueOf(row.value1()))
                .orElse(Part.NONE);
    }

    /** What a row of membership says; both are null where there is none. */
    static Part partOf(@Nullable String part, @Nullable Instant leftAt) {
        return part == null || leftAt != null ? Part.NONE : Part.valueOf(part);
    }

    /** How many of these seats are in the group. */
    int countIn(UUID group, Collection<UUID> seats) {
        return sql.fetchCount(
                READING_MEMBER,
                READING_MEMBER
                        .GROUP_ID
                        .eq(group)
                        .and(READING_MEMBER.SEAT_ID.in(seats))
                        .and(READING_MEMBER.LEFT_AT.isNull()));
    }

    int count(UUID group) {
        return sql.fetchCount(READING_MEMBER, READING_MEMBER.GROUP_ID.eq(group).and(READING_MEMBER.LEFT_AT.isNull()));
    }

    /** By name; {@code name} is a part of it. */
    List<Participant> page(UUID group, @Nullable String name, @Nullable Cursor after, int limit) {
        return sql.select(SEAT.ID, SEAT.NAME, READING_MEMBER.PART, HOSTING, READING_MEMBER.JOINED_AT)
                .from(READING_MEMBER)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_MEMBER.SEAT_ID))
                .where(READING_MEMBER.GROUP_ID.eq(group))
                .and(READING_MEMBER.LEFT_AT.isNull())
                .and(name == null ? DSL.noCondition() : SEAT.NAME.contains(name.strip()))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(SEAT.NAME, SEAT.ID).gt(after.key(), after.id()))
                .orderBy(SEAT.NAME, SEAT.ID)
                .limit(Page.rows(limit))
                .fetch(row -> new Participant(
                        row.value1(), row.value2(), Part.valueOf(row.value3()), row.value4(), row.value5()));
    }

    /** Of these seats, those that still sit here, with their roles now and what they are in the group. */
    Map<UUID, Standing> standing(UUID group, Collection<UUID> seats) {
        var roles = DSL.multiset(DSL.select(SEAT_ROLE.ROLE).from(SEAT_ROLE).where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID)))
                .convertFrom(rows -> rows.map(row -> Role.valueOf(row.value1())));
        var belongs = DSL.field(DSL.exists(DSL.selectOne()
                .from(READING_GROUP)
                .where(READING_GROUP.ID.eq(group))
                .and(Audience.includes(SEAT.ID))));
        return sql.select(SEAT.ID, SEAT.STATUS, roles, READING_MEMBER.PART, belongs)
                .from(SEAT)
                .leftJoin(READING_MEMBER)
                .on(READING_MEMBER.SEAT_ID.eq(SEAT.ID))
                .and(READING_MEMBER.GROUP_ID.eq(group))
                .and(READING_MEMBER.LEFT_AT.isNull())
                .where(SEAT.ID.in(seats))
                .fetchMap(
                        row -> row.value1(),
                        row -> new Standing(
                                SeatStatus.valueOf(row.value2()),
                                Set.copyOf(row.value3()),
                                partOf(row.value4(), null),
                                row.value5()));
    }

    /** What a seat is and may be, at this moment; {@code belongs} where it is of the section that the group is for. */
    record Standing(SeatStatus status, Set<Role> roles, Part part, boolean belongs) {}

    /** Whether this seat of the committee may own a group: an active member's. */
    boolean isActiveMember(UUID seat) {
        return isActive(seat, Role.members());
    }

    /** Whether this seat of the committee may read along: an active member's or guest's. */
    boolean isActiveReader(UUID seat) {
        return isActive(seat, READERS);
    }

    /** Whether this seat of the committee may host: anybody's who does not merely read along. */
    boolean isActiveHost(UUID seat) {
        return isActive(seat, HOSTS);
    }

    /** Whether one of these seats is of somebody from another committee. */
    boolean areVisited(Collection<UUID> seats) {
        return sql.fetchExists(SEAT_ROLE, SEAT_ROLE.SEAT_ID.in(seats).and(SEAT_ROLE.ROLE.eq(Role.VISITOR.name())));
    }

    /** Whether this seat has not ended nor been suspended. */
    boolean isSeated(UUID seat) {
        return sql.fetchExists(SEAT, SEAT.ID.eq(seat).and(SEAT.STATUS.eq(SeatStatus.ACTIVE.name())));
    }

    /** Whether somebody sits or sat here, for what happened in the past. */
    boolean isKnown(UUID seat) {
        return sql.fetchExists(SEAT, SEAT.ID.eq(seat));
    }

    private boolean isActive(UUID seat, List<String> roles) {
        return sql.fetchExists(sql.selectOne()
                .from(SEAT)
                .where(SEAT.ID.eq(seat))
                .and(SEAT.STATUS.eq(SeatStatus.ACTIVE.name()))
                .andExists(DSL.selectOne()
                        .from(SEAT_ROLE)
                        .where(SEAT_ROLE.SEAT_ID.eq(seat))
                        .and(SEAT_ROLE.ROLE.in(roles))));
    }

    /** False where the seat is in the group already. Who comes back finds his read mark where he left it. */
    boolean join(UUID group, UUID seat, Instant now) {
        return sql.insertInto(READING_MEMBER)
                        .set(READING_MEMBER.GROUP_ID, group)
                        .set(READING_MEMBER.SEAT_ID, seat)
                        .set(READING_MEMBER.JOINED_AT, now)
                        .onConflict(READING_MEMBER.TENANT_ID, READING_MEMBER.GROUP_ID, READING_MEMBER.SEAT_ID)
                        .doUpdate()
                        .set(READING_MEMBER.JOINED_AT, now)
                        .set(READING_MEMBER.PART, Part.READER.name())
                        .setNull(READING_MEMBER.LEFT_AT)
                        .where(READING_MEMBER.LEFT_AT.isNotNull())
                        .execute()
                == 1;
    }

    /** False where the seat was not in the group. */
    boolean leave(UUID group, UUID seat, Instant now) {
        return sql.update(READING_MEMBER)
                        .set(READING_MEMBER.LEFT_AT, now)
                        .where(in(group, seat))
                        .execute()
                == 1;
    }

    /** Moves the read mark forward, never back. */
    void read(UUID group, UUID seat, long seq) {
        sql.update(READING_MEMBER)
                .set(READING_MEMBER.READ_SEQ, seq)
                .where(in(group, seat))
                .and(READING_MEMBER.READ_SEQ.lt(seq))
                .execute();
    }

    /** False where the seat has this part already, or is not in the group. */
    boolean appoint(UUID group, UUID seat, Part part) {
        return sql.update(READING_MEMBER)
                        .set(READING_MEMBER.PART, part.name())
                        .where(in(group, seat))
                        .and(READING_MEMBER.PART.ne(part.name()))
                        .execute()
                == 1;
    }

    /** Whether the group's posts count as unread, and the topics whose posts do all the same. */
    void mute(UUID group, UUID seat, boolean muted, Collection<String> followed) {
        sql.update(READING_MEMBER)
                .set(READING_MEMBER.MUTED, muted)
                .where(in(group, seat))
                .execute();
        sql.deleteFrom(READING_FOLLOWED_TOPIC)
                .where(READING_FOLLOWED_TOPIC.GROUP_ID.eq(group))
                .and(READING_FOLLOWED_TOPIC.SEAT_ID.eq(seat))
                .execute();
        for (var topic : followed) {
            sql.insertInto(READING_FOLLOWED_TOPIC)
                    .set(READING_FOLLOWED_TOPIC.GROUP_ID, group)
                    .set(READING_FOLLOWED_TOPIC.SEAT_ID, seat)
                    .set(READING_FOLLOWED_TOPIC.TOPIC, topic)
                    .execute();
        }
    }

    private static org.jooq.Condition in(UUID group, @Nullable UUID seat) {
        return READING_MEMBER
                .GROUP_ID
                .eq(group)
                .and(READING_MEMBER.SEAT_ID.eq(seat))
                .and(READING_MEMBER.LEFT_AT.isNull());
    }
}
