package cn.tongxin.reading;

import cn.tongxin.committee.Settings;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for moderators, and what they and the readers do with a post that is not their own, over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class ModerationController {
    private final Reports reports;
    private final ModerationActions actions;
    private final PostReading reading;
    private final LivePosts live;
    private final Settings settings;
    private final Clock clock;

    ModerationController(
            Reports reports,
            ModerationActions actions,
            PostReading reading,
            LivePosts live,
            Settings settings,
            Clock clock) {
        this.reports = reports;
        this.actions = actions;
        this.reading = reading;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /** A post that waits: held, or reported; {@code words} are the watched ones that stand in it. */
    @Serdeable
    record WaitingView(UUID groupId, String theme, PostView post, List<String> words, List<Reports.Report> reports) {}

    @Serdeable
    record Reason(String reason) {}

    /** What waits in the groups that the caller moderates, the oldest first; for everybody else nothing. */
    @Get("/reading-moderation{?after,limit}")
    @Transactional(readOnly = true)
    Page<WaitingView> waiting(@Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        var size = Page.limit(limit);
        var rules = settings.readingRules();
        var now = clock.instant();
        return Page.of(reports.page(caller, Cursor.decode(after), size), size, Reports::cursor)
                .map(waiting -> new WaitingView(
                        waiting.group().id(),
                        waiting.group().plan().theme(),
                        PostView.of(
                                waiting.post(),
                                Footing.seen(waiting.group(), waiting.part()),
                                caller,
                                now,
                                rules.editable()),
                        rules.watchedIn(waiting.post().content().words()),
                        waiting.reports()));
    }

    /** A post that was called excellent, in its group. */
    @Serdeable
    record ExcellentView(UUID groupId, String theme, PostView post) {}

    /** What was called excellent in any group, the last written first; for the office, which approves it. */
    @Get("/reading-excellent{?approved,after,limit}")
    @Transactional(readOnly = true)
    Page<ExcellentView> excellent(
            @Nullable @QueryValue Boolean approved,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        if (!ReadingPolicy.isStaff(caller)) {
            throw Refusal.notAllowed();
        }
        var size = Page.limit(limit);
        var now = clock.instant();
        var editable = settings.readingRules().editable();
        return Page.of(reports.excellent(approved, Cursor.decode(after), size), size, Reports::dayCursor)
                .map(found -> new ExcellentView(
                        found.group().id(),
                        found.group().plan().theme(),
                        PostView.of(found.post(), Footing.seen(found.group(), found.part()), caller, now, editable)));
    }

    /** The office counts an excellent piece as duty. */
    @Put("/reading-groups/{groupId}/posts/{id}/approval")
    PostView approve(UUID groupId, UUID id) {
        actions.approve(groupId, id, true);
        return told(groupId, id);
    }

    @Delete("/reading-groups/{groupId}/posts/{id}/approval")
    PostView unapprove(UUID groupId, UUID id) {
        actions.approve(groupId, id, false);
        return told(groupId, id);
    }

    /** Lets a held or hidden post be seen. */
    @Put("/reading-groups/{groupId}/posts/{id}/release")
    PostView release(UUID groupId, UUID id) {
        actions.release(groupId, id);
        return told(groupId, id);
    }

    @Put("/reading-groups/{groupId}/posts/{id}/hiding")
    PostView hide(UUID groupId, UUID id, @Body Reason body) {
        actions.hide(groupId, id, body.reason());
        return told(groupId, id);
    }

    /** Asks the moderators to look at a post; they see the reason, not who asks. */
    @Put("/reading-groups/{groupId}/posts/{id}/report")
    @ForVisitors
    @Status(HttpStatus.NO_CONTENT)
    void report(UUID groupId, UUID id, @Body Reason body) {
        actions.report(groupId, id, body.reason());
    }

    /** A reported post stays as it is. */
    @Put("/reading-groups/{groupId}/posts/{id}/keeping")
    @Status(HttpStatus.NO_CONTENT)
    void keep(UUID groupId, UUID id) {
        actions.keep(groupId, id);
    }

    @Put("/reading-groups/{groupId}/posts/{id}/pin")
    PostView pin(UUID groupId, UUID id) {
        actions.pin(groupId, id, true);
        return told(groupId, id);
    }

    @Delete("/reading-groups/{groupId}/posts/{id}/pin")
    PostView unpin(UUID groupId, UUID id) {
        actions.pin(groupId, id, false);
        return told(groupId, id);
    }

    /** An excellent piece; only that it is one counts, never how many somebody writes. */
    @Put("/reading-groups/{groupId}/posts/{id}/praise")
    PostView praise(UUID groupId, UUID id) {
        actions.praise(groupId, id, true);
        return told(groupId, id);
    }

    @Delete("/reading-groups/{groupId}/posts/{id}/praise")
    PostView unpraise(UUID groupId, UUID id) {
        actions.praise(groupId, id, false);
        return told(groupId, id);
    }

    /** After the change is committed: those who listen hear of it. */
    private PostView told(UUID groupId, UUID id) {
        live.moved(groupId);
        return shown(groupId, id);
    }

    @Transactional(readOnly = true)
    PostView shown(UUID groupId, UUID id) {
        return reading.one(groupId, id);
    }
}
