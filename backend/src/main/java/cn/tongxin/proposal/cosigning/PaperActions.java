package cn.tongxin.proposal.cosigning;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.Cosigner.State;
import cn.tongxin.proposal.Cosigners;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The office enters what members without a phone said on paper (domain §0.11). History says that it was entered, and they
 * are told.
 */
@Singleton
class PaperActions {
    private static final int COMMENT_MAX = 500;
    private static final int NUMBER_MAX = 60;

    private final Proposals proposals;
    private final Cosigners cosigners;
    private final PaperSignatures papers;
    private final Candidates candidates;
    private final StoredFiles files;
    private final ProposalFlow flow;
    private final ProposalViews views;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    PaperActions(
            Proposals proposals,
            Cosigners cosigners,
            PaperSignatures papers,
            Candidates candidates,
            StoredFiles files,
            ProposalFlow flow,
            ProposalViews views,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.papers = papers;
        this.candidates = candidates;
        this.files = files;
        this.flow = flow;
        this.views = views;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Who typed the proposal enters anybody whose name stands on its paper; for one that a member writes himself the office
     * enters only those whom he has asked.
     */
    @Transactional
    ProposalView enter(UUID id, OnPaper said) {
        var caller = Caller.current();
        if (!caller.mayWrite() || !ProposalPolicy.isStaff(caller)) {
            throw Refusal.notAllowed();
        }
        proposals.lock(id);
        var proposal = proposals.get(id);
        var today = calendar.today();
        var there = cosigners.of(id, today).stream().collect(Collectors.toMap(Cosigner::seat, Function.identity()));
        var seats = said.seats() == null ? List.<UUID>of() : said.seats();
        var typed = ProposalPolicy.edits(caller, proposal);
        var asked = !seats.isEmpty()
                && seats.stream().allMatch(seat -> seat != null && there.containsKey(seat) && isAsked(there.get(seat)));
        if (!typed && !asked && !flow.isVisible(proposal)) {
            throw Refusal.notFound();
        }
        if (!proposal.status().isWritten()) {
            throw Refusal.conflict("cosigning.not-now", "This signature cannot be given or taken back now.")
                    .with("state", proposal.status());
        }
        if (!typed && !asked) {
            throw Refusal.notAllowed();
        }
        var on = said.on() == null ? today : said.on();
        check(said, seats, on, today, caller);
        if (said.version() != proposal.version()) {
            throw Proposals.outdated().with("version", proposal.version());
        }
        checkSeats(said, seats, proposal, there);
        checkInTime(seats, there, on, typed);
        for (var seat : seats) {
            papers.enter(id, seat, said, on, caller.seat(), clock.instant());
            var name = proposals.names(List.of(seat)).get(seat);
            var kind = said.signed() ? "proposal.signature-entered" : "proposal.decline-entered";
            history.record(Line.of(kind, Proposal.SUBJECT, id)
                    .moved(proposal.status(), proposal.status())
                    .with("seat", seat)
                    .with("name", name)
                    .with("whom", name)
                    .with("paperNo", said.paperNo())
                    .with("reason", said.comment()));
        }
        return views.of(proposal);
    }

    private void check(OnPaper said, List<UUID> seats, LocalDate on, LocalDate today, Caller caller) {
        new Fields()
                .check("seats", !seats.isEmpty(), "required", "Name somebody.")
                .whole("seats", seats)
                .check("on", !on.isAfter(today), "in-future", "Not after today.")
                .check("on", on.isAfter(today.minusYears(1)), "too-early", "Within a year.")
                .maxLength("comment", said.comment(), COMMENT_MAX)
                .maxLength("paperNo", said.paperNo(), NUMBER_MAX)
                .check(
                        "paperNo",
                        said.paperFileId() != null
                                || !Objects.requireNonNullElse(said.paperNo(), "")
                                        .isBlank(),
                        "required",
                        "Name the paper, or attach its scan.")
                .orRefuse();
        var scan = said.paperFileId();
        if (scan != null
                && files.find(scan).filter(stored -> stored.isOf(caller.seat())).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /** Whoever was asked answers; whoever was not may stand on the paper, and then he signs. */
    private void checkSeats(OnPaper said, List<UUID> seats, Proposal proposal, Map<UUID, Cosigner> there) {
        var asked = seats.stream()
                .filter(seat -> there.containsKey(seat) && isAsked(there.get(seat)))
                .collect(Collectors.toSet());
        var fields = new Fields();
        for (var i = 0; i < seats.size(); i++) {
            var field = "seats[" + i + "]";
            fields.check(field, seats.indexOf(seats.get(i)) == i, "twice", "He is named twice.")
                    .check(field, said.signed() || asked.contains(seats.get(i)), "not-asked", "He was not asked.");
        }
        fields.orRefuse();
        candidates.check(
                seats,
                asked,
                proposal,
                List.copyOf(there.values()),
                flow.rules().cosignersMax());
    }

    /** A paper of a day within his time counts, though it is entered later; and any that the proposal was typed from. */
    private static void checkInTime(List<UUID> seats, Map<UUID, Cosigner> there, LocalDate on, boolean typed) {
        for (var seat : seats) {
            var one = there.get(seat);
            if (one != null && isAsked(one) && !typed && one.answerBy() != null && on.isAfter(one.answerBy())) {
                throw Refusal.conflict("cosigning.too-late", "The time to sign is over.")
                        .with("answerBy", one.answerBy());
            }
        }
    }

    /** Asked, though the time for it may have passed meanwhile. */
    private static boolean isAsked(@Nullable Cosigner one) {
        return one != null && (one.state() == State.ASKED || (one.state() == State.LAPSED && one.answerBy() != null));
    }
}
