package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.identity.Callers;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The people of a committee over HTTP. */
@Controller("/api/seats")
@ExecuteOn(TaskExecutors.BLOCKING)
class SeatController {
    private final Seats seats;
    private final SeatActions actions;
    private final SeatViews views;
    private final Callers callers;

    SeatController(Seats seats, SeatActions actions, SeatViews views, Callers callers) {
        this.seats = seats;
        this.actions = actions;
        this.views = views;
        this.callers = callers;
    }

    /** A seat as the client sends it; a repeat with the same {@code id} makes one seat, whose own id comes back. {@code birth} is a year and a month, 1989-04. */
    @Serdeable
    record NewSeat(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String nativeName,
            @Nullable Sex sex,
            @Nullable String birth,
            @Nullable String ethnicity,
            @Nullable UUID sectorId,
            @Nullable List<UUID> specialCommitteeIds,
            @Nullable String employment,
            @Nullable String phone,
            @Nullable Integer termNo,
            @Nullable List<Role> roles,
            @Nullable UUID unitId) {

        Seat.Person person() {
            return SeatController.person(
                    name, nativeName, sex, birth, ethnicity, sectorId, specialCommitteeIds, employment, phone);
        }

        List<Seat.Grant> grants() {
            return (roles == null ? List.of(Role.MEMBER) : roles)
                    .stream()
                            .distinct()
                            .map(role -> new Seat.Grant(
                                    role, role == Role.UNIT_CLERK || role == Role.UNIT_LEADER ? unitId : null))
                            .toList();
        }
    }

    @Serdeable
    record SeatChange(
            int version,
            @Nullable String name,
            @Nullable String nativeName,
            @Nullable Sex sex,
            @Nullable String birth,
            @Nullable String ethnicity,
            @Nullable UUID sectorId,
            @Nullable List<UUID> specialCommitteeIds,
            @Nullable String employment,
            @Nullable String phone) {

        Seat.Person person() {
            return SeatController.person(
                    name, nativeName, sex, birth, ethnicity, sectorId, specialCommitteeIds, employment, phone);
        }
    }

    @Serdeable
    record Unit(@Nullable UUID unitId) {}

    /** A whole number, or none. */
    @Serdeable
    record Phone(@Nullable String phone) {}

    /**
     * By pinyin. {@code q} is a part of the name; dots and spaces do not matter. {@code members} leaves out who only works
     * for the committee, guests and visitors.
     */
    @Get("{?status,role,members,sectorId,specialCommitteeId,unitId,q,after,limit,count}")
    @Transactional(readOnly = true)
    Page<SeatView> list(
            @Nullable @QueryValue SeatStatus status,
            @Nullable @QueryValue Role role,
            @Nullable @QueryValue Boolean members,
            @Nullable @QueryValue UUID sectorId,
            @Nullable @QueryValue UUID specialCommitteeId,
            @Nullable @QueryValue UUID unitId,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        SeatPolicy.check(SeatPolicy.seesList(caller));
        var which = visible(caller)
                .and(status == null ? DSL.noCondition() : SEAT.STATUS.eq(status.name()))
                .and(role == null ? DSL.noCondition() : SeatFilter.holding(role))
                .and(Boolean.TRUE.equals(members) ? SeatFilter.membersOnly() : DSL.noCondition())
                .and(sectorId == null ? DSL.noCondition() : SEAT.SECTOR_ID.eq(sectorId))
                .and(specialCommitteeId == null ? DSL.noCondition() : SeatFilter.inSpecialCommittee(specialCommitteeId))
                .and(unitId == null ? DSL.noCondition() : SeatFilter.ofUnit(unitId))
                .and(q == null || q.isBlank() ? DSL.noCondition() : named(q));
        var size = Page.limit(limit);
        var page = Page.of(
                seats.page(which, Cursor.decode(after), size),
                size,
                seat -> new Cursor(seat.person().name(), seat.id()));
        var names = views.names();
        return page.map(seat -> SeatView.of(seat, caller, names))
                .counted(Boolean.TRUE.equals(count) ? seats.count(which) : null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    SeatView show(UUID id) {
        var seat = seats.get(id);
        if (!SeatPolicy.sees(Caller.current(), seat)) {
            throw Refusal.notFound();
        }
        return views.of(seat);
    }

    /** The whole number, for the keepers of the roster and the person; that somebody else looked is logged. */
    @Get("/{id}/phone")
    Phone phone(UUID id) {
        return new Phone(views.phone(id));
    }

    @Post
    @Status(HttpStatus.CREATED)
    SeatView add(@Body NewSeat body) {
        return views.of(actions.add(body.id(), body.person(), body.termNo(), body.grants()));
    }

    @Put("/{id}")
    SeatView edit(UUID id, @Body SeatChange body) {
        return views.of(actions.edit(id, body.version(), body.person()));
    }

    @Put("/{id}/activation")
    SeatView activate(UUID id, @Body SeatMove.Activate move) {
        return changed(() -> actions.move(id, move));
    }

    @Put("/{id}/suspension")
    SeatView suspend(UUID id, @Body SeatMove.Suspend move) {
        return changed(() -> actions.move(id, move));
    }

    @Put("/{id}/ending")
    SeatView end(UUID id, @Body SeatMove.End move) {
        return changed(() -> actions.move(id, move));
    }

    @Put("/{id}/roles/{role}")
    SeatView grant(UUID id, Role role, @Nullable @Body Unit body) {
        return changed(() -> actions.grant(id, role, body == null ? null : body.unitId()));
    }

    @Delete("/{id}/roles/{role}")
    SeatView revoke(UUID id, Role role) {
        return changed(() -> actions.revoke(id, role));
    }

    /** What a seat may do has changed: nobody acts on what was remembered of it. */
    private SeatView changed(Supplier<Seat> action) {
        var seat = action.get();
        callers.forget();
        return views.of(seat);
    }

    private static Condition visible(Caller caller) {
        if (SeatPolicy.worksInOffice(caller)) {
            return DSL.noCondition();
        }
        return SEAT.STATUS.eq(SeatStatus.ACTIVE.name()).and(SeatFilter.membersOnly());
    }

    private static Condition named(String q) {
        var bare = DSL.replace(DSL.replace(SEAT.NAME, "·", ""), " ", "");
        return bare.containsIgnoreCase(RosterText.nameKey(q)).or(SEAT.NATIVE_NAME.contains(q.strip()));
    }

    private static Seat.Person person(
            @Nullable String name,
            @Nullable String nativeName,
            @Nullable Sex sex,
            @Nullable String birth,
            @Nullable String ethnicity,
            @Nullable UUID sectorId,
            @Nullable List<UUID> specialCommitteeIds,
            @Nullable String employment,
            @Nullable String phone) {
        return new Seat.Person(
                name == null ? "" : RosterText.name(name),
                blankToNull(nativeName),
                sex,
                month(birth),
                blankToNull(ethnicity),
                sectorId,
                specialCommitteeIds == null
                        ? List.of()
                        : specialCommitteeIds.stream().distinct().toList(),
                blankToNull(employment),
                blankToNull(phone));
    }

    private static @Nullable YearMonth month(@Nullable String birth) {
        if (birth == null || birth.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(birth.strip());
        } catch (DateTimeException unreadable) {
            new Fields()
                    .check("birth", false, "not-a-month", "A year and a month, such as 1989-04.")
                    .orRefuse();
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
