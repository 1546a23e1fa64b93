package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_FOLLOWED_TOPIC;
import static cn.tongxin.db.cell.Tables.READING_GROUP_CLOCK;
import static cn.tongxin.db.cell.Tables.READING_MENTION;
import static cn.tongxin.db.cell.Tables.READING_PICTURE;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.READING_VOICE;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.db.cell.tables.ReadingPost;
import cn.tongxin.db.cell.tables.Seat;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of the posts of reading groups. */
@Singleton
public class Posts {
    private static final Field<List<UUID>> MENTIONS = DSL.multiset(DSL.select(READING_MENTION.SEAT_ID)
                    .from(READING_MENTION)
                    .where(READING_MENTION.POST_ID.eq(READING_POST.ID))
                    .orderBy(READING_MENTION.SEAT_ID))
            .as("mentions")
            .convertFrom(rows -> rows.map(row -> row.value1()));

    private static final Field<List<UUID>> PICTURES = DSL.multiset(DSL.select(READING_PICTURE.FILE_ID)
                    .from(READING_PICTURE)
                    .where(READING_PICTURE.POST_ID.eq(READING_POST.ID))
                    .orderBy(READING_PICTURE.PLACE))
            .as("pictures")
            .convertFrom(rows -> rows.map(row -> row.value1()));
    private static final Field<List<Post.Voice>> VOICES = DSL.multiset(
                    DSL.select(READING_VOICE.FILE_ID, READING_VOICE.LENGTH_MS, READING_VOICE.TRANSCRIPT)
                            .from(READING_VOICE)
                            .where(READING_VOICE.POST_ID.eq(READING_POST.ID)))
            .as("voices")
            .convertFrom(rows -> rows.map(row -> new Post.Voice(row.value1(), row.value2(), row.value3())));

    private static final ReadingPost EARLIER = READING_POST.as("earlier");
    private static final Seat EARLIER_AUTHOR = SEAT.as("earlier_author");
    private static final Field<List<Post.Answered>> ANSWERED = DSL.multiset(DSL.select(
                            EARLIER.ID,
                            EARLIER.AUTHOR_ID,
                            EARLIER_AUTHOR.NAME,
                            EARLIER.STATUS,
                            DSL.left(EARLIER.TEXT, DSL.inline(Post.QUOTED)))
                    .from(EARLIER)
                    .join(EARLIER_AUTHOR)
                    .on(EARLIER_AUTHOR.ID.eq(EARLIER.AUTHOR_ID))
                    .where(EARLIER.ID.eq(READING_POST.REPLY_TO_ID)))
            .as("answered")
            .convertFrom(rows -> rows.map(row -> new Post.Answered(
                    row.value1(), row.value2(), row.value3(), Post.Status.valueOf(row.value4()), row.value5())));

    /** What of a post lies in tables of its own, and in the row of the one that it answers. */
    static final List<Field<?>> BESIDE = List.of(MENTIONS, PICTURES, VOICES, ANSWERED);

    private final DSLContext sql;
    private final Calendar calendar;

    Posts(DSLContext sql, Calendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /** Which posts: {@code after} and {@code before} go by place, {@code since} by change. */
    sealed interface Stretch {
        record After(long seq) implements Stretch {}

        record Before(long seq) implements Stretch {}

        record Since(long change) implements Stretch {}
    }

    /** Whose held posts are shown with the rest: everybody's to a moderator, one's own to anybody. */
    record Eyes(@Nullable UUID seat, boolean moderates) {
        Condition condition() {
            return moderates
                    ? DSL.noCondition()
                    : READING_POST
                            .STATUS
                            .ne(Post.Status.HELD.name())
                            .or(READING_POST.HELD_AGAIN)
                            .or(READING_POST.AUTHOR_ID.eq(seat));
        }
    }

    /** What a reading of posts is narrowed to: one topic ({@code ""} is outside of any), what was marked, what is said. */
    record Only(
            @Nullable String topic,
            @Nullable Mark mark,
            @Nullable String words) {
        Condition condition() {
            var inTopic = (topic == null ? DSL.noCondition() : READING_POST.TOPIC.eq(topic)).and(said());
            return mark == null
                    ? inTopic
                    : inTopic.and(
                            switch (mark) {
                                case PINNED -> READING_POST.PINNED_AT.isNotNull();
                                case EXCELLENT -> READING_POST.EXCELLENT_ON.isNotNull();
                            });
        }

        /** Only what is seen is found by its words. */
        private Condition said() {
            return words == null
                    ? DSL.noCondition()
                    : READING_POST
                            .STATUS
                            .eq(Post.Status.VISIBLE.name())
                            .and(Wording.in(words, READING_POST.TOPIC, READING_POST.TEXT));
        }
    }

    enum Mark {
        PINNED,
        EXCELLENT
    }

    /** Waits for whoever is writing in this group, and holds the group's clock until the transaction ends. */
    Post.Place lock(UUID group) {
        return sql.select(READING_GROUP_CLOCK.SEQ, READING_GROUP_CLOCK.CHANGE)
                .from(READING_GROUP_CLOCK)
                .where(READING_GROUP_CLOCK.GROUP_ID.eq(group))
                .forUpdate()
                .fetchOptional(row -> new Post.Place(row.value1(), row.value2()))
                .orElseThrow(Refusal::notFound);
    }

    /** The next place and change; only after {@link #lock}. */
    Post.Place nextPlace(UUID group) {
        return advance(group, 1);
    }

    long nextChange(UUID group) {
        return advance(group, 0).change();
    }

    private Post.Place advance(UUID group, int places) {
        return sql.update(READING_GROUP_CLOCK)
                .set(READING_GROUP_CLOCK.SEQ, READING_GROUP_CLOCK.SEQ.plus(places))
                .set(READING_GROUP_CLOCK.CHANGE, READING_GROUP_CLOCK.CHANGE.plus(1))
                .where(READING_GROUP_CLOCK.GROUP_ID.eq(group))
                .returning(READING_GROUP_CLOCK.SEQ, READING_GROUP_CLOCK.CHANGE)
                .fetchOptional(
                        row -> new Post.Place(row.get(READING_GROUP_CLOCK.SEQ), row.get(READING_GROUP_CLOCK.CHANGE)))
                .orElseThrow(Refusal::notFound);
    }

    public Post get(UUID group, UUID id) {
        return find(id).filter(post -> post.groupId().equals(group)).orElseThrow(Refusal::notFound);
    }

    public Optional<Post> find(UUID id) {
        return select(READING_POST.ID.eq(id)).fetchOptional(Posts::read);
    }

    List<Post> find(Collection<UUID> ids) {
        return select(READING_POST.ID.in(ids)).fetch(Posts::read);
    }

    /** In the order of their places (of their changes for {@code Since}), one more than {@code limit} where there are more. */
    List<Post> find(UUID group, Stretch stretch, Only only, Eyes eyes, int limit) {
        var inGroup = READING_POST.GROUP_ID.eq(group).and(only.condition()).and(eyes.condition());
        return switch (stretch) {
            case Stretch.After(var seq) ->
                select(inGroup.and(READING_POST.SEQ.gt(seq)))
                        .orderBy(READING_POST.SEQ)
                        .limit(Page.rows(limit))
                        .fetch(Posts::read);
            case Stretch.Since(var change) ->
                select(inGroup.and(READING_POST.CHANGE.gt(change)))
                        .orderBy(READING_POST.CHANGE)
                        .limit(Page.rows(limit))
                        .fetch(Posts::read);
            case Stretch.Before(var seq) -> {
                var newestFirst = select(inGroup.and(READING_POST.SEQ.lt(seq)))
                        .orderBy(READING_POST.SEQ.desc())
                        .limit(Page.rows(limit))
                        .fetch(Posts::read);
                Collections.reverse(newestFirst);
                yield newestFirst;
            }
        };
    }

    /** The last change of a group. */
    long change(UUID group) {
        return sql.select(READING_GROUP_CLOCK.CHANGE)
                .from(READING_GROUP_CLOCK)
                .where(READING_GROUP_CLOCK.GROUP_ID.eq(group))
                .fetchOptional(READING_GROUP_CLOCK.CHANGE)
                .orElseThrow(Refusal::notFound);
    }

    /** The last change of each of several groups. */
    Map<UUID, Long> changes(Collection<UUID> groups) {
        return sql.select(READING_GROUP_CLOCK.GROUP_ID, READING_GROUP_CLOCK.CHANGE)
                .from(READING_GROUP_CLOCK)
                .where(READING_GROUP_CLOCK.GROUP_ID.in(groups))
                .fetchMap(READING_GROUP_CLOCK.GROUP_ID, READING_GROUP_CLOCK.CHANGE);
    }

    /** Everything that changed after one change and up to another, whoever may see it, in the order of the changes. */
    List<Post> between(UUID group, long after, long upTo, int limit) {
        return select(READING_POST
                        .GROUP_ID
                        .eq(group)
                        .and(READING_POST.CHANGE.gt(after))
                        .and(READING_POST.CHANGE.le(upTo)))
                .orderBy(READING_POST.CHANGE)
                .limit(limit)
                .fetch(Posts::read);
    }

    int countPinned(UUID group) {
        return sql.fetchCount(READING_POST, READING_POST.GROUP_ID.eq(group).and(READING_POST.PINNED_AT.isNotNull()));
    }

    /** The topics of what is seen in a group, the one written in last first, at most a hundred. */
    List<Topic> topics(UUID group, @Nullable UUID seat) {
        var lastSeq = DSL.max(READING_POST.SEQ).as("last_seq");
        var followed = DSL.field(DSL.exists(DSL.selectOne()
                .from(READING_FOLLOWED_TOPIC)
                .where(READING_FOLLOWED_TOPIC.GROUP_ID.eq(group))
                .and(READING_FOLLOWED_TOPIC.SEAT_ID.eq(seat))
                .and(READING_FOLLOWED_TOPIC.TOPIC.eq(READING_POST.TOPIC))));
        return sql.select(READING_POST.TOPIC, DSL.count(), lastSeq, followed)
                .from(READING_POST)
                .where(READING_POST.GROUP_ID.eq(group))
                .and(READING_POST.TOPIC.ne(""))
                .and(READING_POST.STATUS.eq(Post.Status.VISIBLE.name()))
                .groupBy(READING_POST.TOPIC)
                .orderBy(lastSeq.desc())
                .limit(DSL.inline(100))
                .fetch(row -> new Topic(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** A topic of a group, how many posts it has, and whether the caller follows it though the group be muted. */
    @Serdeable
    record Topic(String topic, int posts, long lastSeq, boolean followed) {}

    /** False where the id is taken already. */
    boolean insert(Post post) {
        var content = post.content();
        var inserted = sql.insertInto(READING_POST)
                        .set(READING_POST.ID, post.id())
                        .set(READING_POST.GROUP_ID, post.groupId())
                        .set(READING_POST.SEQ, post.seq())
                        .set(READING_POST.CHANGE, post.change())
                        .set(READING_POST.VERSION, post.version())
                        .set(READING_POST.AUTHOR_ID, post.authorId())
                        .set(READING_POST.KIND, content.kind().name())
                        .set(READING_POST.TOPIC, content.topic())
                        .set(READING_POST.REPLY_TO_ID, content.replyTo())
                        .set(READING_POST.TEXT, content.text())
                        .set(READING_POST.STATUS, post.status().name())
                        .set(
                                READING_POST.HELD_FOR,
                                post.hold() == null ? null : post.hold().why().name())
                        .set(READING_POST.POSTED_ON, post.postedOn())
                        .set(READING_POST.SESSION_PERIOD_ID, calendar.sessionOn(post.postedOn()))
                        .set(READING_POST.CREATED_AT, post.createdAt())
                        .set(READING_POST.IMPORTED, post.imported())
                        .set(READING_POST.ENTERED_BY, post.enteredBy())
                        .onConflict(READING_POST.TENANT_ID, READING_POST.ID)
                        .doNothing()
                        .execute()
                == 1;
        if (inserted) {
            content.mentions().forEach(seat -> mention(post, seat));
        }
        return inserted;
    }

    private void mention(Post post, UUID seat) {
        sql.insertInto(READING_MENTION)
                .set(READING_MENTION.POST_ID, post.id())
                .set(READING_MENTION.SEAT_ID, seat)
                .set(READING_MENTION.GROUP_ID, post.groupId())
                .set(READING_MENTION.SEQ, post.seq())
                .execute();
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Post next) {
        var updated = sql.update(READING_POST)
                .set(READING_POST.CHANGE, next.change())
                .set(READING_POST.VERSION, next.version())
                .set(READING_POST.TOPIC, next.content().topic())
                .set(READING_POST.TEXT, next.content().text())
                .set(READING_POST.STATUS, next.status().name())
                .set(
                        READING_POST.HELD_FOR,
                        next.hold() == null ? null : next.hold().why().name())
                .set(READING_POST.HELD_AGAIN, next.hold() != null && next.hold().again())
                .set(READING_POST.PINNED_AT, next.marks().pinnedAt())
                .set(READING_POST.EXCELLENT_ON, next.marks().excellentOn())
                .set(READING_POST.APPROVED_ON, next.marks().approvedOn())
                .set(READING_POST.HIDDEN_REASON, next.hiddenReason())
                .set(READING_POST.EDITED_AT, next.editedAt())
                .where(READING_POST.ID.eq(next.id()))
                .and(READING_POST.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw Refusal.conflict("reading.post-version", "This post was changed meanwhile.");
        }
    }

    private SelectConditionStep<Record> select(Condition which) {
        return sql.select(READING_POST.fields())
                .select(SEAT.NAME)
                .select(BESIDE)
                .from(READING_POST)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_POST.AUTHOR_ID))
                .where(which);
    }

    static Post read(Record row) {
        var heldFor = row.get(READING_POST.HELD_FOR);
        return new Post(
                row.get(READING_POST.ID),
                row.get(READING_POST.GROUP_ID),
                row.get(READING_POST.SEQ),
                row.get(READING_POST.CHANGE),
                row.get(READING_POST.VERSION),
                row.get(READING_POST.AUTHOR_ID),
                row.get(SEAT.NAME),
                new Post.Content(
                        Post.Kind.valueOf(row.get(READING_POST.KIND)),
                        row.get(READING_POST.TOPIC),
                        row.get(READING_POST.TEXT),
                        row.get(READING_POST.REPLY_TO_ID),
                        row.get(MENTIONS),
                        new Post.Enclosed(
                                row.get(PICTURES),
                                row.get(VOICES).stream().findFirst().orElse(null))),
                row.get(ANSWERED).stream().findFirst().orElse(null),
                Post.Status.valueOf(row.get(READING_POST.STATUS)),
                heldFor == null ? null : new Post.Hold(Post.HeldFor.valueOf(heldFor), row.get(READING_POST.HELD_AGAIN)),
                row.get(READING_POST.HIDDEN_REASON),
                new Post.Marks(
                        row.get(READING_POST.PINNED_AT),
                        row.get(READING_POST.EXCELLENT_ON),
                        row.get(READING_POST.APPROVED_ON)),
                row.get(READING_POST.POSTED_ON),
                row.get(READING_POST.CREATED_AT),
                row.get(READING_POST.EDITED_AT),
                row.get(READING_POST.IMPORTED),
                row.get(READING_POST.ENTERED_BY));
    }
}
