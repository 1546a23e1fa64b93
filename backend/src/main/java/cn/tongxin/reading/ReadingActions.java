package cn.tongxin.reading;

import cn.tongxin.committee.Settings;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done to a reading group as a whole: load, check, change, record. */
@Singleton
class ReadingActions {
    private final Admission admission;
    private final ReadingGroups groups;
    private final ReadingSessions sessions;
    private final RosterShift rosterShift;
    private final ReadingTerms terms;
    private final GroupBooks books;
    private final Participants participants;
    private final Posts posts;
    private final SummedUp summedUp;
    private final VisitEnding visits;
    private final Places places;
    private final Audience audience;
    private final Settings settings;
    private final History history;
    private final Clock clock;

    ReadingActions(
            Admission admission,
            ReadingGroups groups,
            ReadingSessions sessions,
            RosterShift rosterShift,
            ReadingTerms terms,
            GroupBooks books,
            Participants participants,
            Posts posts,
            SummedUp summedUp,
            VisitEnding visits,
            Places places,
            Audience audience,
            Settings settings,
            History history,
            Clock clock) {
        this.admission = admission;
        this.groups = groups;
        this.sessions = sessions;
        this.rosterShift = rosterShift;
        this.terms = terms;
        this.books = books;
        this.participants = participants;
        this.posts = posts;
        this.summedUp = summedUp;
        this.visits = visits;
        this.places = places;
        this.audience = audience;
        this.settings = settings;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A repeat with the same id by the same seat answers the row that is there. The owner is in the group from the start. What
     * the programme office plans itself needs no approval of its own.
     */
    @Transactional
    UUID create(@Nullable UUID id, ReadingGroup.Plan planned, @Nullable UUID owner, @Nullable List<UUID> listed) {
        var caller = Caller.current();
        var named = listed == null ? List.<UUID>of() : listed;
        var plan = books.inWords(planned, named);
        var group = ReadingGroup.planned(
                Ids.orNext(id),
                ReadingPolicy.isStaff(caller) ? ReadingGroupStatus.APPROVED : ReadingGroupStatus.DRAFT,
                plan,
                owner == null ? caller.seatId() : owner,
                caller.seatId(),
                null,
                clock.instant());
        ReadingPolicy.checkCreates(caller, group);
        check(plan, group.ownerId(), null, named, List.of());
        if (!groups.insert(group)) {
            var there = groups.get(group.id());
            if (!there.creatorId().equals(caller.seatId())) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return there.id();
        }
        books.set(group.id(), named);
        participants.join(group.id(), group.ownerId(), clock.instant());
        history.record(line("reading.created", group)
                .moved(null, group.status())
                .with("theme", plan.theme())
                .with("owner", group.ownerId()));
        return group.id();
    }

    @Transactional
    void edit(UUID id, int version, ReadingGroup.Plan planned, @Nullable UUID owner, @Nullable List<UUID> listed) {
        var group = admission.load(id, new ReadingMove.Edit()).group();
        if (version != group.version()) {
            throw ReadingGroups.changedMeanwhile();
        }
        var before = books.of(id);
        var named = listed == null ? before : listed;
        var plan = books.inWords(planned, named);
        var edited = group.edited(plan, owner == null ? group.ownerId() : owner, clock.instant());
        checkApproved(group, plan, named, before);
        check(plan, edited.ownerId(), group.plan(), named, before);
        groups.update(edited);
        books.set(id, named);
        places.takeAsOwner(edited);
        places.fill(edited);
        history.record(
                line("reading.edited", edited).with("theme", plan.theme()).with("owner", edited.ownerId()));
    }

    /** Its owner leaves what the office has approved; introduction, end, capacity and how it is run stay his. */
    private static void checkApproved(ReadingGroup group, ReadingGroup.Plan plan, List<UUID> named, List<UUID> before) {
        if (ReadingPolicy.plansAnew(Caller.current(), group)) {
            return;
        }
        var old = group.plan();
        var says = "The office has approved it, and alone changes it.";
        new Fields()
                .check("theme", Objects.equals(plan.theme(), old.theme()), "approved", says)
                .check("book", Objects.equals(plan.book(), old.book()), "approved", says)
                .check("bookIds", Set.copyOf(named).equals(Set.copyOf(before)), "approved", says)
                .check("startsOn", Objects.equals(plan.startsOn(), old.startsOn()), "approved", says)
                .check("visibility", plan.visibility() == old.visibility(), "approved", says)
                .check("sectionId", Objects.equals(plan.sectionId(), old.sectionId()), "approved", says)
                .check("termId", Objects.equals(plan.termId(), old.termId()), "approved", says)
                .orRefuse();
    }

    /** It has a roster by then: at least one host stands in it. */
    @Transactional
    void submit(UUID id) {
        move(id, "reading.submitted", new ReadingMove.Submit(), group -> {
            if (hosted(group, group.plan().startsOn(), group.plan().endsOn()).isEmpty()) {
                throw Refusal.conflict("reading.no-roster", "Say first who hosts it when.");
            }
        });
    }

    /** Its owner takes it back, as long as the office has not answered. */
    @Transactional
    void recall(UUID id) {
        move(id, "reading.recalled", new ReadingMove.Recall(), _ -> {});
    }

    @Transactional
    void approve(UUID id) {
        move(id, "reading.approved", new ReadingMove.Approve(), _ -> {});
    }

    @Transactional
    void giveBack(UUID id, String reason) {
        checkReason(reason);
        move(id, "reading.returned", new ReadingMove.Return(reason), _ -> {});
    }

    /** Its first weeks have a host by then, as many as the committee asks for. */
    @Transactional
    void open(UUID id) {
        move(id, "reading.opened", new ReadingMove.Open(), group -> {
            var gaps = gaps(group);
            if (!gaps.isEmpty()) {
                throw Refusal.conflict("reading.roster-gap", "Weeks without a host: " + gaps)
                        .with("weeks", gaps);
            }
        });
    }

    @Transactional
    void pause(UUID id, String reason) {
        checkReason(reason);
        move(id, "reading.paused", new ReadingMove.Pause(reason), _ -> {});
    }

    /** What was planned from the pause on comes later. */
    @Transactional
    void resume(UUID id) {
        move(id, "reading.resumed", new ReadingMove.Resume(), rosterShift::afterPause);
        places.fill(groups.get(id));
    }

    @Transactional
    void wrap(UUID id) {
        move(id, "reading.wrapped", new ReadingMove.Wrap(), _ -> {});
    }

    /** It was wrapped up by mistake, or too early. */
    @Transactional
    void reopen(UUID id, String reason) {
        checkReason(reason);
        move(id, "reading.reopened", new ReadingMove.Reopen(reason), _ -> {});
        places.fill(groups.get(id));
    }

    @Transactional
    void summarise(UUID id, String summary) {
        PostActions.checkText(new Fields(), summary).orRefuse();
        move(id, "reading.summarised", new ReadingMove.Summarise(summary), _ -> {});
    }

    /** It has been summed up by then, as a whole and week by week. */
    @Transactional
    void close(UUID id) {
        move(id, "reading.closed", new ReadingMove.Close(), group -> {
            if (group.status() != ReadingGroupStatus.CLOSING) {
                throw Refusal.conflict("reading.not-wrapped", "Wrap the group up first.");
            }
            if (group.course().summary() == null) {
                throw Refusal.conflict("reading.no-summary", "The owner sums up first.");
            }
            var missing = summedUp.missing(group, LocalDate.now(clock));
            if (!missing.isEmpty()) {
                throw Refusal.conflict("reading.digest-missing", "Weeks without a digest: " + missing)
                        .with("weeks", missing);
            }
        });
    }

    /** Its visitors leave it. */
    @Transactional
    void archive(UUID id) {
        move(id, "reading.archived", new ReadingMove.Archive(), visits::endAll);
    }

    /** Somebody else owns it; the co-owner, or without one a director, takes over where the owner's seat has ended. */
    @Transactional
    void own(UUID id, @Nullable UUID owner) {
        posts.lock(id);
        new Fields().required("ownerId", owner).orRefuse();
        var next = Objects.requireNonNull(owner);
        var group = owned(id, new ReadingMove.Own(next));
        new Fields()
                .check("ownerId", participants.isActiveMember(next), "unknown", "The owner must be an active member.")
                .orRefuse();
        if (group.ownerId().equals(next)) {
            return;
        }
        var owned = group.ownedBy(next, clock.instant());
        groups.update(owned);
        places.takeAsOwner(owned);
        history.record(line("reading.owner-changed", owned)
                .with("theme", owned.plan().theme())
                .with("seat", next));
    }

    /** The group for whoever may say who owns it: those who run it, and a director where nobody is left who does. */
    private ReadingGroup owned(UUID id, ReadingMove move) {
        var found = groups.find(id, Caller.current().seat()).orElseThrow(Refusal::notFound);
        if (ReadingPolicy.stepsIn(Caller.current(), found)) {
            found.group().status().after(move);
            return found.group();
        }
        return admission.load(id, move).group();
    }

    /** Only one that has not begun, and that nobody has written in; any other is archived. */
    @Transactional
    void delete(UUID id) {
        posts.lock(id);
        var group = admission.load(id, new ReadingMove.Delete()).group();
        if (posts.change(id) > 0 || group.status().isBegun() || group.importRef() != null) {
            throw Refusal.conflict("reading.has-posts", "A group that has been read in is archived, not deleted.");
        }
        visits.endAll(group);
        groups.delete(id);
        history.record(line("reading.deleted", group)
                .moved(group.status(), null)
                .with("theme", group.plan().theme()));
    }

    /** It waits for whoever is writing just now, so that nothing is written after the end. */
    private void move(UUID id, String kind, ReadingMove move, java.util.function.Consumer<ReadingGroup> guard) {
        posts.lock(id);
        var group = admission.load(id, move).group();
        if (!participants.isSeated(group.ownerId())) {
            throw Refusal.conflict("reading.owner-gone", "The owner's seat has ended: somebody must own it first.");
        }
        guard.accept(group);
        change(kind, group, move);
    }

    /** What time does by itself. */
    void change(String kind, ReadingGroup group, ReadingMove move) {
        var moved = group.after(move, LocalDate.now(clock), clock.instant());
        groups.update(moved);
        history.record(line(kind, moved)
                .moved(group.status(), moved.status())
                .with("theme", moved.plan().theme())
                .with(
                        "reason",
                        move instanceof ReadingMove.Reopen(var why)
                                ? why
                                : moved.course().reason()));
    }

    /** Whether time may let it begin: its owner sits, and its first weeks have their hosts. */
    boolean isReady(ReadingGroup group) {
        return participants.isSeated(group.ownerId()) && gaps(group).isEmpty();
    }

    /** The first weeks that have no host, of as many as the committee asks for. */
    List<LocalDate> gaps(ReadingGroup group) {
        var weeks = settings.readingRules().rosterWeeks();
        var today = LocalDate.now(clock);
        var first =
                group.plan().startsOn().isBefore(today) ? today : group.plan().startsOn();
        var last = Roster.monday(first).plusWeeks(weeks).minusDays(1);
        return weeks == 0
                ? List.of()
                : Roster.weeks(group.plan(), hosted(group, Roster.monday(first), last), first, last, today).stream()
                        .filter(Roster.Week::gap)
                        .map(Roster.Week::monday)
                        .toList();
    }

    private List<ReadingSessions.Found> hosted(ReadingGroup group, LocalDate from, LocalDate to) {
        return sessions.of(List.of(group.id()), from, to).stream()
                .filter(found -> found.hostName() != null)
                .toList();
    }

    static void checkReason(String reason) {
        PostActions.checkStorable(new Fields().required("reason", reason), "reason", reason)
                .maxLength("reason", reason, 200)
                .orRefuse();
    }

    /** The owner is a member, or whoever of the office founds the group. It may stay in a term that takes no more. */
    private void check(
            ReadingGroup.Plan plan, UUID owner, ReadingGroup.@Nullable Plan old, List<UUID> named, List<UUID> before) {
        var fits = owner.equals(Caller.current().seat()) || participants.isActiveMember(owner);
        books.check(checkPlan(new Fields(), plan), named, before)
                .check(
                        "sectionId",
                        audience.isKnown(plan, old),
                        "unknown",
                        "There is no such sector or special committee.")
                .check("ownerId", fits, "unknown", "The owner must be an active member.")
                .check(
                        "termId",
                        plan.termId() == null
                                || (old != null && plan.termId().equals(old.termId()))
                                || terms.takes(plan.termId()),
                        "unknown",
                        "There is no such term that still takes groups.")
                .orRefuse();
    }

    static Fields checkPlan(Fields fields, ReadingGroup.Plan plan) {
        PostActions.checkStorable(fields, "theme", plan.theme());
        PostActions.checkStorable(fields, "book", plan.book());
        PostActions.checkStorable(fields, "introduction", plan.introduction());
        return fields.required("theme", plan.theme())
                .maxLength("theme", plan.theme(), 60)
                .required("book", plan.book())
                .maxLength("book", plan.book(), 100)
                .maxLength("introduction", plan.introduction(), 2000)
                .required("startsOn", plan.startsOn())
                .check("startsOn", isOfOurTime(plan.startsOn()), "out-of-range", "A day of our time.")
                .required("endsOn", plan.endsOn())
                .check("endsOn", isOfOurTime(plan.endsOn()), "out-of-range", "A day of our time.")
                .check("endsOn", isInOrder(plan), "before-start", "It ends after it starts.")
                .check(
                        "sectionId",
                        plan.visibility().isForSection() == (plan.sectionId() != null),
                        "required",
                        "Say which sector or special committee it is for.")
                .check(
                        "capacity",
                        plan.capacity() == null || (plan.capacity() >= 2 && plan.capacity() <= 5000),
                        "out-of-range",
                        "2 to 5000.");
    }

    static boolean isOfOurTime(@Nullable LocalDate day) {
        return day != null && day.getYear() >= 1949 && day.getYear() < 2200;
    }

    private static boolean isInOrder(ReadingGroup.Plan plan) {
        return isOfOurTime(plan.startsOn())
                && isOfOurTime(plan.endsOn())
                && !plan.endsOn().isBefore(plan.startsOn());
    }

    static Line line(String kind, ReadingGroup group) {
        return Line.of(kind, "reading_group", group.id());
    }
}
