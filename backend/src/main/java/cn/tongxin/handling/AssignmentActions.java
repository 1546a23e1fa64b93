package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.GradeLetter;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.AssignmentMove.Contact;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Handling.Order;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What units, the assigning office and the proponent do with an assignment. */
@Singleton
class AssignmentActions {
    private static final int REASON_MAX = 500;
    private static final int TEXT_MAX = 20_000;
    /** How long after the time for feedback a rating may still be given or changed. */
    private static final int RATING_DAYS = 30;

    private final Assignments assignments;
    private final Handling handling;
    private final AssignmentViews views;
    private final Matters matters;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    AssignmentActions(
            Assignments assignments,
            Handling handling,
            AssignmentViews views,
            Matters matters,
            Settings settings,
            Calendar calendar,
            History history,
            Clock clock) {
        this.assignments = assignments;
        this.handling = handling;
        this.views = views;
        this.matters = matters;
        this.settings = settings;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    AssignmentView move(UUID id, AssignmentMove move) {
        var assignment = assignments.get(id);
        var matter = matters.get(assignment.subject());
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matter)) {
            throw Refusal.notFound();
        }
        AssignmentPolicy.check(caller, move, assignment);
        var deed = new Deed(caller.seatId(), calendar.today(), clock.instant(), false);
        var facts = facts(assignment, deed.on());
        assignment.status().after(move, facts);
        check(move, assignment, matter, deed.on());
        var moved = handling.change(assignment, move, facts, deed);
        history.record(line(move, assignment, moved, matter));
        follow(move, assignment, moved, matter, deed);
        return views.of(moved);
    }

    /** Attitude and result apart; a later rating replaces the earlier one. */
    @Transactional
    AssignmentView rate(UUID id, Rating.Given given) {
        var assignment = assignments.get(id);
        var matter = matters.get(assignment.subject());
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matter)) {
            throw Refusal.notFound();
        }
        if (!AssignmentPolicy.rates(caller, matter)) {
            throw Refusal.notAllowed();
        }
        var today = calendar.today();
        checkRating(given, assignment, today);
        var before = assignments.ratings(List.of(id)).get(id);
        var onBehalf = !AssignmentPolicy.isProponent(caller, matter);
        var rating = new Rating(
                before == null ? 1 : before.version() + 1,
                Objects.requireNonNull(given.attitude()),
                Objects.requireNonNull(given.result()),
                given.comment(),
                today,
                clock.instant(),
                onBehalf,
                flags(assignment, caller));
        assignments.insertRating(
                assignment,
                rating,
                new Assignments.Rater(
                        matter.leadId(),
                        onBehalf ? caller.seatId() : null,
                        caller.client().name(),
                        caller.ip()));
        history.record(Line.of("assignment.rated", "assignment", id)
                .moved(assignment.status(), assignment.status())
                .with("attitude", rating.attitude())
                .with("result", rating.result())
                .with("onBehalfOf", onBehalf ? matter.leadId() : null)
                .with("flags", rating.flags().isEmpty() ? null : String.join(",", rating.flags())));
        matters.subject(assignment.subject()).rated(matter.id());
        return views.of(assignment);
    }

    private AssignmentStatus.Facts facts(Assignment assignment, LocalDate today) {
        var over = assignment.sending().returnBy().isBefore(today);
        var silence = over && settings.handlingRules().silenceAccepts();
        return new AssignmentStatus.Facts(over, silence, before(assignment));
    }

    /** A reply that was rated, and a return that was decided, were acted on. */
    private @Nullable AssignmentStatus before(Assignment assignment) {
        var last = assignment.lastMove();
        if (last == null || assignments.ratings(List.of(assignment.id())).containsKey(assignment.id())) {
            return null;
        }
        return last.from();
    }

    private void follow(AssignmentMove move, Assignment before, Assignment moved, Matter matter, Deed deed) {
        var subject = matters.subject(moved.subject());
        switch (move) {
            case AssignmentMove.Reply reply -> {
                assignments.insertReply(
                        moved,
                        counted(reply, deed.on()),
                        deed.by(),
                        Caller.current().ip(),
                        deed.at());
                subject.replied(matter.id());
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
            case AssignmentMove.TakeBack _ -> {
                if (before.status() == AssignmentStatus.REPLIED) {
                    assignments.takeReplyBack(moved.id(), deed.on());
                    subject.replied(matter.id());
                }
            }
            case AssignmentMove.Accept _, AssignmentMove.RequestReturn _, AssignmentMove.Cancel _ -> {}
        }
    }

    private void check(AssignmentMove move, Assignment assignment, Matter matter, LocalDate today) {
        switch (move) {
            case AssignmentMove.RequestReturn request ->
                new Fields()
                        .required("reason", request.reason())
                        .maxLength("reason", request.reason(), REASON_MAX)
                        .orRefuse();
            case AssignmentMove.DecideReturn decision ->
                new Fields()
                        .required("reason", decision.reason())
                        .maxLength("reason", decision.reason(), REASON_MAX)
                        .check(
                                "unitId",
                                decision.granted() || decision.unitId() == null,
                                "not-expected",
                                "A refused return stays with its unit.")
                        .check(
                                "unitId",
                                !assignment.unitId().equals(decision.unitId()),
                                "same-unit",
                                "This unit is returning it.")
                        .orRefuse();
            case AssignmentMove.Reply reply -> checkReply(reply, matter, today);
            case AssignmentMove.Accept _, AssignmentMove.Cancel _, AssignmentMove.TakeBack _ -> {}
        }
    }

    /** A reply answers each suggestion and carries its grade, the talk before it and who signed. */
    private void checkReply(AssignmentMove.Reply reply, Matter matter, LocalDate today) {
        var letters = settings.handlingRules().gradeLetters();
        var contact = reply.contact() == null ? new Contact(null, null, null) : reply.contact();
        var answers = reply.answers() == null ? List.<AssignmentMove.Answer>of() : reply.answers();
        var fields = new Fields()
                .required("version", reply.version())
                .required("docNo", reply.docNo())
                .maxLength("docNo", reply.docNo(), 60)
                .required("text", reply.text())
                .maxLength("text", reply.text(), TEXT_MAX)
                .required("grade", reply.grade())
                .check(
                        "grade",
                        letters.stream().map(GradeLetter::letter).anyMatch(letter -> letter.equals(reply.grade())),
                        "unknown",
                        "One of " + letters.stream().map(GradeLetter::letter).toList() + ".")
                .required("contact.mode", contact.mode())
                .required("contact.on", contact.on())
                .check("contact.on", !isAfter(contact.on(), today), "in-future", "Not after today.")
                .required("contact.who", contact.who())
                .maxLength("contact.who", contact.who(), 60)
                .required("signer", reply.signer())
                .maxLength("signer", reply.signer(), 40)
                .required("signedOn", reply.signedOn())
                .check("signedOn", !isAfter(reply.signedOn(), today), "in-future", "Not after today.");
        var answered = new HashSet<Integer>();
        for (var i = 0; i < answers.size(); i++) {
            var no = answers.get(i).no();
            fields.check(
                            "answers[" + i + "].no",
                            no >= 1 && no <= matter.suggestions().size() && answered.add(no),
                            "unknown",
                            "Each suggestion once, by its number.")
                    .maxLength("answers[" + i + "].text", answers.get(i).text(), TEXT_MAX);
            if (answers.get(i).text().isBlank()) {
                answered.remove(no);
            }
        }
        fields.orRefuse();
        var missing = IntStream.rangeClosed(1, matter.suggestions().size())
                .filter(no -> !answered.contains(no))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            var refusal = Refusal.unprocessable(
                            "reply.suggestion-unanswered", "These suggestions have no answer: " + missing + ".")
                    .with("missing", missing);
            missing.forEach(no -> refusal.field("suggestions[" + no + "]"));
            throw refusal;
        }
    }

    private Reply counted(AssignmentMove.Reply reply, LocalDate today) {
        var letter = settings.handlingRules().gradeLetters().stream()
                .filter(each -> each.letter().equals(reply.grade()))
                .findFirst()
                .orElseThrow();
        return new Reply(
                reply.docNo(),
                Objects.requireNonNull(reply.text()),
                reply.answers() == null ? List.of() : reply.answers(),
                letter.letter(),
                letter.grade(),
                reply.contact(),
                reply.signer(),
                reply.signedOn(),
                today);
    }

    private static void checkRating(Rating.Given given, Assignment assignment, LocalDate today) {
        if (assignment.status() != AssignmentStatus.REPLIED) {
            throw Refusal.conflict("assignment.not-replied", "There is no reply to rate yet.")
                    .with("state", assignment.status());
        }
        var until = assignment.course().feedbackBy();
        if (until != null && until.plusDays(RATING_DAYS).isBefore(today)) {
            throw Refusal.conflict("assignment.rating-window-over", "The time to rate this reply is over.")
                    .with("until", until.plusDays(RATING_DAYS).toString());
        }
        new Fields()
                .required("attitude", given.attitude())
                .check("attitude", given.attitude() != Satisfaction.NO_RESPONSE, "not-allowed", "Silence is not given.")
                .required("result", given.result())
                .check("result", given.result() != Satisfaction.NO_RESPONSE, "not-allowed", "Silence is not given.")
                .maxLength("comment", given.comment(), 1000)
                .orRefuse();
    }

    /** Odd ratings are accepted and marked for the auditor. */
    private List<String> flags(Assignment assignment, Caller caller) {
        var flags = new ArrayList<String>();
        if (assignments.worksFor(caller.accountId(), assignment.unitId())) {
            flags.add("UNIT_CLERK");
        }
        var reply = assignments.replySent(assignment.id());
        if (reply.filter(sent -> sent.ip() != null && sent.ip().equals(caller.ip()))
                .isPresent()) {
            flags.add("SAME_ADDRESS");
        }
        if (reply.filter(sent -> Duration.between(sent.at(), clock.instant()).compareTo(Duration.ofMinutes(1)) < 0)
                .isPresent()) {
            flags.add("WITHIN_A_MINUTE");
        }
        return flags;
    }

    private Line line(AssignmentMove move, Assignment before, Assignment after, Matter matter) {
        var kind = switch (move) {
            case AssignmentMove.Accept _ -> "assignment.accepted";
            case AssignmentMove.RequestReturn _ -> "assignment.return-requested";
            case AssignmentMove.DecideReturn decision ->
                decision.granted() ? "assignment.returned" : "assignment.return-refused";
            case AssignmentMove.Reply _ -> "assignment.replied";
            case AssignmentMove.Cancel _ -> "assignment.cancelled";
            case AssignmentMove.TakeBack _ -> "assignment.move-taken-back";
        };
        var reason = switch (move) {
            case AssignmentMove.RequestReturn request -> request.reason();
            case AssignmentMove.DecideReturn decision -> decision.reason();
            case AssignmentMove.Cancel cancel -> cancel.reason();
            case AssignmentMove.Accept _, AssignmentMove.Reply _, AssignmentMove.TakeBack _ -> null;
        };
        return Line.of(kind, "assignment", before.id())
                .moved(before.status(), after.status())
                .with("unitId", before.unitId())
                .with(
                        "unit",
                        handling.unit(before.unitId()).map(unit -> unit.name()).orElse(null))
                .with("matterId", matter.id())
                .with("reason", reason)
                .with("docNo", move instanceof AssignmentMove.Reply reply ? reply.docNo() : null);
    }

    private static boolean isAfter(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }
}
