package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.Timeline;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Assignments over HTTP, for units, the assigning office and proponents. */
@Controller("/api/assignments")
@ExecuteOn(TaskExecutors.BLOCKING)
class AssignmentController {
    private final Assignments assignments;
    private final AssignmentActions actions;
    private final FeedbackActions feedback;
    private final ConsultationActions consultations;
    private final AssignmentViews views;
    private final Matters matters;
    private final ProponentPhones phones;
    private final Timeline timeline;
    private final Calendar calendar;

    AssignmentController(
            Assignments assignments,
            AssignmentActions actions,
            FeedbackActions feedback,
            ConsultationActions consultations,
            AssignmentViews views,
            Matters matters,
            ProponentPhones phones,
            Timeline timeline,
            Calendar calendar) {
        this.assignments = assignments;
        this.actions = actions;
        this.feedback = feedback;
        this.consultations = consultations;
        this.views = views;
        this.matters = matters;
        this.phones = phones;
        this.timeline = timeline;
        this.calendar = calendar;
    }

    /**
     * OVERDUE: reply or opinion is late. SOON: it is due within the next ten days. SUPERVISED: so late that the board was told.
     * UNSIGNED: the unit has not signed for it in time, nor since.
     */
    enum Due {
        OVERDUE,
        SOON,
        SUPERVISED,
        UNSIGNED
    }

    /** What the office writes to a unit that has not replied. */
    @Serdeable
    record Urging(@Nullable String text) {}

    /** A whole number. */
    @Serdeable
    @Schema(name = "ProponentPhone")
    record Phone(String phone) {}

    /**
     * What a unit holds, what all units hold for the office, or what is so late that the chair council was told; the most
     * urgent first. 403 for others.
     *
     * @param session the session in which the matter came in, as 14-2
     * @param q words of the matter as the units read it, or its number
     * @param flagged only those with a rating that was flagged, for the proposal office
     */
    @Get("{?status,unitId,due,session,q,flagged,after,limit,count}")
    @Transactional(readOnly = true)
    Page<AssignmentView> list(
            @Nullable @QueryValue AssignmentStatus status,
            @Nullable @QueryValue UUID unitId,
            @Nullable @QueryValue Due due,
            @Nullable @QueryValue String session,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue Boolean flagged,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        if (!AssignmentPolicy.lists(caller)) {
            throw Refusal.notAllowed();
        }
        var which = visibleTo(caller)
                .and(status == null ? DSL.noCondition() : HANDLING_ASSIGNMENT.STATUS.eq(status.name()))
                .and(unitId == null ? DSL.noCondition() : HANDLING_ASSIGNMENT.UNIT_ID.eq(unitId))
                .and(due == null ? DSL.noCondition() : due(due))
                .and(session == null ? DSL.noCondition() : inSession(session))
                .and(q == null || q.isBlank() ? DSL.noCondition() : matters.saying(q, visibleTo(caller)))
                .and(Boolean.TRUE.equals(flagged) ? flagged(caller) : DSL.noCondition());
        var size = Page.limit(limit);
        var page = Page.of(
                assignments.page(which, Cursor.decode(after), size),
                size,
                a -> new Cursor(a.sending().replyBy().toString(), a.id()));
        return new Page<>(views.brief(page.items()), page.next(), null)
                .counted(Boolean.TRUE.equals(count) ? assignments.count(which) : null);
    }

    /** What was flagged about a rating is the proposal office's to look through. */
    private static Condition flagged(Caller caller) {
        if (!caller.has(Role.PROPOSAL_STAFF)) {
            throw Refusal.notAllowed();
        }
        return FlaggedRatings.ofAssignment();
    }

    /** The assignment with the matter's text, the reply and the rating. 404 once the unit no longer holds it. */
    @Get("/{id}")
    @Transactional(readOnly = true)
    AssignmentView show(UUID id) {
        return views.of(assignments.get(id));
    }

    /**
     * The whole telephone number of who speaks for the matter, for the unit that owes the reply; who looked, whose number and
     * for which matter is logged. 403 for assistants and once the matter is closed, 404 for anybody without a number.
     */
    @Get("/{id}/proponents/{seatId}/phone")
    Phone phone(UUID id, UUID seatId) {
        return new Phone(phones.open(id, seatId));
    }

    /** What happened to it. A unit that no longer holds it sees its own lines only. */
    @Get("/{id}/timeline")
    @Transactional(readOnly = true)
    List<Timeline.Entry> timeline(UUID id) {
        var assignment = assignments.get(id);
        var caller = Caller.current();
        var lines = timeline.of("assignment", List.of(id));
        if (AssignmentPolicy.sees(caller, assignment, matters.get(assignment.subject()))) {
            return AssignmentPolicy.seesWork(caller, assignment) ? lines : Handling.forProponents(lines);
        }
        var own = lines.stream()
                .filter(line -> caller.seatId().equals(line.seatId()))
                .toList();
        if (own.isEmpty() && !AssignmentPolicy.isOfUnit(caller, assignment)) {
            throw Refusal.notFound();
        }
        return own;
    }

    /** The unit signs for it. 409 unless it was just sent. */
    @Put("/{id}/acceptance")
    AssignmentView accept(UUID id, @Body AssignmentMove.Accept move) {
        return actions.move(id, move, null);
    }

    /** The unit asks to return it, with a reason (422), within its days (409 {@code assignment.return-window-over}). */
    @Put("/{id}/return-request")
    AssignmentView requestReturn(UUID id, @Body AssignmentMove.RequestReturn move) {
        return actions.move(id, move, null);
    }

    /** The office decides: granted, to another unit or none yet; or refused. 404 for an unknown unit. */
    @Put("/{id}/return-decision")
    AssignmentView decideReturn(UUID id, @Body AssignmentMove.DecideReturn move) {
        return actions.move(id, move, null);
    }

    /** The unit asks for a later day, with a reason. 409 {@code assignment.extensions-used}; 422 for a day beyond the rules. */
    @Put("/{id}/extension-request")
    AssignmentView requestExtension(UUID id, @Body AssignmentMove.RequestExtension move) {
        return actions.move(id, move, null);
    }

    /** The office grants the day that was asked for or an earlier one, or refuses with a reason. */
    @Put("/{id}/extension-decision")
    AssignmentView decideExtension(UUID id, @Body AssignmentMove.DecideExtension move) {
        return actions.move(id, move, null);
    }

    /** The unit records a talk with the proponent; there may be many. 409 after the reply. */
    @Post("/{id}/contacts")
    AssignmentView contact(UUID id, @Body Contact.Given contact) {
        return feedback.contacted(id, contact);
    }

    /**
     * The unit or the office notes that proponent and unit met face to face while the matter is handled (domain §3.1), with minutes;
     * as often as they met. 409 once the case is closed; 422 for a day before it was sent or after today.
     */
    @Post("/{id}/consultations")
    AssignmentView hold(UUID id, @Body Consultation.Given held) {
        return consultations.hold(id, held);
    }

    /** An assisting unit tells the leading one its opinion. */
    @Put("/{id}/opinion")
    AssignmentView opine(UUID id, @Body AssignmentMove.Opine move) {
        return actions.move(id, move, null);
    }

    /**
     * The unit replies. 422 {@code reply.suggestion-unanswered} with {@code missing}; 409 {@code reply.opinions-missing}
     * where the rules wait for assistants; 409 for an old version.
     */
    @Put("/{id}/reply")
    AssignmentView reply(
            UUID id,
            @Body AssignmentMove.Reply move,
            @Parameter(hidden = true) @Nullable @CookieValue(DeviceMark.COOKIE) String device) {
        return actions.move(id, move, DeviceMark.of(device));
    }

    /** The office lets the reply through, correcting its grade where it is wrong, or sends it back with a reason. */
    @Put("/{id}/reply-review")
    AssignmentView reviewReply(UUID id, @Body AssignmentMove.ReviewReply move) {
        return actions.move(id, move, null);
    }

    /**
     * The proponent rates the reply, or the office from his paper form. A later rating replaces the earlier and is kept.
     * 409 before the reply, when the time to change is over, and {@code rating.given-by-proponent} where the office would
     * replace what he gave himself. The office says in {@code toldHow} how he told it; 422 where it does not.
     */
    @Put("/{id}/rating")
    AssignmentView rate(
            UUID id,
            @Body Rating.Given rating,
            @Parameter(hidden = true) @Nullable @CookieValue(DeviceMark.COOKIE) String device) {
        return feedback.rate(id, rating, DeviceMark.of(device));
    }

    /** The unit says what it thinks of the text that it had to answer; for the office. 409 before its reply or opinion. */
    @Put("/{id}/evaluation")
    AssignmentView evaluate(UUID id, @Body Evaluation.Given evaluation) {
        return feedback.evaluate(id, evaluation);
    }

    /** The office urges a unit that has not replied. */
    @Post("/{id}/urgings")
    AssignmentView urge(UUID id, @Body Urging urging) {
        return feedback.urge(id, urging.text());
    }

    /** Takes one's own last click back. 409 {@code assignment.acted-on} when somebody has acted on it. */
    @Delete("/{id}/last-move")
    AssignmentView takeBack(UUID id) {
        return actions.move(id, new AssignmentMove.TakeBack(), null);
    }

    static Condition visibleTo(Caller caller) {
        var ours = HANDLING_ASSIGNMENT.SUBJECT_TYPE.in(Offices.typesOf(caller));
        if (caller.worksInUnit()) {
            return ours.or(HANDLING_ASSIGNMENT.UNIT_ID.eq(caller.unit()).and(isLive()));
        }
        return AssignmentPolicy.supervises(caller)
                ? ours.or(HANDLING_ASSIGNMENT
                        .SUBJECT_TYPE
                        .eq("proposal")
                        .and(HANDLING_ASSIGNMENT.ESCALATED_TO.eq("BOARD"))
                        .and(HANDLING_ASSIGNMENT.STATUS.in(open())))
                : ours;
    }

    private static List<String> open() {
        return Arrays.stream(AssignmentStatus.values())
                .filter(AssignmentStatus::isOpen)
                .map(Enum::name)
                .toList();
    }

    static Condition isLive() {
        return HANDLING_ASSIGNMENT.STATUS.in(Arrays.stream(AssignmentStatus.values())
                .filter(AssignmentStatus::isLive)
                .map(Enum::name)
                .toList());
    }

    private Condition inSession(String key) {
        return calendar.sessionPeriods()
                .find(key)
                .map(session -> HANDLING_ASSIGNMENT.SESSION_ID.eq(session.id()))
                .orElse(DSL.falseCondition());
    }

    private Condition due(Due due) {
        var today = calendar.today();
        var by = switch (due) {
            case OVERDUE -> HANDLING_ASSIGNMENT.REPLY_BY.lt(today);
            case SOON -> HANDLING_ASSIGNMENT.REPLY_BY.between(today, today.plusDays(10));
            case SUPERVISED -> HANDLING_ASSIGNMENT.REPLY_BY.lt(today).and(HANDLING_ASSIGNMENT.ESCALATED_TO.eq("BOARD"));
            case UNSIGNED ->
                HANDLING_ASSIGNMENT
                        .STATUS
                        .eq(AssignmentStatus.SENT.name())
                        .and(HANDLING_ASSIGNMENT.ACCEPT_BY.lt(today));
        };
        return HANDLING_ASSIGNMENT.STATUS.in(open()).and(by);
    }
}
