package cn.tongxin.reading;

import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.http.Tag;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The posts of a reading group over HTTP. */
@Controller("/api/reading-groups/{groupId}/posts")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class PostController {
    private final PostReading reading;
    private final PostActions actions;
    private final NoteActions entering;
    private final LivePosts live;

    PostController(PostReading reading, PostActions actions, NoteActions entering, LivePosts live) {
        this.reading = reading;
        this.actions = actions;
        this.entering = entering;
        this.live = live;
    }

    /** A spoken note of a minute at most, and its words where its author wrote them down. */
    @Serdeable
    record Spoken(UUID fileId, @Nullable String transcript) {}

    /**
     * A post as it is written; {@code id} is made by the client, so that a repeated send makes one row. {@code pictures}, nine
     * at most, and {@code voice} are files that this seat has uploaded; with one of them there may be no {@code text}.
     */
    @Serdeable
    record Written(
            @Nullable UUID id,
            Post.Kind kind,
            @Nullable String topic,
            String text,
            @Nullable UUID replyTo,
            @Nullable List<UUID> mentions,
            @Nullable List<UUID> pictures,
            @Nullable Spoken voice) {
        Post.Content content() {
            return new Post.Content(
                    kind,
                    topic == null ? "" : topic.strip(),
                    text,
                    replyTo,
                    mentions == null ? List.of() : mentions.stream().distinct().toList(),
                    new Post.Enclosed(
                            pictures == null ? List.of() : pictures,
                            voice == null ? null : new Post.Voice(voice.fileId(), 0, said(voice))));
        }

        private static String said(Spoken voice) {
            return voice.transcript() == null ? "" : voice.transcript().strip();
        }
    }

    /** What a member in the group wrote on paper, by default today; {@code id} is made by the client. */
    @Serdeable
    record OnPaper(
            @Nullable UUID id,
            @Nullable UUID seatId,
            @Nullable String topic,
            String text,
            @Nullable LocalDate postedOn) {}

    @Serdeable
    record Mended(int version, String text) {}

    /**
     * Posts after or before a place, or changed since a change; at most one of the three, and without any of them the
     * latest; narrowed to a {@code topic} (empty: outside of any), to what is marked or, by {@code q}, to what is seen and has
     * these words (50 characters at most) in its topic or text. Sent with the {@code ETag} of the last answer in {@code If-None-Match} it is 304 while nothing has happened.
     */
    @Get("{?after,before,since,topic,mark,q,limit}")
    @Transactional(readOnly = true)
    HttpResponse<PostPage> list(
            UUID groupId,
            @Nullable @QueryValue Long after,
            @Nullable @QueryValue Long before,
            @Nullable @QueryValue Long since,
            @Nullable @QueryValue String topic,
            @QueryValue Posts.@Nullable Mark mark,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue Integer limit,
            @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String known) {
        var stretch = stretch(after, before, since);
        var size = Page.limit(limit);
        var words = Wording.checked(q);
        var found = reading.group(groupId);
        var tag = PostReading.tag(found, Caller.current());
        if (Tag.isIn(known, tag)) {
            return Tag.notModified(tag);
        }
        return HttpResponse.ok(reading.page(found, stretch, new Posts.Only(topic, mark, words), size))
                .header(HttpHeaders.ETAG, tag);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    PostView show(UUID groupId, UUID id) {
        return reading.one(groupId, id);
    }

    @io.micronaut.http.annotation.Post
    @Status(HttpStatus.CREATED)
    PostView write(UUID groupId, @Body Written body) {
        var id = actions.write(groupId, body.id(), body.content());
        return told(groupId, id);
    }

    /** The office enters a member's note from paper: it is in his name and marked, and he is told. */
    @io.micronaut.http.annotation.Post("/entered")
    @Status(HttpStatus.CREATED)
    PostView enter(UUID groupId, @Body OnPaper body) {
        var topic = body.topic() == null ? "" : body.topic().strip();
        return told(groupId, entering.enter(groupId, body.id(), body.seatId(), topic, body.text(), body.postedOn()));
    }

    @Put("/{id}")
    PostView edit(UUID groupId, UUID id, @Body Mended body) {
        actions.edit(groupId, id, body.version(), body.text());
        return told(groupId, id);
    }

    /** Takes one's own post back; its place stays. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID groupId, UUID id) {
        actions.delete(groupId, id);
        live.moved(groupId);
    }

    /** After the change is committed: those who listen hear of it, and its author sees it. */
    private PostView told(UUID groupId, UUID id) {
        live.moved(groupId);
        return show(groupId, id);
    }

    private static Posts.Stretch stretch(@Nullable Long after, @Nullable Long before, @Nullable Long since) {
        if (Stream.of(after, before, since).filter(Objects::nonNull).count() > 1) {
            throw Refusal.badRequest("page.direction", "One of after, before and since.");
        }
        if (after != null) {
            return new Posts.Stretch.After(after);
        }
        if (since != null) {
            return new Posts.Stretch.Since(since);
        }
        return new Posts.Stretch.Before(before == null ? Long.MAX_VALUE : before);
    }
}
