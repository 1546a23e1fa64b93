package cn.tongxin.reading;

import cn.tongxin.committee.Settings;
import cn.tongxin.http.Refusal;
import cn.tongxin.identity.Presence;
import cn.tongxin.identity.Presences;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open streams of reading groups. A group's posts are read once for all who listen, in the order of their changes, woken by
 * whoever writes here and by a look at the clocks every second for what another process wrote. Without it, polling gives
 * the same.
 */
@Singleton
class LivePosts {
    private static final Logger LOG = LoggerFactory.getLogger(LivePosts.class);
    private static final int AT_ONCE = 200;

    private final PostReading reading;
    private final ReadingGroups groups;
    private final Posts posts;
    private final Participants participants;
    private final Presences presences;
    private final Transactions transactions;
    private final Settings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration beat;
    private final Map<Key, Channel> channels = new ConcurrentHashMap<>();

    LivePosts(
            PostReading reading,
            ReadingGroups groups,
            Posts posts,
            Participants participants,
            Presences presences,
            Transactions transactions,
            Settings settings,
            JsonMapper json,
            Clock clock,
            @Value("${tongxin.live.beat:20s}") Duration beat) {
        this.reading = reading;
        this.groups = groups;
        this.posts = posts;
        this.participants = participants;
        this.presences = presences;
        this.transactions = transactions;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.beat = beat;
    }

    private record Key(UUID committee, UUID group) {}

    /** What happened in a group between two changes. */
    private record Stretch(ReadingGroup group, List<Post> posts, long upTo, Duration editable) {}

    /** What a post looks like depends on no more than this. */
    private record Eyes(
            boolean author, boolean answered, boolean runs, boolean moderates, boolean joined, boolean writes) {}

    /** The caller's stream of what changes after {@code since}; of what changes from now on where it is absent or not yet. */
    Publisher<Event<String>> listen(UUID groupId, @Nullable Long since) {
        var caller = Caller.current();
        var presence = Presence.current().orElseThrow(Refusal::notFound);
        var found = transactions.alone(() -> reading.group(groupId));
        var listener = new LiveListener(
                presence, caller, found.part(), since == null ? found.change() : Math.min(since, found.change()));
        listener.beat(); // the answer begins with its first event
        var key = new Key(caller.committeeId(), groupId);
        var stream = listener.stream(() -> leave(key, listener));
        while (!channels.computeIfAbsent(key, Channel::new).admit(listener)) {
            var behind = transactions.alone(() -> read(groupId, listener.told()));
            tell(listener, behind, new HashMap<>());
        }
        return stream;
    }

    /** Somebody has written here: all who listen are told at once. */
    void moved(UUID group) {
        var channel = channels.get(new Key(Caller.current().committeeId(), group));
        if (channel != null) {
            channel.wake();
        }
    }

    /** What another process wrote. */
    @Scheduled(fixedDelay = "${tongxin.live.sweep:1s}")
    void sweep() {
        byCommittee().forEach((committee, here) -> {
            var heads = transactions.in(
                    committee,
                    () -> posts.changes(
                            here.stream().map(channel -> channel.key.group()).toList()));
            here.stream()
                    .filter(channel -> heads.getOrDefault(channel.key.group(), 0L) > channel.position())
                    .forEach(Channel::wake);
        });
    }

    /** Whether those who listen may still do so: their log-in, their seat, their place in the group. */
    @Scheduled(fixedDelay = "${tongxin.live.check:30s}")
    void check() {
        channels.values().forEach(channel -> {
            try {
                check(channel);
            } catch (RuntimeException failure) {
                LOG.warn("The listeners of {} could not be checked and are sent away.", channel.key.group(), failure);
                channel.listeners().forEach(LiveListener::end);
            }
        });
    }

    /** Who has been told something lately needs no sign of life, and the others do not all need theirs at once. */
    @Scheduled(fixedDelay = "1s")
    void beat() {
        channels.values().forEach(channel -> channel.listeners().forEach(listener -> listener.beatAfter(beat)));
    }

    @PreDestroy
    void stop() {
        channels.values().forEach(channel -> channel.listeners().forEach(LiveListener::end));
    }

    private void check(Channel channel) {
        var listeners = channel.listeners();
        var over = presences.over(listeners.stream().map(LiveListener::presence).toList());
        var seats = listeners.stream().map(each -> each.caller().seatId()).toList();
        transactions.in(channel.key.committee(), () -> {
            var group = groups.get(channel.key.group());
            var standing = participants.standing(group.id(), seats);
            listeners.forEach(listener ->
                    check(listener, over, standing.get(listener.caller().seatId()), group));
            return group;
        });
    }

    private static void check(
            LiveListener listener, Set<Presence> over, Participants.@Nullable Standing standing, ReadingGroup group) {
        if (standing == null || over.contains(listener.presence())) {
            listener.end();
            return;
        }
        var now = listener.caller().now(standing.status(), standing.roles());
        if (ReadingPolicy.sees(now, new Footing(group, standing.part(), standing.belongs()))) {
            listener.is(now, standing.part());
        } else {
            listener.end();
        }
    }

    private Stretch read(UUID group, long after) {
        var upTo = posts.change(group);
        var changed = after < upTo ? posts.between(group, after, upTo, AT_ONCE + 1) : List.<Post>of();
        return new Stretch(
                groups.get(group), changed, upTo, settings.readingRules().editable());
    }

    private void tell(LiveListener listener, Stretch stretch, Map<Post, Map<Eyes, String>> written) {
        if (stretch.posts().size() > AT_ONCE) {
            listener.reset(stretch.upTo());
            return;
        }
        var caller = listener.caller();
        var footing = Footing.seen(stretch.group(), listener.part());
        var runs = ReadingPolicy.runs(caller, footing);
        var moderates = ReadingPolicy.moderates(caller, footing);
        for (var post : stretch.posts()) {
            if (PostPolicy.sees(caller, post, moderates)) {
                var eyes = new Eyes(
                        PostPolicy.isAuthor(caller, post),
                        PostPolicy.isAuthor(caller, post.answered()),
                        runs,
                        moderates,
                        footing.isIn(),
                        caller.mayWrite());
                listener.tell(
                        post.change(),
                        written.computeIfAbsent(post, _ -> new HashMap<>())
                                .computeIfAbsent(eyes, _ -> write(post, footing, caller, stretch.editable())));
            }
        }
        listener.toldUpTo(stretch.upTo());
    }

    private String write(Post post, Footing footing, Caller caller, Duration editable) {
        try {
            return json.writeValueAsString(PostView.of(post, footing, caller, clock.instant(), editable));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void leave(Key key, LiveListener listener) {
        var channel = channels.get(key);
        if (channel != null) {
            channel.dismiss(listener);
        }
    }

    private Map<UUID, List<Channel>> byCommittee() {
        return channels.values().stream().collect(Collectors.groupingBy(channel -> channel.key.committee()));
    }

    /** Those who listen to one group, and how far all of them have been told. */
    private final class Channel {
        private final Key key;
        private final Set<LiveListener> listeners = new HashSet<>();
        private long position;
        private boolean working;
        private boolean woken;

        Channel(Key key) {
            this.key = key;
        }

        synchronized long position() {
            return position;
        }

        synchronized Collection<LiveListener> listeners() {
            return List.copyOf(listeners);
        }

        /** False while the others know more than the listener does. The first to come says how far all know. */
        synchronized boolean admit(LiveListener listener) {
            if (channels.get(key) != this) {
                return false;
            }
            if (listeners.isEmpty() && !working) {
                position = listener.told();
            }
            if (listener.told() < position) {
                return false;
            }
            listeners.add(listener);
            if (listener.isOver()) {
                dismiss(listener);
            }
            return true;
        }

        synchronized void dismiss(LiveListener listener) {
            listeners.remove(listener);
            if (listeners.isEmpty()) {
                channels.remove(key, this);
            }
        }

        /** One works at a time; whoever comes meanwhile makes it look once more. */
        synchronized void wake() {
            woken = true;
            if (!working) {
                working = true;
                Thread.ofVirtual().name("live").start(this::work);
            }
        }

        private void work() {
            while (take()) {
                try {
                    var stretch = transactions.in(key.committee(), () -> read(key.group(), position()));
                    tell(reach(stretch.upTo()), stretch);
                } catch (RuntimeException failure) {
                    LOG.warn("The listeners of {} could not be told.", key.group(), failure);
                }
            }
        }

        /** Whoever cannot be told is sent away, for he resumes where he was; the others already know more. */
        private void tell(Collection<LiveListener> hearing, Stretch stretch) {
            var written = new HashMap<Post, Map<Eyes, String>>();
            try {
                hearing.forEach(listener -> LivePosts.this.tell(listener, stretch, written));
            } catch (RuntimeException failure) {
                hearing.forEach(LiveListener::end);
                throw failure;
            }
        }

        private synchronized boolean take() {
            working = woken;
            woken = false;
            return working;
        }

        /** Those who are to be told up to here. Whoever comes from now on reads it himself before he is let in. */
        private synchronized Collection<LiveListener> reach(long change) {
            position = Math.max(position, change);
            return List.copyOf(listeners);
        }
    }
}
