package cn.tongxin.seat;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which seat is a body, and who acts for it. */
@Singleton
class OrganizationActions {
    private static final int CLERKS_MAX = 10;

    private final Organizations organizations;
    private final Seats seats;
    private final History history;

    OrganizationActions(Organizations organizations, Seats seats, History history) {
        this.organizations = organizations;
        this.seats = seats;
        this.history = history;
    }

    /** The clerks are those named, and nobody else. */
    @Transactional
    Organization put(UUID id, @Nullable OrganizationKind kind, @Nullable List<UUID> clerks) {
        SeatPolicy.check(Caller.current().mayWrite() && SeatPolicy.keepsRoster(Caller.current()));
        var seat = seats.get(id);
        var named =
                clerks == null ? List.<UUID>of() : clerks.stream().distinct().toList();
        if (kind == null) {
            throw Refusal.unprocessable("fields.invalid", "Say what it is.")
                    .field("kind", "required", "Say what it is.");
        }
        new Fields()
                .check("seatId", seat.roles().contains(Role.ORG_ACCOUNT), "not-a-body", "A body's seat is ORG_ACCOUNT.")
                .check("clerks", named.size() <= CLERKS_MAX, "too-many", "At most " + CLERKS_MAX + ".")
                .check("clerks", !named.contains(id), "itself", "A body does not act for itself.")
                .orRefuse();
        for (var clerk : named) {
            var theirs = seats.get(clerk);
            new Fields()
                    .check(
                            "clerks",
                            theirs.status() == SeatStatus.ACTIVE && theirs.isMembers(),
                            "not-serving",
                            theirs.person().name() + " is no serving member here.")
                    .orRefuse();
        }
        organizations.put(id, kind, named);
        history.record(Line.of("organization.changed", "seat", id)
                .with("kind", kind)
                .with("clerks", named.stream().map(UUID::toString).collect(Collectors.joining(","))));
        return organizations.find(id).orElseThrow();
    }
}
