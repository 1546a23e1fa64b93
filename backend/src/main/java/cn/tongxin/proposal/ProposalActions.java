package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.NotFileReason;
import cn.tongxin.committee.ProposalRules;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that people do to a proposal: load, check, change, record. */
@Singleton
class ProposalActions {
    private static final int REASON_MAX = 500;

    private final Proposals proposals;
    private final ProposalFlow flow;
    private final ProposalViews views;
    private final StoredFiles files;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    ProposalActions(
            Proposals proposals,
            ProposalFlow flow,
            ProposalViews views,
            StoredFiles files,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.flow = flow;
        this.views = views;
        this.files = files;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the row that is there. */
    @Transactional
    ProposalView draft(@Nullable UUID id, Proposal.Text text, @Nullable UUID onBehalfOf, @Nullable UUID scan) {
        var caller = Caller.current();
        ProposalPolicy.checkDrafts(caller, onBehalfOf != null);
        ProposalTexts.checkDraft(text);
        checkScan(scan, caller);
        var author = author(caller, onBehalfOf, scan);
        var proposal = Proposal.drafted(Ids.orNext(id), author, text, clock.instant());
        if (!proposals.insert(proposal)) {
            var there = proposals.get(proposal.id());
            if (!ProposalPolicy.isAuthor(caller, there)
                    || !there.author().seat().equals(author.seat())) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return views.of(there);
        }
        history.record(Line.of("proposal.drafted", Proposal.SUBJECT, proposal.id())
                .moved(null, proposal.status())
                .with("onBehalfOf", onBehalfOf));
        return views.of(proposal);
    }

    /** Autosave. An old version answers both texts; nothing is overwritten. */
    @Transactional
    @Unrecorded("an autosave is no move")
    ProposalView edit(UUID id, int version, Proposal.Text text, @Nullable UUID scan) {
        var proposal = ownDraft(id);
        if (version != proposal.version()) {
            throw Proposals.outdated()
                    .with("version", proposal.version())
                    .with("theirs", proposal.text())
                    .with("yours", text);
        }
        ProposalTexts.checkDraft(text);
        checkScan(scan, Caller.current());
        var edited = proposal.edited(text, scan, clock.instant());
        proposals.update(edited);
        proposals.replaceSuggestions(edited);
        return views.of(edited);
    }

    /** Only what was never handed in; anything else is withdrawn. */
    @Transactional
    void delete(UUID id) {
        var proposal = ownDraft(id);
        if (proposal.intake() != null) {
            throw Refusal.conflict("proposal.was-submitted", "It was handed in once; withdraw it instead.")
                    .with("state", proposal.status());
        }
        proposals.delete(proposal);
        history.record(Line.of("proposal.deleted", Proposal.SUBJECT, id).moved(proposal.status(), null));
    }

    @Transactional
    ProposalView move(UUID id, ProposalMove move) {
        var proposal = flow.getVisible(id);
        var caller = Caller.current();
        ProposalPolicy.check(caller, move, proposal);
        if (ProposalPolicy.judges(move)
                && (ProposalPolicy.isProponent(caller, proposal)
                        || proposals.isOf(caller.accountId(), proposal.author().seat()))) {
            throw Refusal.forbidden("proposal.own", "Nobody judges his own proposal.");
        }
        var rules = flow.rules();
        proposal.status().after(move, rules, flow.facts(proposal));
        check(move, proposal, rules, caller);
        var deed = new Deed(caller.seatId(), calendar.today(), clock.instant(), false);
        var moved = flow.carryOut(proposal, move, deed);
        history.record(ProposalLines.of(move, proposal, moved));
        return views.of(moved);
    }

    /** One attaches what one has uploaded; whoever sees the proposal then sees the scan. */
    private void checkScan(@Nullable UUID scan, Caller caller) {
        if (scan != null
                && files.find(scan)
                        .filter(file -> file.seatId().equals(caller.seat()))
                        .isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Proposal ownDraft(UUID id) {
        var proposal = flow.getVisible(id);
        if (!ProposalPolicy.edits(Caller.current(), proposal)) {
            throw Refusal.notAllowed();
        }
        if (proposal.status() != ProposalStatus.DRAFT) {
            throw Refusal.conflict("proposal.move-not-allowed", "Only a draft can be changed.")
                    .with("state", proposal.status());
        }
        return proposal;
    }

    private Proposal.Author author(Caller caller, @Nullable UUID onBehalfOf, @Nullable UUID scan) {
        if (onBehalfOf == null) {
            return new Proposal.Author(ProponentKind.MEMBER, caller.seatId(), null, scan);
        }
        var status = proposals.seatStatus(onBehalfOf).orElseThrow(Refusal::notFound);
        if (status != SeatStatus.ACTIVE) {
            throw Refusal.unprocessable("seat.not-active", "This seat does not propose any more.")
                    .field("onBehalfOf");
        }
        return new Proposal.Author(ProponentKind.MEMBER, onBehalfOf, caller.seatId(), scan);
    }

    private void check(ProposalMove move, Proposal proposal, ProposalRules rules, Caller caller) {
        switch (move) {
            case ProposalMove.Submit submit ->
                ProposalTexts.checkSubmission(proposal.text(), rules, submit.secrecyConfirmed());
            case ProposalMove.Return back -> checkReason(back.reason(), true);
            case ProposalMove.UnFile back -> checkReason(back.reason(), true);
            case ProposalMove.Withdraw withdraw ->
                checkReason(withdraw.reason(), !ProposalPolicy.isProponent(caller, proposal));
            case ProposalMove.Review review ->
                new Fields().maxLength("comment", review.comment(), REASON_MAX).orRefuse();
            case ProposalMove.NotFile not -> checkNotFiling(not, rules);
            case ProposalMove.Rehandle again -> checkReason(again.reason(), false);
            case ProposalMove.Consult held -> checkMinutes(held);
            case ProposalMove.Accept _,
                    ProposalMove.File _,
                    ProposalMove.Merge _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.Close _,
                    ProposalMove.TakeBack _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> {}
        }
    }

    private void checkMinutes(ProposalMove.Consult held) {
        var today = calendar.today();
        new Fields()
                .required("on", held.on())
                .check("on", held.on() == null || !held.on().isAfter(today), "in-future", "Not after today.")
                .check("on", held.on() == null || held.on().isAfter(today.minusYears(1)), "too-early", "Within a year.")
                .required("attendees", held.attendees())
                .maxLength("attendees", held.attendees(), 200)
                .required("minutes", held.minutes())
                .maxLength("minutes", held.minutes(), 5000)
                .orRefuse();
    }

    private static void checkReason(@Nullable String reason, boolean needed) {
        var fields = new Fields().maxLength("reason", reason, REASON_MAX);
        if (needed) {
            fields.required("reason", reason);
        }
        fields.orRefuse();
    }

    static void checkNotFiling(ProposalMove.NotFile not, ProposalRules rules) {
        var fields = new Fields()
                .required("reason", not.reason())
                .check(
                        "reason",
                        rules.notFileReasons().stream()
                                .anyMatch(known -> known.code().equals(not.reason())),
                        "unknown",
                        "One of the committee's reasons.")
                .required("disposition", not.disposition())
                .maxLength("comment", not.comment(), REASON_MAX);
        if (NotFileReason.OTHER.equals(not.reason())) {
            fields.required("comment", not.comment());
        }
        fields.orRefuse();
    }
}
