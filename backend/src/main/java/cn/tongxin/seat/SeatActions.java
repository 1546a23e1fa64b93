package cn.tongxin.seat;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.seat.Seat.Grant;
import cn.tongxin.seat.Seat.Person;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is done to a seat: load, check, change, record. */
@Singleton
class SeatActions {
    private final Seats seats;
    private final SeatRoles roles;
    private final List<SeatEnding> endings;
    private final History history;
    private final Clock clock;

    SeatActions(Seats seats, SeatRoles roles, List<SeatEnding> endings, History history, Clock clock) {
        this.seats = seats;
        this.roles = roles;
        this.endings = endings;
        this.history = history;
        this.clock = clock;
    }

    /** A new seat is PENDING until a decision activates it. A repeat with the same id answers the row that is there. */
    @Transactional
    Seat add(@Nullable UUID id, Person person, @Nullable Integer termNo, List<Grant> grants) {
        var caller = Caller.current();
        SeatPolicy.check(SeatPolicy.keepsRoster(caller));
        var isMembers = grants.stream().anyMatch(grant -> grant.role().isMembers());
        var term =
                termNo != null || !isMembers ? termNo : seats.findLatestTerm().orElse(null);
        var seat = new Seat(own(id), 1, SeatStatus.PENDING, person, term, List.copyOf(grants), null, null, false);
        checkGrants(caller, seat);
        checkPerson(seat);
        if (!seats.insert(seat, clock.instant())) {
            var there = seats.get(seat.id());
            if (!there.person().name().equals(person.name())) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return there;
        }
        history.record(Line.of("seat.added", "seat", seat.id())
                .moved(null, seat.status())
                .with("roles", seat.roles()));
        return seat;
    }

    @Transactional
    Seat edit(UUID id, int version, Person person) {
        var seat = visible(id);
        SeatPolicy.check(SeatPolicy.allowsChange(Caller.current(), seat));
        checkVersion(seat, version);
        var changed = seat.with(person);
        checkPerson(changed);
        seats.update(changed, clock.instant());
        history.record(Line.of("seat.changed", "seat", id));
        return changed;
    }

    @Transactional
    Seat move(UUID id, SeatMove move) {
        var seat = visible(id);
        SeatPolicy.check(SeatPolicy.allows(Caller.current(), move, seat));
        checkVersion(seat, move.version());
        checkDecision(seat, move);
        checkLastAdministrator(seat, move);
        var moved = seat.after(move);
        seats.update(moved, clock.instant());
        history.record(Line.of("seat." + name(move), "seat", id)
                .moved(seat.status(), moved.status())
                .with("decision", move.decisionDocument())
                .with("decidedOn", move.decidedOn())
                .with("reason", reason(move)));
        if (moved.status() == SeatStatus.ENDED) {
            endings.forEach(feature -> feature.ended(id));
        }
        return moved;
    }

    @Transactional
    Seat grant(UUID id, Role role, @Nullable UUID unitId) {
        var caller = Caller.current();
        var seat = visible(id);
        SeatPolicy.check(!id.equals(caller.seat())
                && !seat.roles().contains(Role.VISITOR)
                && SeatPolicy.grants(caller, role, isGuarded(id)));
        checkNotEnded(seat);
        var grant = new Grant(role, unitId);
        checkUnit(grant);
        SeatPolicy.checkSeparation(roles.rolesOfPerson(id), role);
        if (roles.grant(id, grant, clock.instant())) {
            history.record(
                    Line.of("seat.role-granted", "seat", id).with("role", role).with("unit", unitId));
        }
        return seats.get(id);
    }

    @Transactional
    Seat revoke(UUID id, Role role) {
        var caller = Caller.current();
        var seat = visible(id);
        SeatPolicy.check(!id.equals(caller.seat()) && SeatPolicy.grants(caller, role, isGuarded(id)));
        if (role == Role.TENANT_ADMIN && roles.othersHolding(role, id) == 0) {
            throw lastAdministrator();
        }
        if (roles.revoke(id, role)) {
            history.record(Line.of("seat.role-revoked", "seat", id).with("role", role));
        }
        return seats.get(seat.id());
    }

    /**
     * Seats of all committees share one directory, so that a client's id becomes an id within this committee: a repeat finds
     * the same seat, and nobody learns which ids others have.
     */
    private static UUID own(@Nullable UUID fromClient) {
        if (fromClient == null) {
            return Ids.next();
        }
        var text = Caller.current().committeeId() + "/" + fromClient;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Another committee's seat, and one that this caller does not see, is the same 404. */
    private Seat visible(UUID id) {
        var seat = seats.get(id);
        if (!SeatPolicy.sees(Caller.current(), seat)) {
            throw Refusal.notFound();
        }
        return seat;
    }

    private boolean isGuarded(UUID except) {
        return roles.othersHolding(Role.SECURITY_ADMIN, except) > 0;
    }

    private void checkGrants(Caller caller, Seat seat) {
        new Fields()
                .check("roles", !seat.grants().isEmpty(), "required", "A seat has at least one role.")
                .orRefuse();
        var held = new HashSet<Role>();
        for (var grant : seat.grants()) {
            SeatPolicy.check(SeatPolicy.grants(caller, grant.role(), isGuarded(seat.id())));
            SeatPolicy.checkSeparation(held, grant.role());
            checkUnit(grant);
            held.add(grant.role());
        }
    }

    private static void checkUnit(Grant grant) {
        var forUnit = grant.role() == Role.UNIT_CLERK || grant.role() == Role.UNIT_LEADER;
        new Fields()
                .check("unitId", !forUnit || grant.unitId() != null, "required", "A clerk works for a unit.")
                .check(
                        "unitId",
                        forUnit || grant.unitId() == null,
                        "not-used",
                        "Only a unit's clerk and leader have a unit.")
                .orRefuse();
    }

    private void checkPerson(Seat seat) {
        var person = seat.person();
        var fields = new Fields()
                .required("name", person.name())
                .maxLength("name", person.name(), 50)
                .maxLength("nativeName", person.nativeName(), 100)
                .maxLength("employment", person.employment(), 200)
                .check(
                        "ethnicity",
                        person.ethnicity() == null
                                || Ethnicity.named(person.ethnicity())
                                        .filter(person.ethnicity()::equals)
                                        .isPresent(),
                        "unknown",
                        "Not a name of GB/T 3304.")
                .check(
                        "sectorId",
                        person.sectorId() == null || seats.sectors().containsKey(person.sectorId()),
                        "unknown",
                        "There is no such sector here.")
                .check(
                        "specialCommitteeIds",
                        seats.specialCommittees().keySet().containsAll(person.specialCommitteeIds()),
                        "unknown",
                        "There is no such special committee here.")
                .check(
                        "termNo",
                        seat.termNo() == null || seats.hasTerm(seat.termNo()),
                        "unknown",
                        "There is no such term here.")
                .check(
                        "phone",
                        person.phone() == null || person.phone().matches("1[3-9]\\d{9}"),
                        "not-a-mobile-number",
                        "Eleven digits.");
        fields.orRefuse();
        if (person.phone() != null && seats.phoneTaken(person.phone(), seat.termNo(), seat.id())) {
            throw Seats.phoneTaken();
        }
    }

    /** A member's seat is taken up, suspended and ended by a decision; a post in the office is not. */
    private static void checkDecision(Seat seat, SeatMove move) {
        var needed = seat.isMembers()
                && !(move instanceof SeatMove.End end
                        && (end.reason() == EndReason.DIED || end.reason() == EndReason.NOT_APPOINTED));
        new Fields()
                .check(
                        "decisionDocument",
                        !needed
                                || move.decisionDocument() != null
                                        && !move.decisionDocument().isBlank(),
                        "required",
                        "Name the decision.")
                .maxLength("decisionDocument", move.decisionDocument(), 200)
                .check("decidedOn", !needed || move.decidedOn() != null, "required", "Say when it was decided.")
                .maxLength("reason", reason(move), 500)
                .orRefuse();
    }

    private void checkLastAdministrator(Seat seat, SeatMove move) {
        if (!(move instanceof SeatMove.Activate)
                && seat.roles().contains(Role.TENANT_ADMIN)
                && roles.othersHolding(Role.TENANT_ADMIN, seat.id()) == 0) {
            throw lastAdministrator();
        }
    }

    private static Refusal lastAdministrator() {
        return Refusal.conflict("seat.last-administrator", "A committee keeps at least one administrator.");
    }

    private static void checkVersion(Seat seat, int version) {
        if (seat.version() != version) {
            throw Seats.outdated().with("currentVersion", seat.version());
        }
    }

    private static void checkNotEnded(Seat seat) {
        if (seat.status() == SeatStatus.ENDED) {
            throw Refusal.conflict("seat.move-not-allowed", "A seat that is ENDED takes no role.")
                    .with("state", seat.status());
        }
    }

    private static String name(SeatMove move) {
        return switch (move) {
            case SeatMove.Activate _ -> "activated";
            case SeatMove.Suspend _ -> "suspended";
            case SeatMove.End _ -> "ended";
        };
    }

    private static @Nullable String reason(SeatMove move) {
        return switch (move) {
            case SeatMove.Activate _ -> null;
            case SeatMove.Suspend suspend -> suspend.reason();
            case SeatMove.End end -> end.note() == null ? end.reason().name().toLowerCase(Locale.ROOT) : end.note();
        };
    }
}
