package cn.tongxin.proposal.review;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Standings;
import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalChecks;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalLines;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Joining proposals of the same matter to one that stands as filed, and parting them again. */
@Singleton
class MergeActions {
    private final Proposals proposals;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final ProposalViews views;
    private final Standings standings;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    MergeActions(
            Proposals proposals,
            ProposalFlow flow,
            ProposalChecks checks,
            ProposalViews views,
            Standings standings,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.flow = flow;
        this.checks = checks;
        this.views = views;
        this.standings = standings;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** All of them or none. Where the main one was itself joined to another, they join that one: no chain arises. */
    @Transactional
    ProposalView merge(@Nullable UUID into, @Nullable List<UUID> ids) {
        var joining = ids == null ? List.<UUID>of() : ids.stream().distinct().toList();
        new Fields().required("into", into).whole("ids", joining).orRefuse();
        var main = mainOf(Objects.requireNonNull(into));
        new Fields()
                .check("ids", !joining.isEmpty(), "required", "Name a proposal to join to it.")
                .check("ids", joining.size() <= 50, "too-many", "At most 50.")
                .check("ids", !joining.contains(main.id()), "itself", "A proposal is not joined to itself.")
                .orRefuse();
        var deed = deed();
        var move = new ProposalMove.Merge(main.id());
        for (var id : joining) {
            var proposal = flow.getVisible(id);
            checks.check(move, proposal);
            var merged = flow.carryOut(proposal, move, deed);
            history.record(ProposalLines.of(move, proposal, merged));
            flow.carryAlong(proposal, move, deed)
                    .forEach(along -> history.record(ProposalLines.of(along.move(), along.before(), along.after())));
        }
        return views.of(proposals.get(main.id()));
    }

    /** It stands for itself again, until the one that it had joined was replied to. */
    @Transactional
    ProposalView part(UUID id, @Nullable String reason) {
        var proposal = flow.getVisible(id);
        var move = new ProposalMove.UnMerge(reason);
        checks.check(move, proposal);
        new Fields().required("reason", reason).maxLength("reason", reason, 500).orRefuse();
        var main = proposals.get(Objects.requireNonNull(proposal.course().mergedInto()));
        proposals.lock(main.id());
        if (isReplied(main)) {
            throw Refusal.conflict(
                            "proposal.main-replied", "What it was joined to has its reply; it is a reply to both.")
                    .with("caseNo", main.course().caseNo());
        }
        var parted = flow.carryOut(proposal, move, deed());
        history.record(ProposalLines.of(move, proposal, parted));
        return views.of(parted);
    }

    private boolean isReplied(Proposal main) {
        return main.status() != ProposalStatus.FILED
                && (main.status() != ProposalStatus.HANDLING
                        || standings.of(main.subject(), calendar.today()).replied() > 0);
    }

    private Proposal mainOf(UUID into) {
        proposals.lock(into);
        var main = flow.getVisible(into);
        if (main.course().mergedInto() != null) {
            return mainOf(main.course().mergedInto());
        }
        if (!main.status().standsFiled() || main.status() == ProposalStatus.CLOSED) {
            throw Refusal.conflict(
                            "proposal.merge-target", "Others are joined to one that stands as filed and is open.")
                    .with("state", main.status());
        }
        return main;
    }

    private Deed deed() {
        return new Deed(Caller.current().seatId(), calendar.today(), clock.instant(), false);
    }
}
