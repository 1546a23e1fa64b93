package cn.tongxin.reading;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Page;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading groups and who is in them, over HTTP. */
@Controller("/api/reading-groups")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class ReadingController {
    private final ReadingGroups groups;
    private final Participants participants;
    private final Posts posts;
    private final PostReading reading;
    private final ReadingActions actions;
    private final MembershipActions membership;

    ReadingController(
            ReadingGroups groups,
            Participants participants,
            Posts posts,
            PostReading reading,
            ReadingActions actions,
            MembershipActions membership) {
        this.groups = groups;
        this.participants = participants;
        this.posts = posts;
        this.reading = reading;
        this.actions = actions;
        this.membership = membership;
    }

    /**
     * A group as it is planned. {@code id} is made by the client, so that a repeated send makes one row; without
     * {@code ownerId} the caller owns it; {@code sectionId} is the sector or special committee that alone sees it, where {@code
     * visibility} says so; {@code capacity} counts the owner too. Edits carry the {@code version}. {@code bookIds}
     * are books of the library's lists, ten at most; {@code book} says it in words, or names one that is only proposed.
     */
    @Serdeable
    record Planned(
            @Nullable UUID id,
            @Nullable Integer version,
            String theme,
            @Nullable String book,
            @Nullable List<UUID> bookIds,
            @Nullable String introduction,
            LocalDate startsOn,
            LocalDate endsOn,
            ReadingGroup.@Nullable Visibility visibility,
            @Nullable UUID sectionId,
            @Nullable Integer capacity,
            @Nullable Boolean reviewFirst,
            ReadingGroup.@Nullable Cadence cadence,
            @Nullable UUID termId,
            @Nullable UUID ownerId) {
        ReadingGroup.Plan plan() {
            return new ReadingGroup.Plan(
                    theme,
                    book == null ? "" : book,
                    introduction == null ? "" : introduction,
                    startsOn,
                    endsOn,
                    visibility == null ? ReadingGroup.Visibility.MEMBERS : visibility,
                    visibility != null && visibility.isForSection() ? sectionId : null,
                    capacity,
                    Boolean.TRUE.equals(reviewFirst),
                    cadence == null ? ReadingGroup.Cadence.WEEK : cadence,
                    termId);
        }
    }

    @Serdeable
    record Reason(String reason) {}

    @Serdeable
    record Summary(String text) {}

    @Serdeable
    record Owner(@Nullable UUID ownerId) {}

    @Serdeable
    record Appointment(@Nullable Part part) {}

    /** Whether the caller has muted the group, and the topics that he follows all the same. */
    @Serdeable
    record Muting(boolean muted, @Nullable List<String> topics) {}

    /** How far the caller has read. */
    @Serdeable
    record ReadMark(long seq) {}

    /** Latest beginning first; {@code q} are words (50 characters at most) that stand in theme, book or introduction. */
    @Get("{?status,mine,term,q,after,limit,count}")
    @Transactional(readOnly = true)
    Page<ReadingGroupView> list(
            @Nullable @QueryValue ReadingGroupStatus status,
            @Nullable @QueryValue Boolean mine,
            @Nullable @QueryValue UUID term,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        var filter = new ReadingGroups.Filter(status, Boolean.TRUE.equals(mine), term, Wording.checked(q));
        var size = Page.limit(limit);
        return Page.of(groups.page(caller, filter, Cursor.decode(after), size), size, ReadingGroups::cursor)
                .map(found -> ReadingGroupView.of(found, caller))
                .counted(Boolean.TRUE.equals(count) ? groups.count(caller, filter) : null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    ReadingGroupView show(UUID id) {
        return ReadingGroupView.of(reading.group(id), Caller.current());
    }

    @Post
    @Status(HttpStatus.CREATED)
    ReadingGroupView create(@Body Planned body) {
        return show(actions.create(body.id(), body.plan(), body.ownerId(), body.bookIds()));
    }

    /** Once the office has approved it, its owner leaves theme, books, beginning, visibility and term as they are. */
    @Put("/{id}")
    ReadingGroupView edit(UUID id, @Body Planned body) {
        actions.edit(id, body.version() == null ? 0 : body.version(), body.plan(), body.ownerId(), body.bookIds());
        return show(id);
    }

    /** The group begins; from this day on it counts. */
    @Put("/{id}/opening")
    ReadingGroupView open(UUID id) {
        actions.open(id);
        return show(id);
    }

    /** The owner asks the programme office to let the group begin. */
    @Put("/{id}/submission")
    ReadingGroupView submit(UUID id) {
        actions.submit(id);
        return show(id);
    }

    /** The owner takes it back, as long as the office has not answered. */
    @Delete("/{id}/submission")
    ReadingGroupView recall(UUID id) {
        actions.recall(id);
        return show(id);
    }

    @Put("/{id}/approval")
    ReadingGroupView approve(UUID id) {
        actions.approve(id);
        return show(id);
    }

    /** The office gives a submitted group back, saying why. */
    @Put("/{id}/return")
    ReadingGroupView giveBack(UUID id, @Body Reason body) {
        actions.giveBack(id, body.reason());
        return show(id);
    }

    @Put("/{id}/pause")
    ReadingGroupView pause(UUID id, @Body Reason body) {
        actions.pause(id, body.reason());
        return show(id);
    }

    /**
     * It goes on. The sessions that were planned and its end come later by the whole weeks between the pause and now (by its days
     * where the host changes daily); who was on duty when it began keeps what remains of his week. Where a host now hosts
     * twice the roster says so.
     */
    @Delete("/{id}/pause")
    ReadingGroupView resume(UUID id) {
        actions.resume(id);
        return show(id);
    }

    /** Nothing more is written; the owner sums up and picks what was excellent. */
    @Put("/{id}/wrapping")
    ReadingGroupView wrap(UUID id) {
        actions.wrap(id);
        return show(id);
    }

    /** It was wrapped up by mistake, or too early: it goes on, and the reason stays in the history. */
    @Put("/{id}/reopening")
    ReadingGroupView reopen(UUID id, @Body Reason body) {
        actions.reopen(id, body.reason());
        return show(id);
    }

    @Put("/{id}/summary")
    ReadingGroupView summarise(UUID id, @Body Summary body) {
        actions.summarise(id, body.text());
        return show(id);
    }

    @Put("/{id}/closing")
    ReadingGroupView close(UUID id) {
        actions.close(id);
        return show(id);
    }

    @Put("/{id}/archiving")
    ReadingGroupView archive(UUID id) {
        actions.archive(id);
        return show(id);
    }

    /** Somebody else owns it from now on. */
    @Put("/{id}/owner")
    ReadingGroupView own(UUID id, @Body Owner body) {
        actions.own(id, body.ownerId());
        return show(id);
    }

    /** Only one that has not begun and that nobody has written in. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        actions.delete(id);
    }

    @Put("/{id}/membership")
    ReadingGroupView join(UUID id) {
        membership.join(id);
        return show(id);
    }

    @Delete("/{id}/membership")
    @Status(HttpStatus.NO_CONTENT)
    void leave(UUID id) {
        membership.leave(id);
    }

    /** The caller waits for a place in a full group, and is in as soon as one is free; where one is free he is in at once. */
    @Put("/{id}/waiting")
    ReadingGroupView await(UUID id) {
        membership.await(id);
        return show(id);
    }

    @Delete("/{id}/waiting")
    ReadingGroupView stopWaiting(UUID id) {
        membership.stopWaiting(id);
        return show(id);
    }

    /** Who waits for a place, whoever asked first first; for those who run the group. */
    @Get("/{id}/waiting")
    @Transactional(readOnly = true)
    List<WaitingList.Waiter> waiting(UUID id) {
        return membership.waiting(id);
    }

    /** By name; {@code name} narrows them to those in whose name it stands. */
    @Get("/{id}/members{?name,after,limit}")
    @Transactional(readOnly = true)
    Page<Participants.Participant> members(
            UUID id,
            @Nullable @QueryValue String name,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        reading.group(id);
        var size = Page.limit(limit);
        return Page.of(
                participants.page(id, name, Cursor.decode(after), size),
                size,
                participant -> new Cursor(participant.name(), participant.seatId()));
    }

    @Put("/{id}/members/{seatId}")
    @Status(HttpStatus.NO_CONTENT)
    void add(UUID id, UUID seatId) {
        membership.add(id, seatId);
    }

    @Delete("/{id}/members/{seatId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(UUID id, UUID seatId) {
        membership.remove(id, seatId);
    }

    /** Makes somebody in the group co-owner or secretary, or a plain reader again. */
    @Put("/{id}/members/{seatId}/part")
    @Status(HttpStatus.NO_CONTENT)
    void appoint(UUID id, UUID seatId, @Body Appointment body) {
        membership.appoint(id, seatId, body.part());
    }

    /** Muted, a group counts as unread only what mentions the caller and what stands in the topics he follows. */
    @Put("/{id}/muting")
    ReadingGroupView mute(UUID id, @Body Muting body) {
        membership.mute(id, body.muted(), body.topics() == null ? List.of() : body.topics());
        return show(id);
    }

    /** The topics of a group, the one written in last first. */
    @Get("/{id}/topics")
    @Transactional(readOnly = true)
    List<Posts.Topic> topics(UUID id) {
        reading.group(id);
        return posts.topics(id, Caller.current().seat());
    }

    /** Moves the caller's read mark forward, never back. */
    @Put("/{id}/read")
    ReadingGroupView read(UUID id, @Body ReadMark mark) {
        membership.read(id, mark.seq());
        return show(id);
    }
}
