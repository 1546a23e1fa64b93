package cn.tongxin.notification;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Directory;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import cn.tongxin.tenancy.Transactions;
import cn.tongxin.unit.HandlingUnit;
import cn.tongxin.unit.Units;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit that serves county and prefecture has a seat in each; its clerk sees what waits in all of them on one screen, each
 * asked for in its own committee.
 */
@Singleton
class UnitTodos {
    private static final Set<Role> UNIT_ROLES = Set.of(Role.UNIT_CLERK, Role.UNIT_LEADER);

    private final Todos todos;
    private final Directory directory;
    private final Committees committees;
    private final Units units;
    private final Transactions transactions;

    UnitTodos(Todos todos, Directory directory, Committees committees, Units units, Transactions transactions) {
        this.todos = todos;
        this.directory = directory;
        this.committees = committees;
        this.units = units;
        this.transactions = transactions;
    }

    /** What waits in one seat. */
    @Serdeable
    record SeatTodo(
            UUID seatId, String committeeName, @Nullable String unitName, List<Todo.Group> groups) {}

    /** Only from a seat of a unit: it is accepted with two factors, as the others of its kind would be. */
    List<SeatTodo> of(Caller caller) {
        if (caller.accountId() == null || caller.roles().stream().noneMatch(UNIT_ROLES::contains)) {
            throw Refusal.notAllowed();
        }
        return directory.findSeats(caller.accountId()).stream()
                .filter(entry -> entry.status() == SeatStatus.ACTIVE)
                .flatMap(entry -> in(entry, caller))
                .toList();
    }

    private Stream<SeatTodo> in(Directory.Entry entry, Caller caller) {
        return committees.find(entry.committeeId()).filter(Committees.Entry::isActive).stream()
                .flatMap(committee -> directory.findSeat(committee.id(), entry.seatId()).stream()
                        .filter(seat -> seat.roles().stream().anyMatch(UNIT_ROLES::contains))
                        .map(seat -> asked(committee, caller.inSeat(committee.id(), seat))));
    }

    private SeatTodo asked(Committees.Entry committee, Caller there) {
        return there.call(() -> transactions.alone(() -> new SeatTodo(
                there.seatId(),
                committee.name(),
                Optional.ofNullable(there.unit())
                        .flatMap(units::find)
                        .map(HandlingUnit::name)
                        .orElse(null),
                todos.of(there).groups())));
    }
}
