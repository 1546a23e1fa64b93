package cn.tongxin.unit;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handling units over HTTP. */
@Controller("/api/units")
@ExecuteOn(TaskExecutors.BLOCKING)
class UnitController {
    private final Units units;
    private final UnitActions actions;
    private final Clock clock;

    UnitController(Units units, UnitActions actions, Clock clock) {
        this.units = units;
        this.actions = actions;
        this.clock = clock;
    }

    @Serdeable
    record UnitView(
            UUID id,
            int version,
            String name,
            UnitSystem system,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID successorId,
            List<String> can) {

        static UnitView of(HandlingUnit unit) {
            return new UnitView(
                    unit.id(),
                    unit.version(),
                    unit.name(),
                    unit.system(),
                    unit.validFrom(),
                    unit.validTo(),
                    unit.successor(),
                    UnitPolicy.edits(Caller.current()) ? List.of("edit") : List.of());
        }
    }

    /** {@code system} is GOVERNMENT and {@code validFrom} today unless said. */
    @Serdeable
    record NewUnit(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable UnitSystem system,
            @Nullable LocalDate validFrom) {}

    /** A reform ends a unit by {@code validTo}, its first day no more, and may name its successor. */
    @Serdeable
    record UnitChange(
            int version,
            @Nullable String name,
            UnitSystem system,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID successorId) {}

    /** By name; {@code ended=true} shows those too that are no more. */
    @Get("{?ended,after,limit,count}")
    @Transactional(readOnly = true)
    Page<UnitView> list(
            @Nullable @QueryValue Boolean ended,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        UnitPolicy.checkReads(Caller.current());
        var size = Page.limit(limit);
        var all = Boolean.TRUE.equals(ended);
        return Page.of(units.page(all, Cursor.decode(after), size), size, unit -> new Cursor(unit.name(), unit.id()))
                .map(UnitView::of)
                .counted(Boolean.TRUE.equals(count) ? units.count(all) : null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    UnitView show(UUID id) {
        UnitPolicy.checkReads(Caller.current());
        return UnitView.of(units.get(id));
    }

    @Post
    @Status(HttpStatus.CREATED)
    UnitView add(@Body NewUnit body) {
        return UnitView.of(actions.add(new HandlingUnit(
                Ids.orNext(body.id()),
                1,
                name(body.name()),
                body.system() == null ? UnitSystem.GOVERNMENT : body.system(),
                body.validFrom() == null ? LocalDate.now(clock) : body.validFrom(),
                null,
                null)));
    }

    @Put("/{id}")
    UnitView change(UUID id, @Body UnitChange body) {
        return UnitView.of(actions.change(
                id,
                new HandlingUnit(
                        id,
                        body.version() + 1,
                        name(body.name()),
                        body.system(),
                        body.validFrom(),
                        body.validTo(),
                        body.successorId())));
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name.strip();
    }
}
