package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.GradeLetter;
import cn.tongxin.committee.HandlingRules;
import cn.tongxin.committee.ReplyGate;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Handling.Order;
import cn.tongxin.history.History;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What units and the assigning office do with an assignment. */
@Singleton
class AssignmentActions {
    private final Assignments assignments;
    private final Replies replies;
    private final DraftFiles files;
    private final Ratings ratings;
    private final Handling handling;
    private final AssignmentViews views;
    private final Matters matters;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    AssignmentActions(
            Assignments assignments,
            Replies replies,
            DraftFiles files,
            Ratings ratings,
            Handling handling,
            AssignmentViews views,
            Matters matters,
            Settings settings,
            Calendar calendar,
            History history,
            Clock clock) {
        this.assignments = assignments;
        this.replies = replies;
        this.files = files;
        this.ratings = ratings;
        this.handling = handling;
        this.views = views;
        this.matters = matters;
        this.settings = settings;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** @param device the mark of the browser, kept with a reply to see what is odd about its rating */
    @Transactional
    AssignmentView move(UUID id, AssignmentMove move, @Nullable String device) {
        var assignment = assignments.get(id);
        var matter = matters.get(assignment.subject());
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matter)) {
            throw Refusal.notFound();
        }
        AssignmentPolicy.check(caller, move, assignment);
        var deed = new Deed(caller.seatId(), calendar.today(), clock.instant(), false);
        var rules = settings.handlingRules();
        var facts = facts(assignment, rules, deed.on());
        assignment.status().after(move, facts);
        new AssignmentChecks(rules, calendar.workingDays(), deed.on())
                .check(move, assignment, matter, hasTalked(assignment, move));
        var missing = move instanceof AssignmentMove.Reply ? opinionsMissing(assignment, rules) : List.<String>of();
        var rated = matters.subject(assignment.subject()).isRated();
        var moved = handling.change(assignment, move, facts, deed, rated);
        history.record(AssignmentLines.of(
                        move,
                        assignment,
                        moved,
                        handling.unit(assignment.unitId()).orElse(null),
                        matter.id())
                .with("withoutOpinions", missing.isEmpty() ? null : String.join("、", missing)));
        follow(move, assignment, moved, matter, deed, new Replies.Origin(caller.seatId(), caller.ip(), device));
        return views.of(moved);
    }

    private boolean hasTalked(Assignment assignment, AssignmentMove move) {
        return move instanceof AssignmentMove.Reply
                && ratings.contacts(List.of(assignment.id())).getOrDefault(assignment.id(), List.of()).stream()
                        .anyMatch(contact ->
                                contact.round() == assignment.course().round());
    }

    private AssignmentStatus.Facts facts(Assignment assignment, HandlingRules rules, LocalDate today) {
        var rated = ratings.present(List.of(assignment)).containsKey(assignment.id());
        return facts(assignment, rules, today, rated);
    }

    /** What the rules and the day say to an assignment; a reply that was rated cannot be taken back. */
    static AssignmentStatus.Facts facts(Assignment assignment, HandlingRules rules, LocalDate today, boolean rated) {
        var over = assignment.sending().returnBy().isBefore(today);
        var last = assignment.lastMove();
        return new AssignmentStatus.Facts(
                assignment.role(),
                over || assignment.course().round() > 1,
                over && rules.silenceAccepts(),
                rules.replyReview(),
                assignment.course().extensions() < rules.extensions(),
                last == null || rated ? null : last.from());
    }

    /** The assistants that have not told their opinion; whether the leader may reply all the same is a setting. */
    private List<String> opinionsMissing(Assignment assignment, HandlingRules rules) {
        if (assignment.role() != AssignmentRole.LEAD) {
            return List.of();
        }
        var missing = assignments
                .of(assignment.subject().type(), List.of(assignment.subject().id()))
                .stream()
                .filter(other -> !other.role().owesReply() && other.status().isOpen())
                .flatMap(other -> handling.unit(other.unitId()).stream())
                .map(unit -> unit.name())
                .toList();
        if (!missing.isEmpty() && rules.replyGate() == ReplyGate.REFUSE) {
            throw Refusal.conflict("reply.opinions-missing", "These units have not told their opinion: " + missing)
                    .with("units", missing);
        }
        return missing;
    }

    private void follow(
            AssignmentMove move, Assignment before, Assignment moved, Matter matter, Deed deed, Replies.Origin origin) {
        var subject = matters.subject(moved.subject());
        switch (move) {
            case AssignmentMove.Reply reply -> {
                var id = replies.insert(moved, counted(reply, deed.on()), origin, deed.at());
                files.sent(moved, ReplyFiles.TYPE, id, deed.at());
                if (reply.contact() != null) {
                    var talk = Ids.orNext(reply.contact().id());
                    ratings.insertContact(moved, talk, reply.contact(), deed.by(), deed.at());
                }
                subject.replied(matter.id());
            }
            case AssignmentMove.ReviewReply review -> {
                if (review.grade() != null) {
                    replies.correct(before, letter(review.grade()));
                }
                if (review.approved()) {
                    replies.release(moved, deed.at());
                } else {
                    files.back(before, ReplyFiles.TYPE, replies.standingReply(before), deed.at());
                    replies.reject(before, Objects.requireNonNull(review.reason()), deed.on());
                }
                subject.reviewed(matter.id());
            }
            case AssignmentMove.Opine opinion -> {
                var id = replies.insertOpinion(moved, opinion, deed.by(), deed.on(), deed.at());
                files.sent(moved, OpinionFiles.TYPE, id, deed.at());
            }
            case AssignmentMove.DecideReturn decision -> {
                if (decision.granted()) {
                    if (decision.unitId() != null) {
                        var order = new Order(decision.unitId(), moved.role(), null);
                        handling.assign(
                                moved.subject(),
                                Objects.requireNonNull(moved.sessionId()),
                                matter.plenary(),
                                List.of(order),
                                deed,
                                moved.id());
                    }
                    subject.returned(matter.id());
                }
            }
            case AssignmentMove.TakeBack _ -> takeBack(before, moved, matter, subject, deed);
            case AssignmentMove.Accept _,
                    AssignmentMove.Silence _,
                    AssignmentMove.RequestReturn _,
                    AssignmentMove.RequestExtension _,
                    AssignmentMove.DecideExtension _,
                    AssignmentMove.Rehandle _,
                    AssignmentMove.HandOn _,
                    AssignmentMove.Cancel _ -> {}
        }
    }

    private void takeBack(Assignment before, Assignment moved, Matter matter, HandledSubject subject, Deed deed) {
        if (moved.status() == AssignmentStatus.REPLIED) {
            replies.release(moved, null);
            subject.reviewed(matter.id());
        } else if (before.status() == AssignmentStatus.OPINION_GIVEN) {
            files.back(before, OpinionFiles.TYPE, replies.standingOpinion(before), deed.at());
            replies.takeOpinionBack(before, deed.on());
        } else if (before.status() == AssignmentStatus.REPLIED || before.isReleased()) {
            files.back(before, ReplyFiles.TYPE, replies.standingReply(before), deed.at());
            replies.takeBack(before, deed.on());
            subject.replied(matter.id());
        }
    }

    private Reply counted(AssignmentMove.Reply reply, LocalDate today) {
        var letter = letter(Objects.requireNonNull(reply.grade()));
        var open = !Boolean.FALSE.equals(reply.openToPublic());
        return new Reply(
                null,
                reply.docNo(),
                Objects.requireNonNull(reply.text()),
                reply.answers() == null ? List.of() : reply.answers(),
                letter.letter(),
                letter.grade(),
                letter.meaning(),
                null,
                reply.signer(),
                reply.signedOn(),
                today,
                reply.promises() == null ? List.of() : reply.promises(),
                open,
                open ? null : reply.notOpenReason(),
                reply.liaison(),
                reply.liaisonPhone());
    }

    private GradeLetter letter(String grade) {
        return settings.handlingRules().gradeLetters().stream()
                .filter(each -> each.letter().equals(grade))
                .findFirst()
                .orElseThrow();
    }
}
