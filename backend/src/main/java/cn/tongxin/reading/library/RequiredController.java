package cn.tongxin.reading.library;

import cn.tongxin.http.Fields;
import cn.tongxin.tenancy.Caller;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Required reading over HTTP. */
@Controller("/api/required-titles")
@ExecuteOn(TaskExecutors.BLOCKING)
class RequiredController {
    private final RequiredTitles titles;
    private final RequiredActions actions;
    private final Clock clock;

    RequiredController(RequiredTitles titles, RequiredActions actions, Clock clock) {
        this.titles = titles;
        this.actions = actions;
        this.clock = clock;
    }

    /** A title for this year's list of a category, which is made where it is not there yet. */
    @Serdeable
    record Required(
            @Nullable UUID id,
            @Nullable String category,
            @Nullable String title,
            @Nullable String author,
            @Nullable String link) {}

    /**
     * A title as the caller finds it. {@code n} of {@code of} active members have confirmed it; only those who keep the
     * lists see that, and nobody sees who.
     */
    @Serdeable
    record TitleView(
            UUID id,
            String category,
            String title,
            String author,
            @Nullable String link,
            LocalDate requiredOn,
            boolean confirmed,
            @Nullable Integer n,
            @Nullable Integer of,
            List<String> can) {}

    /** The titles of a year, by default this one, by category. */
    @Get("{?year}")
    @Transactional(readOnly = true)
    List<TitleView> list(@Nullable @QueryValue Integer year) {
        var caller = Caller.current();
        RequiredPolicy.checkReads(caller);
        new Fields()
                .check("year", year == null || (year >= 1949 && year < 2200), "out-of-range", "A year of our time.")
                .orRefuse();
        return views(titles.of(year == null ? LocalDate.now(clock).getYear() : year, caller.seat()), caller);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    TitleView show(UUID id) {
        var caller = Caller.current();
        RequiredPolicy.checkReads(caller);
        return views(List.of(titles.get(id, caller.seat())), caller).getFirst();
    }

    @Post
    @Status(HttpStatus.CREATED)
    TitleView require(@Body Required body) {
        return show(actions.require(body.id(), body.category(), body.title(), body.author(), body.link()));
    }

    /** Takes it off the list; what was confirmed stays. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void withdraw(UUID id) {
        actions.withdraw(id);
    }

    /** "I have read it": one tap, no timer. */
    @Put("/{id}/confirmation")
    TitleView confirm(UUID id) {
        actions.confirm(id);
        return show(id);
    }

    private List<TitleView> views(List<RequiredTitles.Found> found, Caller caller) {
        var counts = RequiredPolicy.keeps(caller)
                ? titles.confirmed(found.stream().map(each -> each.title().id()).toList())
                : null;
        var of = counts == null ? null : titles.activeMembers();
        return found.stream().map(each -> view(each, counts, of, caller)).toList();
    }

    private static TitleView view(
            RequiredTitles.Found found, @Nullable Map<UUID, Integer> counts, @Nullable Integer of, Caller caller) {
        var title = found.title();
        return new TitleView(
                title.id(),
                found.category().name(),
                title.title(),
                title.author(),
                title.link(),
                title.requiredOn(),
                found.confirmed(),
                counts == null ? null : counts.getOrDefault(title.id(), 0),
                of,
                title.withdrawnOn() == null ? RequiredPolicy.can(caller, found.confirmed()) : List.of());
    }
}
