package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import cn.tongxin.committee.Span;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.schedule.TimedMove;
import cn.tongxin.schedule.Timetable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Everything that time does to assignments (domain §3.1). What was brought in from the past is left as it was. */
@Factory
class AssignmentTimes {
    private static final String BOARD = "BOARD";

    private static final Condition OPEN = HANDLING_ASSIGNMENT.STATUS.in(names(AssignmentStatus::isOpen));
    private static final Condition UNRATED = HANDLING_ASSIGNMENT
            .STATUS
            .eq(AssignmentStatus.REPLY_ACCEPTED.name())
            .and(DSL.notExists(DSL.selectOne()
                    .from(HANDLING_RATING)
                    .where(HANDLING_RATING.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                    .and(HANDLING_RATING.ROUND.eq(HANDLING_ASSIGNMENT.ROUND))
                    .and(HANDLING_RATING.LATEST)));

    private final Assignments assignments;
    private final Handling handling;
    private final Succession succession;
    private final Matters matters;
    private final Settings settings;
    private final Calendar calendar;
    private final Timetable timetable;
    private final History history;
    private final DSLContext sql;
    private final Clock clock;

    AssignmentTimes(
            Assignments assignments,
            Handling handling,
            Succession succession,
            Matters matters,
            Settings settings,
            Calendar calendar,
            Timetable timetable,
            History history,
            DSLContext sql,
            Clock clock) {
        this.assignments = assignments;
        this.handling = handling;
        this.succession = succession;
        this.matters = matters;
        this.settings = settings;
        this.calendar = calendar;
        this.timetable = timetable;
        this.history = history;
        this.sql = sql;
        this.clock = clock;
    }

    /** The days to return it have passed without a word. */
    @Singleton
    @Named("assignment.silence")
    TimedMove silence() {
        return new Timed(
                "assignment.silence",
                HANDLING_ASSIGNMENT.RETURN_BY,
                today -> settings.handlingRules().silenceAccepts()
                        ? HANDLING_ASSIGNMENT
                                .STATUS
                                .eq(AssignmentStatus.SENT.name())
                                .and(HANDLING_ASSIGNMENT.RETURN_BY.lt(today))
                        : DSL.falseCondition(),
                assignment -> handling.make(new AssignmentMove.Silence(), assignment, now()));
    }

    @Singleton
    @Named("assignment.due-soon")
    TimedMove dueSoon() {
        return new Timed(
                "assignment.due-soon",
                HANDLING_ASSIGNMENT.REPLY_BY,
                today -> OPEN.and(HANDLING_ASSIGNMENT.REPLY_BY.between(
                        today, ahead(today, settings.handlingRules().remindBefore()))),
                assignment -> tell("assignment.due-soon", assignment, null));
    }

    /** Late for the first time: that is kept, whatever comes after. */
    @Singleton
    @Named("assignment.overdue")
    TimedMove overdue() {
        return new Timed(
                "assignment.overdue",
                HANDLING_ASSIGNMENT.REPLY_BY,
                today -> OPEN.and(HANDLING_ASSIGNMENT.REPLY_BY.lt(today)),
                assignment -> {
                    var late = assignment.late();
                    var since = late.since() == null
                            ? assignment.sending().replyBy().plusDays(1)
                            : late.since();
                    assignments.noteLate(
                            assignment.id(), new Assignment.Late(since, late.urgedOn(), late.escalatedTo()));
                    tell("assignment.overdue", assignment, null);
                });
    }

    @Singleton
    @Named("assignment.escalate-to-leader")
    TimedMove escalateToLeader() {
        return escalation("LEADER", () -> settings.handlingRules().escalateToLeader());
    }

    @Singleton
    @Named("assignment.escalate-to-board")
    TimedMove escalateToBoard() {
        return escalation(BOARD, () -> settings.handlingRules().escalateToBoard());
    }

    @Singleton
    @Named("assignment.remind-to-rate-first")
    TimedMove remindToRate() {
        return reminder(
                "assignment.remind-to-rate-first",
                () -> settings.handlingRules().feedbackRemindFirst());
    }

    @Singleton
    @Named("assignment.remind-to-rate-again")
    TimedMove remindToRateAgain() {
        return reminder(
                "assignment.remind-to-rate-again",
                () -> settings.handlingRules().feedbackRemindAgain());
    }

    /** The time to rate is over: noted as silence, never as satisfied. */
    @Singleton
    @Named("assignment.no-response")
    TimedMove noResponse() {
        return new Timed(
                "assignment.no-response",
                HANDLING_ASSIGNMENT.FEEDBACK_BY,
                today -> UNRATED.and(HANDLING_ASSIGNMENT.FEEDBACK_BY.lt(today)),
                assignment -> {
                    handling.noResponse(assignment, now());
                    matters.subject(assignment.subject())
                            .rated(assignment.subject().id());
                });
    }

    /** A date counted without a year's holidays is counted anew once their notice is out. */
    @Singleton
    @Named("assignment.settle-dates")
    TimedMove settleDates() {
        return new Timed(
                "assignment.settle-dates",
                HANDLING_ASSIGNMENT.REPLY_BY,
                _ -> OPEN.and(isSettled("accept").or(isSettled("giveBack")).or(isSettled("reply"))),
                assignment -> {
                    var was = assignment.sending();
                    var now = was.settled(calendar.workingDays());
                    assignments.noteDates(assignment.id(), now);
                    history.record(Line.of("assignment.dates-settled", AssignmentLines.SUBJECT, assignment.id())
                            .moved(assignment.status(), assignment.status())
                            .with("was", was.replyBy())
                            .with("replyBy", now.replyBy()));
                });
    }

    /** It was provisional, and no year that it waited for is without its notice now. */
    private Condition isSettled(String which) {
        var known = calendar.workingDays().knownYears().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        var deadline = DSL.jsonbGetAttribute(HANDLING_ASSIGNMENT.DEADLINES, which);
        var missing = DSL.jsonbGetAttributeAsText(DSL.jsonbGetAttribute(deadline, "explanation"), "missingYears");
        return DSL.jsonbGetAttributeAsText(deadline, "provisional")
                .eq("true")
                .and(missing.likeRegex("^\\[((" + known + ")(, )?)*]$"));
    }

    /** A reform has ended the unit: what is open goes to its successor, what is done keeps the old name. */
    @Singleton
    @Named("assignment.succession")
    TimedMove succession() {
        var ended = DSL.field(DSL.select(HANDLING_UNIT.VALID_TO)
                .from(HANDLING_UNIT)
                .where(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .and(HANDLING_UNIT.SUCCESSOR_ID.isNotNull()));
        return new Timed(
                "assignment.succession",
                ended,
                today -> OPEN.or(HANDLING_ASSIGNMENT.STATUS.eq(AssignmentStatus.REPLIED.name()))
                        .and(ended.le(today)),
                assignment -> {
                    if (succession.handOn(assignment, now())) {
                        matters.subject(assignment.subject())
                                .replied(assignment.subject().id());
                    }
                });
    }

    private TimedMove escalation(String level, Supplier<Span> after) {
        return new Timed(
                "assignment.escalate-to-" + level.toLowerCase(Locale.ROOT),
                HANDLING_ASSIGNMENT.REPLY_BY,
                today -> OPEN.and(HANDLING_ASSIGNMENT.REPLY_BY.le(
                        calendar.workingDays().before(today, after.get().n()))),
                assignment -> {
                    var late = assignment.late();
                    // Where nothing ran for long, the board may be told before the leader.
                    var highest = BOARD.equals(late.escalatedTo()) ? BOARD : level;
                    assignments.noteLate(assignment.id(), new Assignment.Late(late.since(), late.urgedOn(), highest));
                    tell("assignment.escalated", assignment, level);
                });
    }

    private TimedMove reminder(String name, Supplier<Span> before) {
        return new Timed(
                name,
                HANDLING_ASSIGNMENT.FEEDBACK_BY,
                today -> UNRATED.and(HANDLING_ASSIGNMENT.FEEDBACK_BY.between(today, ahead(today, before.get()))),
                assignment -> tell("assignment.rating-reminded", assignment, null));
    }

    private void tell(String kind, Assignment assignment, @Nullable String level) {
        history.record(Line.of(kind, AssignmentLines.SUBJECT, assignment.id())
                .moved(assignment.status(), assignment.status())
                .with("unitId", assignment.unitId())
                .with(
                        "unit",
                        handling.unit(assignment.unitId())
                                .map(unit -> unit.name())
                                .orElse(null))
                .with("replyBy", assignment.sending().replyBy())
                .with("level", level));
    }

    private LocalDate ahead(LocalDate today, Span workingDays) {
        return calendar.workingDays().due(today, workingDays).date();
    }

    private Deed now() {
        return Deed.ofTime(calendar.today(), clock.instant());
    }

    private static List<String> names(Predicate<AssignmentStatus> which) {
        return Arrays.stream(AssignmentStatus.values())
                .filter(which)
                .map(Enum::name)
                .toList();
    }

    /** A move of time on the assignments that fulfil a condition of the day. */
    private final class Timed implements TimedMove {
        private final String name;
        private final Field<LocalDate> deadline;
        private final Function<LocalDate, Condition> which;
        private final Consumer<Assignment> making;

        Timed(
                String name,
                Field<LocalDate> deadline,
                Function<LocalDate, Condition> which,
                Consumer<Assignment> making) {
            this.name = name;
            this.deadline = deadline;
            this.which = which;
            this.making = making;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Due> due(LocalDate today, int limit) {
            return sql.select(HANDLING_ASSIGNMENT.ID, deadline)
                    .from(HANDLING_ASSIGNMENT)
                    .where(which.apply(today))
                    .and(HANDLING_ASSIGNMENT.IMPORTED.isFalse())
                    .and(timetable.isOpen(name, HANDLING_ASSIGNMENT.ID, deadline))
                    .orderBy(deadline, HANDLING_ASSIGNMENT.ID)
                    .limit(limit)
                    .forUpdate()
                    .of(HANDLING_ASSIGNMENT)
                    .skipLocked()
                    .fetch(row -> new Due(row.value1(), row.value2()));
        }

        @Override
        public void make(Due due) {
            making.accept(assignments.get(due.id()));
        }
    }
}
