package cn.tongxin.reading;

import cn.tongxin.committee.Settings;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Reads posts for the caller's eyes. */
@Singleton
class PostReading {
    private final ReadingGroups groups;
    private final Posts posts;
    private final Settings settings;
    private final Clock clock;

    PostReading(ReadingGroups groups, Posts posts, Settings settings, Clock clock) {
        this.groups = groups;
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
    }

    ReadingGroups.Found group(UUID id) {
        var caller = Caller.current();
        return groups.find(id, caller)
                .filter(found -> ReadingPolicy.sees(caller, found.footing()))
                .orElseThrow(Refusal::notFound);
    }

    PostPage page(ReadingGroups.Found found, Posts.Stretch stretch, Posts.Only only, int limit) {
        var caller = Caller.current();
        var eyes = new Posts.Eyes(caller.seat(), ReadingPolicy.moderates(caller, found.footing()));
        var rows = posts.find(found.group().id(), stretch, only, eyes, limit);
        var more = rows.size() > limit;
        var shown = !more
                ? rows
                : stretch instanceof Posts.Stretch.Before
                        ? rows.subList(rows.size() - limit, rows.size())
                        : rows.subList(0, limit);
        var now = clock.instant();
        var editable = settings.readingRules().editable();
        var items = shown.stream()
                .map(post -> PostView.of(post, found.footing(), caller, now, editable))
                .toList();
        var change =
                more && stretch instanceof Posts.Stretch.Since ? shown.getLast().change() : found.change();
        return new PostPage(items, more, change, found.lastSeq(), found.readSeq());
    }

    PostView one(UUID groupId, UUID id) {
        var caller = Caller.current();
        var found = group(groupId);
        var post = posts.get(groupId, id);
        if (!PostPolicy.sees(caller, post, ReadingPolicy.moderates(caller, found.footing()))) {
            throw Refusal.notFound();
        }
        return PostView.of(
                post,
                found.footing(),
                caller,
                clock.instant(),
                settings.readingRules().editable());
    }

    /** In which group a post stands; as {@link #one}, 404 where it is not for these eyes. */
    Place place(UUID id) {
        var group = posts.find(id).orElseThrow(Refusal::notFound).groupId();
        return new Place(group, one(group, id).seq());
    }

    /** Where a post stands: its group, and its place there. */
    @Serdeable
    record Place(UUID groupId, long seq) {}

    /** The same while nothing in the group, in one's own reading of it or in what one may do has changed. */
    static String tag(ReadingGroups.Found found, Caller caller) {
        return "W/\"%d.%d.%d.%s.%s\""
                .formatted(found.change(), found.readSeq(), found.group().version(), found.part(), caller.seat());
    }
}
