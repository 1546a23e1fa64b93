package cn.tongxin.tenancy;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person in a seat of one committee, a person without a seat, or the service itself. With no caller it says
 * "nobody", and row-level security refuses the statement.
 */
public record Caller(
        @Nullable UUID accountId,
        @Nullable String subject,
        @Nullable UUID committee,
        @Nullable UUID seat,
        @Nullable String name,
        @Nullable SeatStatus seatStatus,
        Set<Role> roles,
        @Nullable UUID unit,
        Set<UUID> organizations,
        boolean operator,
        Client client,
        @Nullable String ip) {

    private static final Caller NOBODY =
            new Caller(null, null, null, null, null, null, Set.of(), null, Set.of(), false, Client.SYSTEM, null);

    /** The service itself at work in one committee: readers, deliveries, time-driven moves. */
    public static Caller system(UUID committee) {
        return new Caller(
                null, null, committee, null, null, null, Set.of(), null, Set.of(), false, Client.SYSTEM, null);
    }

    /** Nobody in particular, looking into one committee before it is known who asks: log-in, tokens, tickets, open pages. */
    public static Caller visitor(UUID committee) {
        return new Caller(null, null, committee, null, null, null, Set.of(), null, Set.of(), false, Client.PHONE, null);
    }

    /** Somebody who has not logged in. */
    public static Caller anybody(@Nullable String ip) {
        return new Caller(null, null, null, null, null, null, Set.of(), null, Set.of(), false, Client.PHONE, ip);
    }

    public static Caller current() {
        return PropagatedContext.getOrEmpty()
                .find(Element.class)
                .map(Element::caller)
                .orElse(NOBODY);
    }

    /** The same person at a committee's door, in no seat there: to take one, or to found it. */
    public Caller at(UUID door) {
        return new Caller(accountId, subject, door, null, null, null, Set.of(), null, Set.of(), operator, client, ip);
    }

    /** The same person, now known to be this account's. */
    public Caller as(UUID account) {
        return new Caller(
                account, subject, committee, seat, name, seatStatus, roles, unit, organizations, operator, client, ip);
    }

    /** The same person in the same seat, as the seat is now. */
    public Caller now(SeatStatus status, Set<Role> rolesNow) {
        return new Caller(
                accountId, subject, committee, seat, name, status, rolesNow, unit, organizations, operator, client, ip);
    }

    /** The same person in another of his seats. */
    public Caller inSeat(UUID other, Directory.Seat held) {
        return new Caller(
                accountId,
                subject,
                other,
                held.id(),
                held.name(),
                held.status(),
                held.roles(),
                held.unitId(),
                held.organizations(),
                operator,
                client,
                ip);
    }

    /** Runs some work as this caller. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        var context = PropagatedContext.getOrEmpty();
        try (var _ = context.find(Element.class)
                .map(context::minus)
                .orElse(context)
                .plus(element())
                .propagate()) {
            return work.get();
        }
    }

    public void run(Runnable work) {
        this.<@Nullable Void>call(() -> {
            work.run();
            return null;
        });
    }

    public PropagatedContextElement element() {
        return new Element(this);
    }

    /** The seat that acts; a programmer's mistake where none does. */
    public UUID seatId() {
        return require(seat, "seat");
    }

    /** Whether a seat is the caller's own, or a body's whose clerk he is. */
    public boolean actsFor(UUID some) {
        return some.equals(seat) || organizations.contains(some);
    }

    /** The caller's own seat, and those of the bodies whose clerk he is. */
    public List<UUID> seats() {
        return Stream.concat(Stream.of(seatId()), organizations.stream()).toList();
    }

    public UUID committeeId() {
        return require(committee, "committee");
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... any) {
        for (var role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the caller sits in the committee, rather than working for it or visiting it. */
    public boolean isMember() {
        return roles.stream().anyMatch(Role::isMembers);
    }

    /** Whether the caller works in a handling unit, and only for it. */
    public boolean worksInUnit() {
        return unit != null && hasAny(Role.UNIT_CLERK, Role.UNIT_LEADER);
    }

    /** Whether the caller has come in, but has no say here. */
    public boolean isOnlyGuest() {
        return roles.stream().allMatch(Role::isGuests);
    }

    /** Whether the caller comes from another committee, and to one reading group alone. */
    public boolean isVisitor() {
        return roles.equals(Set.of(Role.VISITOR));
    }

    /** Whether the seat may change anything at all. */
    public boolean mayWrite() {
        return seatStatus == SeatStatus.ACTIVE;
    }

    boolean isService() {
        return client == Client.SYSTEM && committee != null;
    }

    private static UUID require(@Nullable UUID id, String what) {
        if (id == null) {
            throw new IllegalStateException("The caller has no " + what + ".");
        }
        return id;
    }

    private record Element(Caller caller) implements PropagatedContextElement {}
}
