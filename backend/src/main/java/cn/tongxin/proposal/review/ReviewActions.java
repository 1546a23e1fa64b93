package cn.tongxin.proposal.review;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalChecks;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalLines;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.proposal.ProposalTexts;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.proposal.Reviewers;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reviewers open and decide by list, and who they are. */
@Singleton
class ReviewActions {
    private static final int MOST = 100;

    private final Proposals proposals;
    private final Openings openings;
    private final Reviewers reviewers;
    private final ReviewSeats seats;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final ProposalViews views;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    ReviewActions(
            Proposals proposals,
            Openings openings,
            Reviewers reviewers,
            ReviewSeats seats,
            ProposalFlow flow,
            ProposalChecks checks,
            ProposalViews views,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.openings = openings;
        this.reviewers = reviewers;
        this.seats = seats;
        this.flow = flow;
        this.checks = checks;
        this.views = views;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** Shows a proposal to a reviewer, and knows from then on that he has opened it. */
    @Transactional
    @Unrecorded("opening is reading; what counts is the decision that follows")
    ProposalView open(UUID id) {
        var proposal = flow.getVisible(id);
        var caller = Caller.current();
        if (!ProposalPolicy.reviews(caller)) {
            throw Refusal.notAllowed();
        }
        if (caller.mayWrite() && isUnderReview(proposal)) {
            openings.note(id, caller.seatId(), clock.instant());
        }
        return views.shown(proposal);
    }

    private static boolean isUnderReview(Proposal proposal) {
        return proposal.status() == ProposalStatus.SUBMITTED || proposal.status() == ProposalStatus.IN_REVIEW;
    }

    /** All of them or none; each must have been opened by who decides. */
    @Transactional
    List<UUID> decide(BatchDecision decision) {
        var items = decision.items() == null ? List.<BatchDecision.Item>of() : decision.items();
        var kind = decision.kind();
        new Fields()
                .check("items", !items.isEmpty(), "required", "Name a proposal.")
                .check("items", items.size() <= MOST, "too-many", "At most " + MOST + ".")
                .required("kind", kind)
                .whole("items", items)
                .orRefuse();
        new Fields()
                .whole("items", items.stream().map(BatchDecision.Item::id).toList())
                .orRefuse();
        if (kind == null) {
            throw new IllegalStateException("checked above");
        }
        checkOpened(items);
        var decided = new ArrayList<UUID>();
        for (var item : items) {
            var proposal = flow.getVisible(item.proposal());
            var move = decision.move(kind, item.version());
            checks.check(move, proposal);
            if (move instanceof ProposalMove.NotFile not) {
                ProposalTexts.checkNotFiling(not, flow.rules());
            }
            var moved = flow.carryOut(proposal, move, deed());
            history.record(ProposalLines.of(move, proposal, moved).with("byList", true));
            decided.add(moved.id());
        }
        return decided;
    }

    private void checkOpened(List<BatchDecision.Item> items) {
        var ids = items.stream().map(BatchDecision.Item::proposal).toList();
        var opened = openings.opened(Caller.current().seatId(), ids);
        if (opened.containsAll(ids)) {
            return;
        }
        // Whoever may not see one learns only that it is not there.
        ids.forEach(flow::getVisible);
        var refusal = Refusal.unprocessable("review.not-opened", "Open each one before you decide on it.");
        for (var i = 0; i < ids.size(); i++) {
            if (!opened.contains(ids.get(i))) {
                refusal.field("items[" + i + "]");
            }
        }
        throw refusal;
    }

    /** Names who reviews at a stage; nobody named leaves it to every reviewer. */
    @Transactional
    void appoint(int stage, @Nullable List<UUID> named) {
        var caller = Caller.current();
        if (!caller.mayWrite() || !caller.hasAny(Role.PROPOSAL_STAFF, Role.TENANT_ADMIN)) {
            throw Refusal.notAllowed();
        }
        var wanted = named == null ? List.<UUID>of() : named.stream().distinct().toList();
        new Fields()
                .check(
                        "stage",
                        stage >= 1 && stage <= flow.rules().reviewStages(),
                        "out-of-range",
                        "There is no such stage.")
                .orRefuse();
        seats.checkReview(wanted);
        reviewers.replace(stage, wanted);
        history.record(Line.of("review.appointed", "review-stage", caller.committeeId())
                .with("stage", stage)
                .with(
                        "seats",
                        String.join(",", wanted.stream().map(UUID::toString).toList())));
    }

    private Deed deed() {
        return new Deed(Caller.current().seatId(), calendar.today(), clock.instant(), false);
    }
}
