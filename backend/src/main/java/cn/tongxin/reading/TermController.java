package cn.tongxin.reading;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading terms over HTTP. */
@Controller("/api/reading-terms")
@ExecuteOn(TaskExecutors.BLOCKING)
class TermController {
    private final ReadingTerms terms;
    private final TermActions actions;

    TermController(ReadingTerms terms, TermActions actions) {
        this.terms = terms;
        this.actions = actions;
    }

    /**
     * {@code groups}: how many it has, {@code openGroups} of them not closed yet. {@code joined}: how many people are in them,
     * {@code contributed} of whom have written something that is seen.
     */
    @Serdeable
    record TermView(
            UUID id,
            int version,
            ReadingTerm.Status status,
            String name,
            LocalDate startsOn,
            LocalDate endsOn,
            int groups,
            int openGroups,
            int joined,
            int contributed,
            List<String> can) {
        static TermView of(ReadingTerms.Found found, Caller caller) {
            var term = found.term();
            return new TermView(
                    term.id(),
                    term.version(),
                    term.status(),
                    term.name(),
                    term.startsOn(),
                    term.endsOn(),
                    found.groups(),
                    found.openGroups(),
                    found.joined(),
                    found.contributed(),
                    ReadingPolicy.can(caller, found));
        }
    }

    @Serdeable
    record Planned(@Nullable UUID id, @Nullable Integer version, String name, LocalDate startsOn, LocalDate endsOn) {
        ReadingTerm term() {
            return new ReadingTerm(Ids.orNext(id), 1, ReadingTerm.Status.PLANNED, name, startsOn, endsOn);
        }
    }

    @Serdeable
    record Step(int version, ReadingTerm.@Nullable Status status) {}

    /** The latest first. */
    @Get
    @Transactional(readOnly = true)
    List<TermView> list() {
        var caller = Caller.current();
        ReadingPolicy.checkReadsTerms(caller);
        return terms.all().stream().map(found -> TermView.of(found, caller)).toList();
    }

    @Post
    @Status(HttpStatus.CREATED)
    TermView plan(@Body Planned body) {
        return show(actions.plan(body.term()));
    }

    @Put("/{id}")
    TermView edit(UUID id, @Body Planned body) {
        actions.edit(id, body.version() == null ? 0 : body.version(), body.term());
        return show(id);
    }

    /**
     * PLANNED, OPEN, RUNNING, WRAPPING, ARCHIVED: one step at a time. One step back takes a mistake back: from WRAPPING always, to
     * OPEN and PLANNED until a group has begun (409 {@code reading.term-begun}), from ARCHIVED never.
     */
    @Put("/{id}/status")
    TermView move(UUID id, @Body Step body) {
        actions.move(id, body.version(), body.status());
        return show(id);
    }

    @Transactional(readOnly = true)
    TermView show(UUID id) {
        return TermView.of(terms.get(id), Caller.current());
    }
}
