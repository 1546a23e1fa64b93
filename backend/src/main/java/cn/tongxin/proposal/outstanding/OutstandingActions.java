package cn.tongxin.proposal.outstanding;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office enters what was chosen as outstanding, and strikes it out with a reason. */
@Singleton
class OutstandingActions {
    private static final int REASON_MAX = 500;

    private final Outstandings outstandings;
    private final ProposalFlow flow;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    OutstandingActions(Outstandings outstandings, ProposalFlow flow, Calendar calendar, History history, Clock clock) {
        this.outstandings = outstandings;
        this.flow = flow;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Choice choose(UUID id, @Nullable String reason) {
        var proposal = worked(id);
        checkReason(reason);
        if (!proposal.status().standsFiled()) {
            throw Refusal.conflict("proposal.not-filed", "Only what stands as filed is chosen.")
                    .with("state", proposal.status());
        }
        outstandings.choose(
                id,
                Objects.requireNonNull(reason).strip(),
                Caller.current().seatId(),
                calendar.today(),
                clock.instant());
        history.record(line("proposal.outstanding-chosen", proposal, reason));
        return show(proposal);
    }

    @Transactional
    Choice end(UUID id, @Nullable String reason) {
        var proposal = worked(id);
        checkReason(reason);
        if (outstandings.find(id).on() == null) {
            throw Refusal.notFound();
        }
        outstandings.end(id, calendar.today(), clock.instant());
        history.record(line("proposal.outstanding-ended", proposal, reason));
        return show(proposal);
    }

    Choice show(Proposal proposal) {
        var choice = outstandings.find(proposal.id());
        var caller = Caller.current();
        var works = caller.mayWrite() && ProposalPolicy.isStaff(caller);
        if (!works) {
            return choice;
        }
        if (choice.on() != null) {
            return choice.withCan(List.of("end"));
        }
        return proposal.status().standsFiled() ? choice.withCan(List.of("choose")) : choice;
    }

    private Proposal worked(UUID id) {
        var proposal = flow.getVisible(id);
        var caller = Caller.current();
        if (!caller.mayWrite() || !ProposalPolicy.isStaff(caller)) {
            throw Refusal.notAllowed();
        }
        return proposal;
    }

    private static void checkReason(@Nullable String reason) {
        new Fields()
                .required("reason", reason)
                .maxLength("reason", reason, REASON_MAX)
                .orRefuse();
    }

    private static Line line(String kind, Proposal proposal, @Nullable String reason) {
        return Line.of(kind, Proposal.SUBJECT, proposal.id())
                .moved(proposal.status(), proposal.status())
                .with("reason", reason);
    }
}
