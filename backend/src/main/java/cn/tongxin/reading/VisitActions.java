package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.identity.InvitationActions;
import cn.tongxin.seat.VisitorSeats;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of other committees come into one reading group: invited by the programme office, shown as they say themselves. */
@Singleton
class VisitActions {
    private final Admission admission;
    private final Visits visits;
    private final VisitEnding ending;
    private final ReadingGroups groups;
    private final Participants participants;
    private final Places places;
    private final Posts posts;
    private final VisitorSeats seats;
    private final InvitationActions invitations;
    private final History history;
    private final Clock clock;

    VisitActions(
            Admission admission,
            Visits visits,
            VisitEnding ending,
            ReadingGroups groups,
            Participants participants,
            Places places,
            Posts posts,
            VisitorSeats seats,
            InvitationActions invitations,
            History history,
            Clock clock) {
        this.admission = admission;
        this.visits = visits;
        this.ending = ending;
        this.groups = groups;
        this.participants = participants;
        this.places = places;
        this.posts = posts;
        this.seats = seats;
        this.invitations = invitations;
        this.history = history;
        this.clock = clock;
    }

    /** A visit, and the address that leads into it. */
    record Invited(UUID id, InvitationActions.Link link) {}

    /** A repeat with the same id makes no second visit, only a new address; the one before it is over. */
    @Transactional
    Invited invite(UUID groupId, @Nullable UUID id, @Nullable String invited) {
        var group = admission.load(groupId, new ReadingMove.Invite()).group();
        checkWord(new Fields(), "name", invited, Visit.NAME_MAX).orRefuse();
        var name = Objects.requireNonNull(invited).strip();
        var there = id == null ? null : visits.find(id).orElse(null);
        if (there != null) {
            if (!there.groupId().equals(groupId) || !there.invited().equals(name)) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            checkGoesOn(there);
            return new Invited(there.id(), invitations.invite(there.seatId()));
        }
        var seat = seats.open(name);
        var visit = new Visit(Ids.orNext(id), groupId, seat, name, clock.instant(), null, null, null, null);
        if (!visits.insert(visit, Caller.current().seatId())) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        history.record(ReadingActions.line("reading.visit-invited", group)
                .with("theme", group.plan().theme())
                .with("seat", seat)
                .with("name", name));
        return new Invited(visit.id(), invitations.invite(seat));
    }

    /** The visitor says by what name, and as whose, he reads along, and is in the group; later he may say it anew. */
    @Transactional
    void begin(@Nullable String name, @Nullable String committee) {
        var visit = own();
        posts.lock(visit.groupId());
        var group = groups.get(visit.groupId());
        checkGoesOn(visit);
        group.status().after(new ReadingMove.Add(visit.seatId()));
        checkWord(checkWord(new Fields(), "name", name, Visit.NAME_MAX), "committee", committee, Visit.COMMITTEE_MAX)
                .orRefuse();
        var shown = Objects.requireNonNull(name).strip();
        var from = Objects.requireNonNull(committee).strip();
        if (shown.equals(visit.name()) && from.equals(visit.committee())) {
            return;
        }
        var now = clock.instant();
        if (visit.begunAt() == null) {
            places.checkRoom(group);
        }
        visits.begin(visit.id(), shown, from, now);
        seats.rename(visit.seatId(), Visit.shown(shown, from));
        participants.join(group.id(), visit.seatId(), now);
        history.record(
                ReadingActions.line(visit.begunAt() == null ? "reading.visit-begun" : "reading.visitor-renamed", group)
                        .with("theme", group.plan().theme())
                        .with("seat", visit.seatId())
                        .with("name", Visit.shown(shown, from)));
    }

    /** The visitor leaves, or wants nothing of it. */
    @Transactional
    void leave() {
        var visit = own();
        ending.end(visit, groups.get(visit.groupId()));
    }

    /** A second time changes nothing. */
    @Transactional
    void dismiss(UUID groupId, UUID id) {
        var group = admission.load(groupId, new ReadingMove.Dismiss()).group();
        var visit =
                visits.find(id).filter(found -> found.groupId().equals(groupId)).orElseThrow(Refusal::notFound);
        ending.end(visit, group);
    }

    private Visit own() {
        return visits.findBySeat(Caller.current().seat()).orElseThrow(Refusal::notFound);
    }

    private static void checkGoesOn(Visit visit) {
        if (visit.isOver()) {
            throw Refusal.conflict("reading.visit-over", "This visit is over.");
        }
    }

    private static Fields checkWord(Fields fields, String field, @Nullable String word, int max) {
        return fields.required(field, word)
                .maxLength(field, word, max)
                .check(field, PostActions.isStorable(word), "unreadable", PostActions.UNREADABLE);
    }
}
