package cn.tongxin.identity;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.platform.Tables.COMMITTEE;
import static cn.tongxin.db.platform.Tables.DIVISION;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Founding;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A committee's beginning, and its suspension. Afterwards the operator has no way in. */
@Singleton
class CommitteeActions {
    private final DSLContext sql;
    private final InvitationActions invitations;
    private final List<Founding> foundings;
    private final History history;
    private final Crypto crypto;
    private final Clock clock;

    CommitteeActions(
            DSLContext sql,
            InvitationActions invitations,
            List<Founding> foundings,
            History history,
            Crypto crypto,
            Clock clock) {
        this.sql = sql;
        this.invitations = invitations;
        this.foundings = foundings;
        this.history = history;
        this.crypto = crypto;
        this.clock = clock;
    }

    /** The row of the directory. */
    record Committee(UUID id, String code, String name) {}

    private record Division(
            String code,
            String name,
            String level,
            @Nullable String parent) {}

    /** The committee of a division, listed in the directory; the same id again answers what is there. */
    @Transactional
    @Unrecorded("the operator's act; platform.door_log keeps it")
    Committee create(@Nullable UUID id, String code, @Nullable String name) {
        var division = division(code)
                .filter(it -> !it.level().equals("GROUP"))
                .orElseThrow(() -> Refusal.unprocessable("committee.division-unknown", "No such division.")
                        .field("code"));
        var committee = new Committee(
                Ids.orNext(id), code, name == null || name.isBlank() ? "政协" + division.name() + "委员会" : name.strip());
        var inserted = sql.insertInto(COMMITTEE)
                .set(COMMITTEE.ID, committee.id())
                .set(COMMITTEE.CODE, code)
                .set(COMMITTEE.NAME, committee.name())
                .set(COMMITTEE.LEVEL, division.level())
                .set(COMMITTEE.PARENT_CODE, parent(division))
                .set(COMMITTEE.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (inserted == 1) {
            return committee;
        }
        return sql.select(COMMITTEE.ID, COMMITTEE.CODE, COMMITTEE.NAME)
                .from(COMMITTEE)
                .where(COMMITTEE.ID.eq(committee.id()))
                .and(COMMITTEE.CODE.eq(code))
                .fetchOptional(row -> new Committee(row.value1(), row.value2(), row.value3()))
                .orElseThrow(() -> Refusal.conflict("committee.exists", "This division has its committee already."));
    }

    /** Inside the new committee: what every committee begins with, and its first administrator's seat and invitation. */
    @Transactional
    InvitationActions.Link found(String administrator, String phone) {
        var known = firstSeat();
        if (known.isPresent()) {
            return inviteAgain();
        }
        var committee = Caller.current().committeeId();
        history.record(Line.of("committee.founded", "committee", committee));
        foundings.forEach(Founding::found);
        var now = clock.instant();
        var seat = Ids.next();
        sql.insertInto(SEAT_DIRECTORY)
                .set(SEAT_DIRECTORY.SEAT_ID, seat)
                .set(SEAT_DIRECTORY.COMMITTEE_ID, committee)
                .set(SEAT_DIRECTORY.STATUS, "ACTIVE")
                .execute();
        sql.insertInto(SEAT)
                .set(SEAT.ID, seat)
                .set(SEAT.NAME, administrator.strip())
                .set(SEAT.PHONE, crypto.encrypt(phone))
                .set(SEAT.PHONE_HASH, crypto.keyedHash(phone))
                .set(SEAT.STATUS, "ACTIVE")
                .set(SEAT.CREATED_AT, now)
                .execute();
        sql.insertInto(SEAT_ROLE)
                .set(SEAT_ROLE.SEAT_ID, seat)
                .set(SEAT_ROLE.ROLE, Role.TENANT_ADMIN.name())
                .set(SEAT_ROLE.GRANTED_AT, now)
                .execute();
        history.record(Line.of("seat.added", "seat", seat).with("roles", Role.TENANT_ADMIN));
        return invitations.invite(seat);
    }

    /** Another invitation to the first seat, while nobody works in the committee. */
    @Transactional
    InvitationActions.Link inviteAgain() {
        var taken = sql.fetchExists(sql.selectOne()
                .from(SEAT_DIRECTORY)
                .where(SEAT_DIRECTORY.COMMITTEE_ID.eq(Caller.current().committeeId()))
                .and(SEAT_DIRECTORY.STATUS.eq("ACTIVE"))
                .and(SEAT_DIRECTORY.ACCOUNT_ID.isNotNull()));
        if (taken) {
            throw Refusal.conflict("committee.in-use", "Somebody works there already; invitations are theirs now.");
        }
        return invitations.invite(firstSeat().orElseThrow(Refusal::notFound));
    }

    @Transactional
    @Unrecorded("the operator's act; platform.door_log keeps it")
    void suspend(UUID committee, @Nullable String reason) {
        sql.update(COMMITTEE)
                .set(COMMITTEE.STATUS, "SUSPENDED")
                .set(COMMITTEE.SUSPENDED_REASON, reason)
                .where(COMMITTEE.ID.eq(committee))
                .execute();
    }

    @Transactional
    @Unrecorded("the operator's act; platform.door_log keeps it")
    void resume(UUID committee) {
        sql.update(COMMITTEE)
                .set(COMMITTEE.STATUS, "ACTIVE")
                .setNull(COMMITTEE.SUSPENDED_REASON)
                .where(COMMITTEE.ID.eq(committee))
                .execute();
    }

    private Optional<UUID> firstSeat() {
        return sql.select(SEAT.ID)
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .where(SEAT_ROLE.ROLE.eq(Role.TENANT_ADMIN.name()))
                .orderBy(SEAT.CREATED_AT, SEAT.ID)
                .limit(1)
                .fetchOptional(SEAT.ID);
    }

    /** The nearest division above that may have a committee; some codes only group counties. */
    private @Nullable String parent(Division division) {
        var above = division.parent() == null ? Optional.<Division>empty() : division(division.parent());
        return above.map(it -> it.level().equals("GROUP") ? parent(it) : it.code())
                .orElse(null);
    }

    private Optional<Division> division(String code) {
        return sql.select(DIVISION.CODE, DIVISION.NAME, DIVISION.LEVEL, DIVISION.PARENT_CODE)
                .from(DIVISION)
                .where(DIVISION.CODE.eq(code))
                .fetchOptional(row -> new Division(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
