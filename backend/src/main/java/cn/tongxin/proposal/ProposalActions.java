package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.ProposalRules;
import cn.tongxin.handling.Consultation;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.link.Twins;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that people do to a proposal: load, check, change, record. */
@Singleton
class ProposalActions {
    private static final int REASON_MAX = 500;

    private final Proposals proposals;
    private final Cosigners cosigners;
    private final Authors authors;
    private final Wishlist wishlist;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final Twins twins;
    private final ProposalViews views;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    ProposalActions(
            Proposals proposals,
            Cosigners cosigners,
            Authors authors,
            Wishlist wishlist,
            ProposalFlow flow,
            ProposalChecks checks,
            Twins twins,
            ProposalViews views,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.authors = authors;
        this.wishlist = wishlist;
        this.flow = flow;
        this.checks = checks;
        this.twins = twins;
        this.views = views;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the row that is there. */
    @Transactional
    ProposalView draft(@Nullable UUID id, Written written, @Nullable UUID onBehalfOf) {
        var caller = Caller.current();
        ProposalPolicy.checkDrafts(caller, onBehalfOf);
        ProposalTexts.checkDraft(written.text());
        var author = authors.of(caller, onBehalfOf, written);
        var wishes = wishlist.checked(written.wishes(), Proposal.Wishes.NONE);
        var proposal = Proposal.drafted(Ids.orNext(id), author, written.text(), wishes, clock.instant());
        if (!proposals.insert(proposal)) {
            var there = proposals.get(proposal.id());
            if (!ProposalPolicy.isAuthor(caller, there)
                    || !there.author().seat().equals(author.seat())) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return views.shown(there);
        }
        history.record(Line.of("proposal.drafted", Proposal.SUBJECT, proposal.id())
                .moved(null, proposal.status())
                .with("onBehalfOf", onBehalfOf));
        return views.shown(proposal);
    }

    /**
     * Autosave; no line of history, unless others had signed the text: they are asked again. An old version answers both
     * texts; nothing is overwritten.
     */
    @Transactional
    ProposalView edit(UUID id, int version, Written written) {
        var proposal = ownText(id);
        if (version != proposal.version()) {
            throw Proposals.outdated()
                    .with("version", proposal.version())
                    .with("theirs", proposal.text())
                    .with("yours", written.text());
        }
        ProposalTexts.checkDraft(written.text());
        var author = authors.edited(Caller.current(), proposal, written);
        var wishes = wishlist.checked(written.wishes(), proposal.wishes());
        // The row first: whoever signs at this moment waits for it, and finds another text than he has read.
        proposals.lock(id);
        var asked = written.text().equals(proposal.text()) ? 0 : askAgain(id);
        var edited = proposal.edited(written.text(), wishes, author, asked > 0, clock.instant());
        proposals.update(edited);
        proposals.replaceParts(edited);
        if (asked > 0) {
            history.record(Line.of("proposal.signatures-asked-again", Proposal.SUBJECT, id)
                    .moved(proposal.status(), edited.status())
                    .with("count", asked));
        }
        return views.shown(edited);
    }

    private int askAgain(UUID id) {
        var rules = flow.rules();
        return rules.editAsksAgain()
                ? cosigners.askAgain(
                        id,
                        calendar.workingDays()
                                .due(calendar.today(), rules.cosignWithin())
                                .date())
                : 0;
    }

    /** Only what was never handed in; anything else is withdrawn. */
    @Transactional
    void delete(UUID id) {
        var proposal = ownText(id);
        if (proposal.intake() != null) {
            throw Refusal.conflict("proposal.was-submitted", "It was handed in once; withdraw it instead.")
                    .with("state", proposal.status());
        }
        var asked = cosigners.waitedFor(id);
        proposals.delete(proposal);
        var line = Line.of("proposal.deleted", Proposal.SUBJECT, id).moved(proposal.status(), null);
        history.record(told(line, proposal, asked));
    }

    /** Whose signature it had or waited for is told when nobody is waited for any more: the line says to whom, and of what. */
    private static Line told(Line line, Proposal proposal, List<UUID> asked) {
        return asked.isEmpty()
                ? line
                : line.with("title", proposal.text().title())
                        .with("lead", proposal.author().seat())
                        .with("seats", asked.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    @Transactional
    ProposalView move(UUID id, ProposalMove move) {
        var proposal = flow.getVisible(id);
        checks.check(move, proposal);
        check(move, proposal, flow.rules(), Caller.current());
        var deed = new Deed(Caller.current().seatId(), calendar.today(), clock.instant(), false);
        var asked = move instanceof ProposalMove.Withdraw ? cosigners.waitedFor(id) : List.<UUID>of();
        var moved = flow.carryOut(proposal, move, deed);
        if (move instanceof ProposalMove.Submit) {
            twins.handedIn(proposal.author().seat(), id, proposal.text().body());
        }
        history.record(told(ProposalLines.of(move, proposal, moved), proposal, asked));
        flow.carryAlong(proposal, move, deed)
                .forEach(along -> history.record(ProposalLines.of(along.move(), along.before(), along.after())));
        return views.of(moved);
    }

    private Proposal ownText(UUID id) {
        var proposal = flow.getVisible(id);
        if (!ProposalPolicy.edits(Caller.current(), proposal)) {
            throw Refusal.notAllowed();
        }
        if (!proposal.status().isWritten()) {
            throw Refusal.conflict("proposal.move-not-allowed", "Only a draft can be changed.")
                    .with("state", proposal.status());
        }
        return proposal;
    }

    private void check(ProposalMove move, Proposal proposal, ProposalRules rules, Caller caller) {
        switch (move) {
            case ProposalMove.Submit submit -> {
                ProposalTexts.checkSubmission(proposal.text(), rules, submit.secrecyConfirmed());
                checkServes(proposal);
                authors.checkSubmission(proposal);
            }
            case ProposalMove.Appeal appeal -> {
                checkReason(appeal.reason(), true);
                checkAppeal(proposal);
            }
            case ProposalMove.Return back -> checkReason(back.reason(), true);
            case ProposalMove.UnFile back -> checkReason(back.reason(), true);
            case ProposalMove.Withdraw withdraw ->
                checkReason(withdraw.reason(), !ProposalPolicy.isProponent(caller, proposal));
            case ProposalMove.Review review ->
                new Fields().maxLength("comment", review.comment(), REASON_MAX).orRefuse();
            case ProposalMove.NotFile not -> ProposalTexts.checkNotFiling(not, rules);
            case ProposalMove.Rehandle again -> checkReason(again.reason(), false);
            case ProposalMove.Consult held -> checkMinutes(held);
            case ProposalMove.Invite _,
                    ProposalMove.Accept _,
                    ProposalMove.File _,
                    ProposalMove.Merge _,
                    ProposalMove.UnMerge _,
                    ProposalMove.Split _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
                    ProposalMove.Close _,
                    ProposalMove.TakeBack _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> {}
        }
    }

    private void checkMinutes(ProposalMove.Consult held) {
        Consultation.check(held.on(), held.attendees(), held.minutes(), calendar.today())
                .orRefuse();
    }

    /** Whoever types it or acts for it: a seat that has ended hands nothing in; the draft is kept. */
    private void checkServes(Proposal proposal) {
        if (proposals.seatStatus(proposal.author().seat()).orElseThrow() != SeatStatus.ACTIVE) {
            throw Refusal.forbidden("seat.not-active", "This seat does not propose any more.");
        }
    }

    private static void checkAppeal(Proposal proposal) {
        if (!proposal.mayAppeal()) {
            throw Refusal.conflict("proposal.appealed-once", "One appeal is allowed, before it becomes something else.")
                    .with("state", proposal.status());
        }
    }

    private static void checkReason(@Nullable String reason, boolean needed) {
        var fields = new Fields().maxLength("reason", reason, REASON_MAX);
        if (needed) {
            fields.required("reason", reason);
        }
        fields.orRefuse();
    }
}
