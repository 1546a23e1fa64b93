package cn.tongxin.proposal.review;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.link.Converter;
import cn.tongxin.link.Convertible;
import cn.tongxin.link.LinkKind;
import cn.tongxin.link.Links;
import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.Cosigners;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalChecks;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalLines;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalTexts;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.seat.Serving;
import cn.tongxin.shared.Ids;
import cn.tongxin.storage.Attachments;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A proposal goes on as something else: as two, each of one matter, or as an opinion report. */
@Singleton
class SplitActions {
    private static final int MOST_PARTS = 5;

    private final Proposals proposals;
    private final Cosigners cosigners;
    private final Serving serving;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final ProposalViews views;
    private final Links links;
    private final Attachments attachments;
    private final Converter converter;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    SplitActions(
            Proposals proposals,
            Cosigners cosigners,
            Serving serving,
            ProposalFlow flow,
            ProposalChecks checks,
            ProposalViews views,
            Links links,
            Attachments attachments,
            Converter converter,
            Calendar calendar,
            History history,
            Clock clock) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.serving = serving;
        this.flow = flow;
        this.checks = checks;
        this.views = views;
        this.links = links;
        this.attachments = attachments;
        this.converter = converter;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Each part becomes a draft of the proponent, who hands it in himself; the original is superseded. Who signed that is
     * asked to sign each part, because a signature is for a text.
     */
    @Transactional
    ProposalView split(UUID id, ProposalMove.Split move) {
        var proposal = flow.getVisible(id);
        checks.check(move, proposal);
        var parts = move.parts() == null ? List.<ProposalMove.Part>of() : move.parts();
        var fields = new Fields()
                .required("reason", move.reason())
                .maxLength("reason", move.reason(), 500)
                .check("parts", parts.size() >= 2, "too-few", "Two matters make two drafts.")
                .check("parts", parts.size() <= MOST_PARTS, "too-many", "At most " + MOST_PARTS + ".")
                .whole("parts", parts);
        fields.orRefuse();
        for (var i = 0; i < parts.size(); i++) {
            fields.required("parts[" + i + "].title", parts.get(i).title());
        }
        fields.orRefuse();
        var deed = deed();
        var superseded = flow.carryOut(proposal, move, deed);
        history.record(ProposalLines.of(move, proposal, superseded));
        var signers = stillServing(signersOf(proposal));
        for (var part : parts) {
            var text = textOf(part, proposal.text());
            ProposalTexts.checkDraft(text);
            var draft = Proposal.drafted(Ids.next(), proposal.author(), text, proposal.wishes(), deed.at());
            proposals.insert(draft);
            goOn(LinkKind.SPLIT_INTO, id, Proposal.SUBJECT, draft.id(), deed);
            history.record(Line.of("proposal.drafted", Proposal.SUBJECT, draft.id())
                    .moved(null, draft.status())
                    .with("splitFrom", id));
            askToSign(draft, signers, deed);
        }
        return views.of(superseded);
    }

    private void askToSign(Proposal draft, List<UUID> signers, Deed deed) {
        if (signers.isEmpty()) {
            return;
        }
        var until = calendar.workingDays().due(deed.on(), flow.rules().cosignWithin());
        var move = new ProposalMove.Invite(signers, until.date());
        var asking = flow.carryOut(draft, move, deed);
        cosigners.ask(draft.id(), signers, until.date());
        history.record(ProposalLines.of(move, draft, asking));
    }

    /** Those who may still sign, in the order of their names on the paper. */
    private List<UUID> stillServing(List<UUID> seats) {
        var there = serving.among(seats);
        return seats.stream().filter(there::contains).toList();
    }

    private List<UUID> signersOf(Proposal proposal) {
        return cosigners.of(proposal.id(), calendar.today()).stream()
                .filter(one -> one.state() == Cosigner.State.SIGNED)
                .map(Cosigner::seat)
                .toList();
    }

    private void goOn(LinkKind how, UUID id, String type, UUID in, Deed deed) {
        links.add(how, Proposal.SUBJECT, id, type, in, deed.at());
        attachments.hangToo(Proposal.SUBJECT, id, type, in, deed.at());
    }

    private static Proposal.Text textOf(ProposalMove.Part part, Proposal.Text whole) {
        return new Proposal.Text(
                Objects.requireNonNullElse(part.title(), "").strip(),
                whole.category(),
                Objects.requireNonNullElse(part.situation(), whole.situation()),
                Objects.requireNonNullElse(part.analysis(), whole.analysis()),
                part.suggestions() == null ? List.of() : part.suggestions(),
                whole.openToPublic(),
                whole.notOpenReason(),
                whole.besides());
    }

    /** With the proponent's consent the report is made; without it the proposal is kept as it is. */
    @Transactional
    ProposalView answerConversion(UUID id, ProposalMove.AnswerConversion move) {
        var proposal = flow.getVisible(id);
        checks.check(move, proposal);
        new Fields().maxLength("comment", move.comment(), 500).orRefuse();
        if (proposal.review().conversion() != Proposal.Conversion.ASKED) {
            throw Refusal.conflict("proposal.conversion-not-asked", "Nobody asks for this consent now.")
                    .with("state", proposal.status());
        }
        var deed = deed();
        var answered = flow.carryOut(proposal, move, deed);
        history.record(ProposalLines.of(move, proposal, answered));
        if (move.agreed()) {
            var made = converter.take(matter(proposal));
            goOn(LinkKind.CONVERTED_TO, id, converter.type(), made, deed);
        }
        return views.of(answered);
    }

    private Convertible matter(Proposal proposal) {
        var text = proposal.text();
        return new Convertible(
                proposal.author().seat(),
                proposal.author().kind().isBody(),
                signersOf(proposal),
                text.title(),
                text.situation(),
                text.analysis(),
                text.suggestions(),
                text.openToPublic());
    }

    private Deed deed() {
        return new Deed(Caller.current().seatId(), calendar.today(), clock.instant(), false);
    }
}
