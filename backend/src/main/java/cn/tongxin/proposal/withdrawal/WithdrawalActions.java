package cn.tongxin.proposal.withdrawal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalChecks;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalLines;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.proposal.WithdrawalRequest;
import cn.tongxin.proposal.WithdrawalRequest.State;
import cn.tongxin.proposal.WithdrawalRequests;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proponent asks for withdrawal after filing and before the first reply; the office grants or refuses it. */
@Singleton
class WithdrawalActions {
    private static final int REASON_MAX = 500;

    private final Proposals proposals;
    private final WithdrawalRequests requests;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final ProposalViews views;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    WithdrawalActions(
            Proposals proposals,
            WithdrawalRequests requests,
            ProposalFlow flow,
            ProposalChecks checks,
            ProposalViews views,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.requests = requests;
        this.flow = flow;
        this.checks = checks;
        this.views = views;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    ProposalView ask(UUID id, @Nullable String reason) {
        var proposal = locked(id);
        var caller = Caller.current();
        if (!ProposalPolicy.asksForWithdrawal(caller, proposal)) {
            throw Refusal.notAllowed();
        }
        checkReason(reason);
        // As long as the office could withdraw it.
        proposal.status().after(new ProposalMove.Withdraw(null, reason), flow.rules(), flow.facts(proposal));
        if (isOpen(id)) {
            throw Refusal.conflict("withdrawal.asked", "It was asked for already; the office decides.");
        }
        requests.insert(id, caller.seatId(), Objects.requireNonNull(reason).strip(), calendar.today(), clock.instant());
        history.record(line("proposal.withdrawal-asked", proposal).with("reason", reason));
        return views.of(proposal);
    }

    /** The proponent asks no longer. */
    @Transactional
    ProposalView takeBack(UUID id) {
        var proposal = locked(id);
        var caller = Caller.current();
        if (!caller.mayWrite() || !ProposalPolicy.isProponent(caller, proposal)) {
            throw Refusal.notAllowed();
        }
        checkOpen(id);
        requests.close(id, State.TAKEN_BACK, caller.seatId(), calendar.today(), null);
        history.record(line("proposal.withdrawal-taken-back", proposal));
        return views.of(proposal);
    }

    /** Granted, it is withdrawn for the proponent's reason; refused, he is told why. */
    @Transactional
    ProposalView decide(UUID id, boolean granted, @Nullable String reason) {
        var proposal = locked(id);
        var caller = Caller.current();
        if (!caller.mayWrite() || !ProposalPolicy.isStaff(caller)) {
            throw Refusal.notAllowed();
        }
        if (proposals.proposes(caller, proposal)) {
            throw Refusal.forbidden("proposal.own", "Nobody judges his own proposal.");
        }
        if (!granted) {
            checkReason(reason);
        }
        new Fields().maxLength("reason", reason, REASON_MAX).orRefuse();
        checkOpen(id);
        if (!granted) {
            requests.close(id, State.REFUSED, caller.seatId(), calendar.today(), reason);
            history.record(line("proposal.withdrawal-refused", proposal).with("reason", reason));
            return views.of(proposal);
        }
        var asked = requests.latest(id).orElseThrow();
        var move = new ProposalMove.Withdraw(null, asked.reason());
        checks.check(move, proposal);
        var deed = new Deed(caller.seatId(), calendar.today(), clock.instant(), false);
        requests.close(id, State.GRANTED, caller.seatId(), calendar.today(), reason);
        var moved = flow.carryOut(proposal, move, deed);
        history.record(ProposalLines.of(move, proposal, moved).with("requested", true));
        flow.carryAlong(proposal, move, deed)
                .forEach(along -> history.record(ProposalLines.of(along.move(), along.before(), along.after())));
        return views.of(moved);
    }

    private Proposal locked(UUID id) {
        proposals.lock(id);
        return flow.getVisible(id);
    }

    private boolean isOpen(UUID id) {
        return requests.latest(id).filter(WithdrawalRequest::isOpen).isPresent();
    }

    private void checkOpen(UUID id) {
        if (!isOpen(id)) {
            throw Refusal.conflict("withdrawal.not-asked", "Nobody asks for it now.");
        }
    }

    private static void checkReason(@Nullable String reason) {
        new Fields()
                .required("reason", reason)
                .maxLength("reason", reason, REASON_MAX)
                .orRefuse();
    }

    private static Line line(String kind, Proposal proposal) {
        return Line.of(kind, Proposal.SUBJECT, proposal.id()).moved(proposal.status(), proposal.status());
    }
}
