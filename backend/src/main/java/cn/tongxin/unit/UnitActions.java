package cn.tongxin.unit;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Units are added, renamed, ended and succeeded. */
@Singleton
class UnitActions {
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final Units units;
    private final History history;

    UnitActions(Units units, History history) {
        this.units = units;
        this.history = history;
    }

    @Transactional
    HandlingUnit add(HandlingUnit unit) {
        UnitPolicy.checkEdits(Caller.current());
        check(unit);
        var there = units.find(unit.id());
        if (there.isPresent()) {
            if (there.get().equals(unit)) {
                return unit;
            }
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        checkName(unit);
        if (!units.insert(unit)) {
            throw Refusal.conflict("unit.taken", "There is a unit of that name already.")
                    .field("name");
        }
        history.record(said(Line.of("unit.added", "unit", unit.id()), unit));
        return unit;
    }

    @Transactional
    HandlingUnit change(UUID id, HandlingUnit asked) {
        UnitPolicy.checkEdits(Caller.current());
        var there = units.get(id);
        if (there.version() != asked.version() - 1) {
            throw outdated();
        }
        check(asked);
        checkName(asked);
        checkSuccessor(asked);
        units.update(asked);
        history.record(said(
                Line.of(ends(there, asked) ? "unit.ended" : "unit.changed", "unit", id)
                        .with("from", there.name()),
                asked));
        return asked;
    }

    static Refusal outdated() {
        return Refusal.conflict("unit.version", "Somebody has changed this unit meanwhile.");
    }

    private static boolean ends(HandlingUnit there, HandlingUnit asked) {
        return there.validTo() == null && asked.validTo() != null;
    }

    private static void check(HandlingUnit unit) {
        var validTo = unit.validTo();
        new Fields()
                .required("name", unit.name())
                .maxLength("name", unit.name(), 80)
                .check(
                        "validFrom",
                        !unit.validFrom().isBefore(EARLIEST) && unit.validFrom().getYear() < 2200,
                        "out-of-range",
                        "A day of our time.")
                .check(
                        "validTo",
                        validTo == null || (validTo.isAfter(unit.validFrom()) && validTo.getYear() < 2200),
                        "too-early",
                        "After it began.")
                .check(
                        "successorId",
                        unit.successor() == null || validTo != null,
                        "not-ended",
                        "Only a unit that ends has a successor.")
                .orRefuse();
    }

    private void checkName(HandlingUnit unit) {
        if (unit.validTo() == null && units.isNameTaken(unit)) {
            throw Refusal.conflict("unit.taken", "There is a unit of that name already.")
                    .field("name");
        }
    }

    /** The successor is there, is another, and does not lead back. */
    private void checkSuccessor(HandlingUnit unit) {
        for (var next = unit.successor(); next != null; ) {
            if (next.equals(unit.id())) {
                throw Refusal.unprocessable("unit.successor-circle", "A unit does not come after itself.")
                        .field("successorId");
            }
            next = units.get(next).successor();
        }
    }

    private static Line said(Line line, HandlingUnit unit) {
        return line.with("name", unit.name())
                .with("system", unit.system())
                .with("validFrom", unit.validFrom())
                .with("validTo", unit.validTo())
                .with("successor", unit.successor());
    }
}
