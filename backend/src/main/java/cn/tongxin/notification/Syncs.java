package cn.tongxin.notification;

import cn.tongxin.notification.NotificationController.InboxItem;
import cn.tongxin.notification.SyncCursor.Kind;
import cn.tongxin.notification.SyncCursor.Thing;
import cn.tongxin.proposal.MyProposals;
import cn.tongxin.proposal.ProposalBrief;
import cn.tongxin.reading.GroupsInSight;
import cn.tongxin.reading.ReadingGroupView;
import cn.tongxin.shared.Digests;
import cn.tongxin.tenancy.Caller;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what a seat is shown now with what its phone has. */
@Singleton
class Syncs {
    private static final int NEWS = 10;
    private static final int ROWS = 20;

    private final Todos todos;
    private final InboxPages inbox;
    private final MyProposals proposals;
    private final GroupsInSight groups;
    private final JsonMapper json;
    private final Clock clock;

    Syncs(Todos todos, InboxPages inbox, MyProposals proposals, GroupsInSight groups, JsonMapper json, Clock clock) {
        this.todos = todos;
        this.inbox = inbox;
        this.proposals = proposals;
        this.groups = groups;
        this.json = json;
        this.clock = clock;
    }

    Sync since(@Nullable String cursor, Caller caller) {
        var today = LocalDate.now(clock);
        var seat = caller.seatId();
        var known = cursor == null || cursor.isEmpty() ? null : SyncCursor.read(cursor, seat, today);
        var answer = new Difference(known == null ? SyncCursor.none(seat, today) : known);
        var news = inbox.page(null, NEWS);
        var mine = proposals.first(caller, ROWS);
        var inSight = groups.first(caller, ROWS);
        var todo = answer.changed(Kind.TODO, List.of(todos.of(caller)), _ -> seat);
        var changed = new Sync.Changed(
                todo.isEmpty() ? null : todo.getFirst(),
                answer.changed(Kind.INBOX, news.items(), InboxItem::id),
                answer.changed(Kind.PROPOSAL, mine.items(), ProposalBrief::id),
                answer.changed(Kind.GROUP, inSight.items(), ReadingGroupView::id));
        var gone = new Sync.Gone(answer.gone(Kind.INBOX), answer.gone(Kind.PROPOSAL), answer.gone(Kind.GROUP));
        return new Sync(
                new SyncCursor(seat, today, answer.has).encode(),
                known == null,
                answer.more,
                news.unread(),
                changed,
                gone,
                new Sync.Next(news.next(), mine.next(), inSight.next()));
    }

    /** One comparison. What is sent stays within a page's size; the rest waits for the next request. */
    private final class Difference {
        private static final int BYTES = 12_000;

        private final Map<Thing, Long> had;
        private final Map<Thing, Long> has = new LinkedHashMap<>();
        private final List<Thing> here = new ArrayList<>();
        private int sent;
        private boolean more;

        Difference(SyncCursor known) {
            had = known.has();
        }

        <T> List<T> changed(Kind kind, List<T> all, Function<T, UUID> id) {
            var changed = new ArrayList<T>();
            for (var each : all) {
                var thing = new Thing(kind, id.apply(each));
                var bytes = written(each);
                var digest = ByteBuffer.wrap(Digests.sha256(bytes)).getLong();
                var before = had.get(thing);
                here.add(thing);
                if (before != null && before == digest) {
                    has.put(thing, digest);
                } else if (sent == 0 || sent + bytes.length <= BYTES) {
                    sent += bytes.length;
                    has.put(thing, digest);
                    changed.add(each);
                } else {
                    more = true;
                    if (before != null) {
                        has.put(thing, before);
                    }
                }
            }
            return changed;
        }

        List<UUID> gone(Kind kind) {
            return had.keySet().stream()
                    .filter(thing -> thing.kind() == kind && !here.contains(thing))
                    .map(Thing::id)
                    .toList();
        }
    }

    private byte[] written(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
