package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

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

/** Proposals that wait for their proponent or for the office. */
@Singleton
class WaitingProposals implements Waiting {
    private static final Field<String> TITLE = DSL.coalesce(DSL.nullif(PROPOSAL.TITLE, ""), DSL.inline("（未填写案由）"));

    private final Settings settings;

    WaitingProposals(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        if (caller.isMember()) {
            var mine = PROPOSAL.PROPONENT_ID.eq(caller.seat()).and(is("DRAFT"));
            all.add(proposals(Todo.Verb.REVISE, mine.and(PROPOSAL.SUBMITTED_AT.isNotNull()), PROPOSAL.UPDATED_AT));
            all.add(proposals(Todo.Verb.FINISH_DRAFT, mine.and(PROPOSAL.SUBMITTED_AT.isNull()), PROPOSAL.CREATED_AT));
        }
        var others = PROPOSAL.PROPONENT_ID.ne(caller.seatId());
        var office = caller.has(Role.PROPOSAL_STAFF);
        if (office) {
            all.add(proposals(Todo.Verb.ACCEPT, is("SUBMITTED").and(others), PROPOSAL.SUBMITTED_AT));
            all.add(proposals(Todo.Verb.CLOSE, is("FEEDBACK_IN").and(others), PROPOSAL.UPDATED_AT));
        }
        if (office || caller.has(Role.PROPOSAL_REVIEWER)) {
            var inReview = is("IN_REVIEW").and(others);
            var last = settings.proposalRules().reviewStages();
            all.add(proposals(Todo.Verb.REVIEW, inReview.and(PROPOSAL.REVIEW_STAGE.lt(last)), PROPOSAL.UPDATED_AT));
            all.add(proposals(Todo.Verb.DECIDE, inReview.and(PROPOSAL.REVIEW_STAGE.ge(last)), PROPOSAL.UPDATED_AT));
        }
        if (office || caller.has(Role.ASSIGNING_OFFICE)) {
            all.add(proposals(Todo.Verb.ASSIGN, is("FILED"), PROPOSAL.FILED_ON));
        }
        return all.stream();
    }

    private static WaitingQuery proposals(Todo.Verb verb, Condition which, Field<?> since) {
        return WaitingQuery.of(verb, "proposal", PROPOSAL, which).showing(PROPOSAL.ID, TITLE, since);
    }

    private static Condition is(String status) {
        return PROPOSAL.STATUS.eq(status);
    }
}
