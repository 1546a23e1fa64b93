package cn.tongxin.seat;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's place in this committee, with the person as the committee knows them. */
record Seat(
        UUID id,
        int version,
        SeatStatus status,
        Person person,
        @Nullable Integer termNo,
        List<Grant> grants,
        @Nullable Decision decision,
        @Nullable EndReason endReason,
        boolean claimed) {

    /** What the committee keeps about a person, and no more (domain §5.3, §6). */
    record Person(
            String name,
            @Nullable String nativeName,
            @Nullable Sex sex,
            @Nullable YearMonth birth,
            @Nullable String ethnicity,
            @Nullable UUID sectorId,
            List<UUID> specialCommitteeIds,
            @Nullable String employment,
            @Nullable String phone) {}

    record Grant(Role role, @Nullable UUID unitId) {}

    /** The written decision that the seat stands on. */
    record Decision(@Nullable String document, @Nullable LocalDate on) {}

    Set<Role> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toSet());
    }

    boolean isMembers() {
        return grants.stream().anyMatch(grant -> grant.role().isMembers());
    }

    /** The whole workflow, on one page. */
    static SeatStatus after(SeatStatus status, SeatMove move) {
        return switch (move) {
            case SeatMove.Activate _
            when status == SeatStatus.PENDING || status == SeatStatus.SUSPENDED -> SeatStatus.ACTIVE;
            case SeatMove.Suspend _ when status == SeatStatus.ACTIVE -> SeatStatus.SUSPENDED;
            case SeatMove.End _ when status != SeatStatus.ENDED -> SeatStatus.ENDED;
            case SeatMove.Activate _, SeatMove.Suspend _, SeatMove.End _ ->
                throw Refusal.conflict("seat.move-not-allowed", "A seat that is " + status + " cannot take this step.")
                        .with("state", status);
        };
    }

    Seat after(SeatMove move) {
        return new Seat(
                id,
                version + 1,
                after(status, move),
                person,
                termNo,
                grants,
                move.decisionDocument() == null && move.decidedOn() == null
                        ? decision
                        : new Decision(move.decisionDocument(), move.decidedOn()),
                move instanceof SeatMove.End end ? end.reason() : endReason,
                claimed);
    }

    Seat with(Person changed) {
        return new Seat(id, version + 1, status, changed, termNo, grants, decision, endReason, claimed);
    }
}
