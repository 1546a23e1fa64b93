package cn.tongxin.proposal.cosigning;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.Cosigner.State;
import cn.tongxin.proposal.Cosigners;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalChecks;
import cn.tongxin.proposal.ProposalFinding;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalLines;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking others to sign, and their answers. The proposal's row is locked first, so that nobody signs a text while it changes. */
@Singleton
class CosigningActions {
    private static final int COMMENT_MAX = 500;

    private final Proposals proposals;
    private final Cosigners cosigners;
    private final Candidates candidates;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final ProposalViews views;
    private final ProposalFinding finding;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    CosigningActions(
            Proposals proposals,
            Cosigners cosigners,
            Candidates candidates,
            ProposalFlow flow,
            ProposalChecks checks,
            ProposalViews views,
            ProposalFinding finding,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.candidates = candidates;
        this.flow = flow;
        this.checks = checks;
        this.views = views;
        this.finding = finding;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** Only the first request changes the proposal: later ones leave its version, so that who reads it can still sign. */
    @Transactional
    ProposalView ask(UUID id, ProposalMove.Invite move) {
        var seats = move.seats() == null ? List.<UUID>of() : move.seats();
        var proposal = locked(id);
        new Fields().whole("seats", seats).orRefuse();
        checks.check(move, proposal);
        var today = calendar.today();
        candidates.check(seats, proposal, cosigners.of(id, today), flow.rules().cosignersMax());
        var until = deadline(move.answerBy(), today);
        var moved = proposal.status() == ProposalStatus.DRAFT
                ? flow.carryOut(proposal, move, new Deed(Caller.current().seatId(), today, clock.instant(), false))
                : proposal;
        cosigners.ask(id, seats, until);
        history.record(ProposalLines.of(new ProposalMove.Invite(seats, until), proposal, moved));
        return views.of(moved);
    }

    /** The lead no longer asks; a signature that was given is its signer's to revoke, one entered from paper the office's. */
    @Transactional
    ProposalView unask(UUID id, UUID seat) {
        var proposal = locked(id);
        if (!ProposalPolicy.edits(Caller.current(), proposal)) {
            throw Refusal.notAllowed();
        }
        var cosigner = cosigners.find(id, seat, calendar.today()).orElseThrow(Refusal::notFound);
        var entered = cosigner.paper() != null && ProposalPolicy.isStaff(Caller.current());
        if (!proposal.status().isWritten() || (cosigner.state() == State.SIGNED && !entered)) {
            throw notNow(proposal, cosigner);
        }
        cosigners.remove(id, seat);
        history.record(line("proposal.cosigner-removed", proposal).with("seat", seat));
        return views.of(proposal);
    }

    /** Signs the text that was read, or declines. */
    @Transactional
    ProposalView answer(UUID id, Answer answer) {
        var proposal = locked(id);
        var cosigner = mine(proposal);
        new Fields().maxLength("comment", answer.comment(), COMMENT_MAX).orRefuse();
        if (cosigner.state() == State.LAPSED) {
            throw Refusal.conflict("cosigning.too-late", "The time to sign is over.")
                    .with("answerBy", cosigner.answerBy());
        }
        if (proposal.status() != ProposalStatus.CO_SIGNING || cosigner.state() != State.ASKED) {
            throw notNow(proposal, cosigner);
        }
        if (answer.signed() && answer.version() != proposal.version()) {
            throw Proposals.outdated().with("version", proposal.version());
        }
        var state = answer.signed() ? State.SIGNED : State.DECLINED;
        cosigners.set(
                id,
                cosigner.seat(),
                state,
                answer.signed() ? calendar.today() : null,
                clock.instant(),
                answer.comment());
        history.record(line(answer.signed() ? "proposal.signed" : "proposal.signature-declined", proposal)
                .with("name", cosigner.name())
                .with("reason", answer.comment()));
        return views.of(proposal);
    }

    /** A signature is taken back until the proposal is filed. */
    @Transactional
    void revoke(UUID id) {
        var proposal = locked(id);
        var cosigner = mine(proposal);
        var open = proposal.status().isWritten()
                || proposal.status() == ProposalStatus.SUBMITTED
                || proposal.status() == ProposalStatus.IN_REVIEW;
        if (!open || cosigner.state() != State.SIGNED) {
            throw notNow(proposal, cosigner);
        }
        cosigners.set(id, cosigner.seat(), State.REVOKED, null, clock.instant(), null);
        if (!proposal.status().isWritten()) {
            finding.follow(proposal, calendar.today());
        }
        history.record(line("proposal.signature-revoked", proposal).with("name", cosigner.name()));
    }

    private Proposal locked(UUID id) {
        proposals.lock(id);
        return flow.getVisible(id);
    }

    private Cosigner mine(Proposal proposal) {
        var caller = Caller.current();
        if (!caller.mayWrite()) {
            throw Refusal.notAllowed();
        }
        return cosigners.find(proposal.id(), caller.seatId(), calendar.today()).orElseThrow(Refusal::notAllowed);
    }

    private LocalDate deadline(@Nullable LocalDate asked, LocalDate today) {
        if (asked == null) {
            return calendar.workingDays()
                    .due(today, flow.rules().cosignWithin())
                    .date();
        }
        new Fields()
                .check(
                        "answerBy",
                        !asked.isBefore(today) && !asked.isAfter(today.plusDays(30)),
                        "out-of-range",
                        "From today, within thirty days.")
                .orRefuse();
        return asked;
    }

    private static Refusal notNow(Proposal proposal, Cosigner cosigner) {
        return Refusal.conflict("cosigning.not-now", "This signature cannot be given or taken back now.")
                .with("state", proposal.status())
                .with("signature", cosigner.state());
    }

    private static Line line(String kind, Proposal proposal) {
        return Line.of(kind, Proposal.SUBJECT, proposal.id()).moved(proposal.status(), proposal.status());
    }
}
