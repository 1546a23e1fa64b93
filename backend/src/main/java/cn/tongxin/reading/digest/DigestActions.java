package cn.tongxin.reading.digest;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.reading.Admission;
import cn.tongxin.reading.Footing;
import cn.tongxin.reading.PostActions;
import cn.tongxin.reading.ReadingGroup;
import cn.tongxin.reading.ReadingMove;
import cn.tongxin.reading.SessionActions;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done to the digest of a week: load, check, change, record. */
@Singleton
class DigestActions {
    private static final int TEXT_MAX = 5000;
    private static final int REASON_MAX = 200;

    private final Admission admission;
    private final Digests digests;
    private final Written written;
    private final Weeks weeks;
    private final SessionActions sessions;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    DigestActions(
            Admission admission,
            Digests digests,
            Written written,
            Weeks weeks,
            SessionActions sessions,
            Calendar calendar,
            History history,
            Clock clock) {
        this.admission = admission;
        this.digests = digests;
        this.written = written;
        this.weeks = weeks;
        this.sessions = sessions;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** A week of a group, with its digest as it stands. */
    private record Open(Footing footing, Digest digest) {
        ReadingGroup group() {
            return footing.group();
        }
    }

    /** Autosave. An old version answers both texts; nothing is overwritten. */
    @Transactional
    @Unrecorded("an autosave is no move")
    void write(UUID groupId, LocalDate monday, int version, @Nullable String text) {
        var open = writing(groupId, monday);
        var words = Objects.requireNonNullElse(text, "");
        new Fields()
                .maxLength("text", words, TEXT_MAX)
                .check("text", PostActions.isStorable(words), "unreadable", PostActions.UNREADABLE)
                .orRefuse();
        checkVersion(open.digest(), version, words);
        digests.put(open.digest().after(new Digest.Move.Write(words), clock.instant()));
    }

    /** For all who read the group; how many had written is counted now and stays. */
    @Transactional
    void publish(UUID groupId, LocalDate monday, int version, @Nullable String text) {
        var open = writing(groupId, monday);
        PostActions.checkText(new Fields(), text).orRefuse();
        var words = Objects.requireNonNull(text);
        checkVersion(open.digest(), version, words);
        release(open, new Digest.Move.Publish(words, signed(open)), "reading.digest-published");
    }

    /** A new edition, which says why it was needed; the one before stays to be read. */
    @Transactional
    void correct(UUID groupId, LocalDate monday, int version, @Nullable String text, @Nullable String reason) {
        var open = writing(groupId, monday);
        checkReason(PostActions.checkText(new Fields(), text), reason);
        var words = Objects.requireNonNull(text);
        checkVersion(open.digest(), version, words);
        release(
                open,
                new Digest.Move.Correct(words, Objects.requireNonNull(reason), signed(open)),
                "reading.digest-corrected");
    }

    /** A draft again, for those who write it. */
    @Transactional
    void withdraw(UUID groupId, LocalDate monday, int version, @Nullable String reason) {
        var open = open(groupId, monday);
        if (!DigestPolicy.withdraws(Caller.current(), open.footing())) {
            throw Refusal.notAllowed();
        }
        checkReason(new Fields(), reason);
        checkVersion(open.digest(), version, null);
        var digest = open.digest().after(new Digest.Move.Withdraw(Objects.requireNonNull(reason)), clock.instant());
        digests.put(digest);
        history.record(line("reading.digest-withdrawn", open, digest));
        sessions.follow(open.group(), monday);
    }

    /** The week has none, and why. */
    @Transactional
    void leaveOut(UUID groupId, LocalDate monday, int version, @Nullable String reason) {
        var open = open(groupId, monday);
        if (!DigestPolicy.leavesOut(Caller.current(), open.footing())) {
            throw Refusal.notAllowed();
        }
        checkReason(new Fields(), reason);
        checkVersion(open.digest(), version, null);
        var digest = open.digest().after(new Digest.Move.LeaveOut(Objects.requireNonNull(reason)), clock.instant());
        digests.put(digest);
        history.record(line("reading.digest-left-out", open, digest));
    }

    private void release(Open open, Digest.Move move, String kind) {
        var digest = open.digest().after(move, clock.instant());
        digests.put(digest);
        digests.keepEdition(digest, Objects.requireNonNull(digest.signed()), LocalDate.now(clock));
        history.record(line(kind, open, digest).with("edition", digest.edition()));
        sessions.follow(open.group(), digest.monday());
    }

    private Digest.Signed signed(Open open) {
        var monday = open.digest().monday();
        var today = calendar.today();
        return new Digest.Signed(
                Caller.current().seatId(),
                today,
                calendar.sessionOn(today),
                written.turnout(open.group().id(), monday, monday.plusDays(6)));
    }

    private Open writing(UUID groupId, LocalDate monday) {
        var open = open(groupId, monday);
        if (!DigestPolicy.writes(Caller.current(), open.footing(), weeks.hosts(groupId, monday))) {
            throw Refusal.notAllowed();
        }
        return open;
    }

    /** 404 for a day that is no Monday of the group's weeks. */
    private Open open(UUID groupId, LocalDate monday) {
        var footing = admission.hold(groupId, new ReadingMove.Digest());
        weeks.check(footing.group(), monday);
        return new Open(
                footing, digests.find(groupId, monday).orElseGet(() -> Digest.begun(groupId, monday, clock.instant())));
    }

    private static void checkVersion(Digest digest, int version, @Nullable String yours) {
        if (digest.version() != version) {
            throw Digests.changedMeanwhile()
                    .with("version", digest.version())
                    .with("theirs", yours == null ? null : digest.text())
                    .with("yours", yours);
        }
    }

    private static void checkReason(Fields fields, @Nullable String reason) {
        fields.required("reason", reason)
                .maxLength("reason", reason, REASON_MAX)
                .check("reason", PostActions.isStorable(reason), "unreadable", PostActions.UNREADABLE)
                .orRefuse();
    }

    private static Line line(String kind, Open open, Digest digest) {
        return Line.of(kind, "reading_digest", digest.id())
                .moved(open.digest().version() == 0 ? null : open.digest().status(), digest.status())
                .with("group", open.group().id())
                .with("theme", open.group().plan().theme())
                .with("week", digest.monday())
                .with("reason", digest.reason());
    }
}
