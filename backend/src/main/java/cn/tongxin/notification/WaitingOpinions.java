package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.OPINION_COMMISSION;
import static cn.tongxin.db.cell.Tables.OPINION_COMMISSION_SEAT;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.committee.Settings;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Reports that wait for their author, for an editor or an approver; and commissions for whom they ask. */
@Singleton
class WaitingOpinions implements Waiting {
    private static final String REPORT = "opinion_report";
    private static final Field<String> TITLE =
            DSL.coalesce(DSL.nullif(OPINION_REPORT.TITLE, ""), DSL.inline("（未填写标题）"));

    private final Deadlines deadlines;
    private final Settings settings;

    WaitingOpinions(Deadlines deadlines, Settings settings) {
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        var editor = caller.has(Role.INFO_EDITOR);
        if (caller.isMember() || editor) {
            var own = OPINION_REPORT.AUTHOR_ID.in(caller.seats());
            var written = (editor ? own.or(Desks.waitsFor(caller, OPINION_REPORT.ENTERED_BY, Role.INFO_EDITOR)) : own)
                    .and(is("DRAFT"));
            all.add(reports(Todo.Verb.REWRITE_REPORT, written.and(OPINION_REPORT.SUBMITTED_ON.isNotNull()))
                    .showing(OPINION_REPORT.ID, TITLE, OPINION_REPORT.UPDATED_AT));
            all.add(reports(Todo.Verb.FINISH_REPORT, written.and(OPINION_REPORT.SUBMITTED_ON.isNull()))
                    .showing(OPINION_REPORT.ID, TITLE, OPINION_REPORT.CREATED_AT));
        }
        if (caller.isMember()) {
            all.add(commissions(caller));
        }
        var others = OPINION_REPORT.AUTHOR_ID.isNull().or(OPINION_REPORT.AUTHOR_ID.notIn(caller.seats()));
        if (editor) {
            all.add(toAnswer(Todo.Verb.TAKE_REPORT, is("SUBMITTED").and(others), today));
            all.add(toAnswer(
                    Todo.Verb.EDIT_REPORT,
                    is("EDITING")
                            .and(others)
                            .and(OPINION_REPORT
                                    .TAKEN_BY
                                    .isNull()
                                    .or(Desks.waitsFor(caller, OPINION_REPORT.TAKEN_BY, Role.INFO_EDITOR))),
                    today));
        }
        if (caller.has(Role.INFO_APPROVER)) {
            all.add(toAnswer(Todo.Verb.APPROVE_REPORT, is("IN_APPROVAL").and(others), today));
        }
        return all.stream();
    }

    /** The author is to be told in the committee's time (件件有回音). */
    private WaitingQuery toAnswer(Todo.Verb verb, Condition which, LocalDate today) {
        var answerBy = deadlines.after(
                OPINION_REPORT.SUBMITTED_ON, settings.opinionRules().answerWithin(), today);
        return reports(verb, which)
                .showing(OPINION_REPORT.ID, TITLE, OPINION_REPORT.SUBMITTED_ON)
                .until(answerBy);
    }

    /** Until something was handed in for it. */
    private static WaitingQuery commissions(Caller caller) {
        return WaitingQuery.of(
                        Todo.Verb.WRITE_COMMISSIONED,
                        "opinion_commission",
                        OPINION_COMMISSION
                                .join(OPINION_COMMISSION_SEAT)
                                .on(OPINION_COMMISSION_SEAT.COMMISSION_ID.eq(OPINION_COMMISSION.ID)),
                        OPINION_COMMISSION_SEAT
                                .SEAT_ID
                                .in(caller.seats())
                                .and(OPINION_COMMISSION.CLOSED_ON.isNull())
                                .andNotExists(DSL.selectOne()
                                        .from(OPINION_REPORT)
                                        .where(OPINION_REPORT.COMMISSION_ID.eq(OPINION_COMMISSION.ID))
                                        .and(OPINION_REPORT.AUTHOR_ID.eq(OPINION_COMMISSION_SEAT.SEAT_ID))
                                        .and(OPINION_REPORT.STATUS.notIn("DRAFT", "WITHDRAWN"))))
                .showing(OPINION_COMMISSION.ID, OPINION_COMMISSION.TOPIC, OPINION_COMMISSION.CREATED_AT)
                .until(OPINION_COMMISSION.DUE_ON);
    }

    private static WaitingQuery reports(Todo.Verb verb, Condition which) {
        return WaitingQuery.of(verb, REPORT, OPINION_REPORT, which);
    }

    private static Condition is(String status) {
        return OPINION_REPORT.STATUS.eq(status);
    }
}
