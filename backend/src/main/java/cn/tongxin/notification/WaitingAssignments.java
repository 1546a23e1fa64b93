package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.OPINION_EDITION;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.committee.Settings;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/** Assignments that wait for their unit, for the office, or for the proponent's rating. */
@Singleton
class WaitingAssignments implements Waiting {
    private static final int DAYS_BETWEEN_URGINGS = 7;
    private static final TableLike<?> ASSIGNMENTS = HANDLING_ASSIGNMENT
            .leftJoin(PROPOSAL)
            .on(PROPOSAL.ID.eq(HANDLING_ASSIGNMENT.SUBJECT_ID))
            .leftJoin(OPINION_REPORT)
            .on(OPINION_REPORT.ID.eq(HANDLING_ASSIGNMENT.SUBJECT_ID))
            .leftJoin(OPINION_EDITION)
            .on(OPINION_EDITION.REPORT_ID.eq(OPINION_REPORT.ID))
            .join(HANDLING_UNIT)
            .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID));
    private static final Field<String> TITLE =
            DSL.coalesce(PROPOSAL.TITLE, OPINION_EDITION.TITLE, OPINION_REPORT.TITLE);
    private static final Field<String> TITLE_AND_UNIT = withUnit(TITLE);

    private final Settings settings;

    WaitingAssignments(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        if (caller.isMember()) {
            all.add(toRate(Signers.rater().in(caller.seats())));
        }
        if (caller.has(Role.PROPOSAL_STAFF)) {
            all.add(toRate(Signers.rater().isNull()));
        }
        var handedOut = handedOutBy(caller);
        if (!handedOut.isEmpty()) {
            var ours = HANDLING_ASSIGNMENT.SUBJECT_TYPE.in(handedOut);
            all.add(assignments(Todo.Verb.DECIDE_RETURN, ours.and(is("RETURN_REQUESTED")), "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE_AND_UNIT, HANDLING_ASSIGNMENT.RETURN_REQUESTED_ON));
            all.add(assignments(Todo.Verb.DECIDE_EXTENSION, ours.and(is("EXTENSION_REQUESTED")), "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE_AND_UNIT, HANDLING_ASSIGNMENT.EXTENSION_ASKED_ON));
            all.add(assignments(Todo.Verb.REVIEW_REPLY, ours.and(is("REPLIED")), "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE_AND_UNIT, HANDLING_ASSIGNMENT.REPLIED_ON));
            all.add(assignments(
                            Todo.Verb.URGE,
                            ours.and(HANDLING_ASSIGNMENT.STATUS.in("SENT", "ACCEPTED"))
                                    .and(HANDLING_ASSIGNMENT.REPLY_BY.lt(today))
                                    .and(unurged(HANDLING_ASSIGNMENT.URGED_ON, today)),
                            "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE_AND_UNIT, HANDLING_ASSIGNMENT.ASSIGNED_ON)
                    .until(HANDLING_ASSIGNMENT.REPLY_BY));
            if (!settings.handlingRules().silenceAccepts()) {
                all.add(assignments(
                                Todo.Verb.URGE_SIGNING,
                                ours.and(is("SENT"))
                                        .and(HANDLING_ASSIGNMENT.IMPORTED.isFalse())
                                        .and(HANDLING_ASSIGNMENT.ACCEPT_BY.lt(today))
                                        .and(HANDLING_ASSIGNMENT.REPLY_BY.ge(today))
                                        .and(unurged(HANDLING_ASSIGNMENT.URGED_ON, today)),
                                "assignment")
                        .showing(HANDLING_ASSIGNMENT.ID, TITLE_AND_UNIT, HANDLING_ASSIGNMENT.ASSIGNED_ON)
                        .until(HANDLING_ASSIGNMENT.ACCEPT_BY));
            }
        }
        if (caller.hasAny(Role.UNIT_CLERK, Role.UNIT_LEADER) && caller.unit() != null) {
            var ours = HANDLING_ASSIGNMENT.UNIT_ID.eq(caller.unit());
            var assists = HANDLING_ASSIGNMENT.ROLE.eq("ASSIST");
            all.add(assignments(Todo.Verb.SIGN_FOR, ours.and(is("SENT")), "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE, HANDLING_ASSIGNMENT.ASSIGNED_ON)
                    .until(HANDLING_ASSIGNMENT.ACCEPT_BY));
            all.add(assignments(Todo.Verb.REPLY, ours.and(is("ACCEPTED")).andNot(assists), "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE, HANDLING_ASSIGNMENT.ASSIGNED_ON)
                    .until(HANDLING_ASSIGNMENT.REPLY_BY));
            all.add(assignments(Todo.Verb.GIVE_OPINION, ours.and(is("ACCEPTED")).and(assists), "assignment")
                    .showing(HANDLING_ASSIGNMENT.ID, TITLE, HANDLING_ASSIGNMENT.ASSIGNED_ON)
                    .until(HANDLING_ASSIGNMENT.REPLY_BY));
        }
        return all.stream();
    }

    private static WaitingQuery toRate(Condition mine) {
        var unrated = DSL.notExists(DSL.selectOne()
                .from(HANDLING_RATING)
                .where(HANDLING_RATING.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                .and(HANDLING_RATING.ROUND.eq(HANDLING_ASSIGNMENT.ROUND))
                .and(HANDLING_RATING.LATEST));
        return assignments(
                        Todo.Verb.RATE,
                        is("REPLY_ACCEPTED")
                                .and(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                                .and(PROPOSAL.STATUS.ne("CLOSED"))
                                .and(mine)
                                .and(unrated),
                        "proposal")
                .showing(PROPOSAL.ID, TITLE_AND_UNIT, HANDLING_ASSIGNMENT.RELEASED_ON)
                .until(HANDLING_ASSIGNMENT.FEEDBACK_BY);
    }

    private static WaitingQuery assignments(Todo.Verb verb, Condition which, String subjectType) {
        return WaitingQuery.of(verb, subjectType, ASSIGNMENTS, which);
    }

    static Field<String> withUnit(Field<String> text) {
        return DSL.concat(text, DSL.inline("（"), HANDLING_UNIT.NAME, DSL.inline("）"));
    }

    /** Who was urged is left alone for a while. */
    static Condition unurged(Field<LocalDate> urgedOn, LocalDate today) {
        return urgedOn.isNull().or(urgedOn.lt(today.minusDays(DAYS_BETWEEN_URGINGS)));
    }

    /** The types of matters whose office this caller is. */
    static List<String> handedOutBy(Caller caller) {
        var types = new ArrayList<String>();
        if (caller.hasAny(Role.PROPOSAL_STAFF, Role.ASSIGNING_OFFICE)) {
            types.add("proposal");
        }
        if (caller.hasAny(Role.INFO_EDITOR, Role.INFO_APPROVER)) {
            types.add("opinion_report");
        }
        return types;
    }

    private static Condition is(String status) {
        return HANDLING_ASSIGNMENT.STATUS.eq(status);
    }
}
