package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_NEXT_REPLY;
import static cn.tongxin.db.cell.Tables.PROPOSAL_PUBLICATION;
import static cn.tongxin.db.cell.Tables.PROPOSAL_REVIEWER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_WITHDRAWAL_REQUEST;

import cn.tongxin.committee.HandlingRules;
import cn.tongxin.committee.RehandlingTrigger;
import cn.tongxin.committee.Settings;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Proposals that wait for their proponent or for the office. */
@Singleton
class WaitingProposals implements Waiting {
    private static final Field<String> TITLE = DSL.coalesce(DSL.nullif(PROPOSAL.TITLE, ""), DSL.inline("（未填写案由）"));

    private final Settings settings;
    private final DuePublications publishing;

    WaitingProposals(Settings settings, DuePublications publishing) {
        this.settings = settings;
        this.publishing = publishing;
    }

    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        if (caller.isMember()) {
            all.add(WaitingQuery.of(
                            Todo.Verb.COSIGN,
                            "proposal",
                            PROPOSAL_COSIGNER.join(PROPOSAL).on(PROPOSAL.ID.eq(PROPOSAL_COSIGNER.PROPOSAL_ID)),
                            PROPOSAL_COSIGNER
                                    .SEAT_ID
                                    .eq(caller.seat())
                                    .and(PROPOSAL_COSIGNER.STATE.eq("ASKED"))
                                    .and(PROPOSAL_COSIGNER.ANSWER_BY.ge(today)))
                    .showing(PROPOSAL.ID, TITLE, PROPOSAL.UPDATED_AT)
                    .until(PROPOSAL_COSIGNER.ANSWER_BY));
            all.add(proposals(
                    Todo.Verb.CONSENT,
                    PROPOSAL.PROPONENT_ID.in(caller.seats()).and(PROPOSAL.CONVERSION.eq("ASKED")),
                    PROPOSAL.NOT_FILED_ON));
        }
        var others = PROPOSAL.PROPONENT_ID.ne(caller.seatId());
        var office = caller.has(Role.PROPOSAL_STAFF);
        if (caller.isMember() || office) {
            var own = PROPOSAL.PROPONENT_ID.in(caller.seats());
            var written = (office ? own.or(Desks.waitsFor(caller, PROPOSAL.ENTERED_BY, Role.PROPOSAL_STAFF)) : own)
                    .and(PROPOSAL.STATUS.in("DRAFT", "CO_SIGNING"));
            all.add(proposals(Todo.Verb.REVISE, written.and(PROPOSAL.SUBMITTED_AT.isNotNull()), PROPOSAL.UPDATED_AT));
            all.add(proposals(
                    Todo.Verb.FINISH_DRAFT, written.and(PROPOSAL.SUBMITTED_AT.isNull()), PROPOSAL.CREATED_AT));
        }
        if (office) {
            all.add(proposals(Todo.Verb.ACCEPT, is("SUBMITTED").and(others), PROPOSAL.SUBMITTED_AT));
            var rules = settings.handlingRules();
            var fedBack = is("FEEDBACK_IN").and(others);
            var again = notSatisfied(rules, DSL.noCondition());
            var last = notSatisfied(rules, HANDLING_ASSIGNMENT.ROUND.gt(rules.rehandlings()));
            all.add(proposals(Todo.Verb.REHANDLE, fedBack.and(again).andNot(last), PROPOSAL.UPDATED_AT));
            all.add(proposals(Todo.Verb.CONSULT, fedBack.and(last), PROPOSAL.UPDATED_AT));
            all.add(WaitingQuery.of(
                            Todo.Verb.DECIDE_WITHDRAWAL,
                            "proposal",
                            PROPOSAL_WITHDRAWAL_REQUEST
                                    .join(PROPOSAL)
                                    .on(PROPOSAL.ID.eq(PROPOSAL_WITHDRAWAL_REQUEST.PROPOSAL_ID)),
                            PROPOSAL_WITHDRAWAL_REQUEST
                                    .STATE
                                    .eq("ASKED")
                                    .and(PROPOSAL.CASE_NO.isNotNull())
                                    .and(others))
                    .showing(PROPOSAL.ID, TITLE, PROPOSAL_WITHDRAWAL_REQUEST.ASKED_ON));
            all.add(publishing.of(today));
            all.add(DuePublications.replies());
            all.add(proposals(Todo.Verb.CLOSE, fedBack.andNot(again), PROPOSAL.UPDATED_AT));
        }
        if (office || caller.has(Role.PROPOSAL_REVIEWER)) {
            var named = DSL.select(PROPOSAL_REVIEWER.SEAT_ID)
                    .from(PROPOSAL_REVIEWER)
                    .where(PROPOSAL_REVIEWER.STAGE.eq(PROPOSAL.REVIEW_STAGE));
            var inReview = is("IN_REVIEW")
                    .and(others)
                    .and(DSL.notExists(named).or(DSL.val(caller.seatId()).in(named)));
            var lastStage = settings.proposalRules().reviewStages();
            all.add(proposals(Todo.Verb.REVIEW, inReview.and(PROPOSAL.REVIEW_STAGE.lt(lastStage)), PROPOSAL.UPDATED_AT)
                    .until(PROPOSAL.REVIEW_BY));
            all.add(proposals(Todo.Verb.DECIDE, inReview.and(PROPOSAL.REVIEW_STAGE.ge(lastStage)), PROPOSAL.UPDATED_AT)
                    .until(PROPOSAL.REVIEW_BY));
            all.add(publications(
                    Todo.Verb.REVIEW_PUBLICATION,
                    PROPOSAL_PUBLICATION
                            .STATE
                            .eq("PROPOSED")
                            .and(another(PROPOSAL_PUBLICATION.PROPOSED_BY, caller))
                            .or(nextReply(false).and(another(PROPOSAL_NEXT_REPLY.PROPOSED_BY, caller)))));
            all.add(publications(
                    Todo.Verb.REVISE_PUBLICATION,
                    PROPOSAL_PUBLICATION
                            .STATE
                            .eq("RETURNED")
                            .and(PROPOSAL_PUBLICATION.PROPOSED_BY.eq(caller.seatId()))
                            .or(nextReply(true).and(PROPOSAL_NEXT_REPLY.PROPOSED_BY.eq(caller.seatId())))));
        }
        if (office || caller.has(Role.ASSIGNING_OFFICE)) {
            all.add(proposals(Todo.Verb.ASSIGN, is("FILED").or(is("HANDLING").and(leaderless())), PROPOSAL.FILED_ON));
        }
        return all.stream();
    }

    /** A reply of the present round that its rating sends back. */
    private static Condition notSatisfied(HandlingRules rules, Condition which) {
        var bad = HANDLING_RATING.RESULT.eq("NOT_SATISFIED");
        return DSL.exists(DSL.selectOne()
                .from(HANDLING_ASSIGNMENT)
                .join(HANDLING_RATING)
                .on(HANDLING_RATING.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                .and(HANDLING_RATING.ROUND.eq(HANDLING_ASSIGNMENT.ROUND))
                .and(HANDLING_RATING.LATEST)
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                .and(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(PROPOSAL.ID))
                .and(HANDLING_ASSIGNMENT.STATUS.eq("REPLY_ACCEPTED"))
                .and(which)
                .and(
                        rules.rehandlingTrigger() == RehandlingTrigger.RESULT
                                ? bad
                                : bad.or(HANDLING_RATING.ATTITUDE.eq("NOT_SATISFIED"))));
    }

    /** Units assist, but the one that led has given it back. */
    private static Condition leaderless() {
        return DSL.notExists(DSL.selectOne()
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                .and(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(PROPOSAL.ID))
                .and(HANDLING_ASSIGNMENT.ROLE.ne("ASSIST"))
                .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED")));
    }

    private static WaitingQuery proposals(Todo.Verb verb, Condition which, Field<?> since) {
        return WaitingQuery.of(verb, "proposal", PROPOSAL, which).showing(PROPOSAL.ID, TITLE, since);
    }

    /** In a small office one lets through also what one has proposed oneself. */
    private Condition another(Field<UUID> proposedBy, Caller caller) {
        return settings.isSmallOffice() ? DSL.noCondition() : proposedBy.ne(caller.seatId());
    }

    /** The reply's words that follow what is out already. */
    private static Condition nextReply(boolean returned) {
        var reason = PROPOSAL_NEXT_REPLY.REASON;
        return PROPOSAL_NEXT_REPLY.TEXT.isNotNull().and(returned ? reason.isNotNull() : reason.isNull());
    }

    /** Of what may still be public. */
    private static WaitingQuery publications(Todo.Verb verb, Condition which) {
        return WaitingQuery.of(
                        verb,
                        "publication",
                        PROPOSAL_PUBLICATION
                                .join(PROPOSAL)
                                .on(PROPOSAL.ID.eq(PROPOSAL_PUBLICATION.PROPOSAL_ID))
                                .leftJoin(PROPOSAL_NEXT_REPLY)
                                .on(PROPOSAL_NEXT_REPLY.PROPOSAL_ID.eq(PROPOSAL.ID)),
                        which.and(PROPOSAL.OPEN_TO_PUBLIC).and(PROPOSAL.CASE_NO.isNotNull()))
                .showing(
                        PROPOSAL.ID,
                        PROPOSAL_PUBLICATION.TITLE,
                        DSL.coalesce(PROPOSAL_NEXT_REPLY.PROPOSED_ON, PROPOSAL_PUBLICATION.PROPOSED_ON));
    }

    private static Condition is(String status) {
        return PROPOSAL.STATUS.eq(status);
    }
}
