package cn.tongxin.seat;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this caller sees of a seat. The keepers of the roster and the person see everything but most of the phone number;
 * other members see who serves for whom.
 *
 * @param birth year and month, such as 1989-04
 * @param phone such as 138****0001; the whole number is a route of its own
 */
@Serdeable
record SeatView(
        UUID id,
        int version,
        SeatStatus status,
        String name,
        @Nullable String nativeName,
        @Nullable Sex sex,
        @Nullable String birth,
        @Nullable String ethnicity,
        @Nullable Named sector,
        List<Named> specialCommittees,
        @Nullable String employment,
        @Nullable String phone,
        @Nullable Integer termNo,
        List<Grant> roles,
        @Nullable String decisionDocument,
        @Nullable LocalDate decidedOn,
        @Nullable EndReason endReason,
        @Nullable Boolean claimed,
        List<String> can) {

    @Serdeable
    record Named(UUID id, String name) {}

    @Serdeable
    record Grant(Role role, @Nullable UUID unitId) {}

    /** The names behind the ids, read once for a page. */
    record Names(Map<UUID, String> sectors, Map<UUID, String> specialCommittees) {}

    static SeatView of(Seat seat, Caller caller, Names names) {
        var person = seat.person();
        var keeper = SeatPolicy.seesPhones(caller, seat);
        var decision = seat.decision();
        return new SeatView(
                seat.id(),
                seat.version(),
                seat.status(),
                person.name(),
                person.nativeName(),
                keeper ? person.sex() : null,
                keeper ? Objects.toString(person.birth(), null) : null,
                keeper ? person.ethnicity() : null,
                person.sectorId() == null ? null : named(person.sectorId(), names.sectors()),
                person.specialCommitteeIds().stream()
                        .map(id -> named(id, names.specialCommittees()))
                        .toList(),
                keeper ? person.employment() : null,
                keeper && person.phone() != null ? masked(person.phone()) : null,
                seat.termNo(),
                keeper || SeatPolicy.worksInOffice(caller)
                        ? seat.grants().stream()
                                .map(grant -> new Grant(grant.role(), grant.unitId()))
                                .toList()
                        : List.of(),
                keeper && decision != null ? decision.document() : null,
                keeper && decision != null ? decision.on() : null,
                keeper ? seat.endReason() : null,
                keeper ? seat.claimed() : null,
                SeatPolicy.can(caller, seat));
    }

    static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    private static Named named(UUID id, Map<UUID, String> names) {
        return new Named(id, names.getOrDefault(id, ""));
    }
}
