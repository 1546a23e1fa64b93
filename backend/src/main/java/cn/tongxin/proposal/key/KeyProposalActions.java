package cn.tongxin.proposal.key;

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
import cn.tongxin.proposal.Proposals;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office notes what the chair council has chosen, who leads it, and each step that was taken. */
@Singleton
class KeyProposalActions {
    private static final int NAME_MAX = 60;
    private static final int NOTE_MAX = 2_000;
    private static final int PLACE_MAX = 100;
    private static final int REASON_MAX = 500;

    private final KeyProposals keys;
    private final Proposals proposals;
    private final ProposalFlow flow;
    private final ProposalChecks checks;
    private final StoredFiles files;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    KeyProposalActions(
            KeyProposals keys,
            Proposals proposals,
            ProposalFlow flow,
            ProposalChecks checks,
            StoredFiles files,
            Calendar calendar,
            History history,
            Clock clock) {
        this.keys = keys;
        this.proposals = proposals;
        this.flow = flow;
        this.checks = checks;
        this.files = files;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** Marks it, or changes who leads it and until when. */
    @Transactional
    KeyProposal mark(UUID id, KeyProposalController.Chosen chosen) {
        var proposal = flow.getVisible(id);
        var move = new ProposalMove.MarkKey(chosen.leaderId());
        checks.check(move, proposal);
        if (chosen.version() != null && chosen.version() != proposal.version()) {
            throw Proposals.outdated();
        }
        var leader = leader(chosen);
        if (chosen.specialCommitteeId() != null && !keys.knowsCommittee(chosen.specialCommitteeId())) {
            throw Refusal.notFound();
        }
        var deed = deed();
        var marked = flow.carryOut(proposal, move, deed);
        keys.put(
                id,
                leader,
                chosen.leaderId(),
                chosen.specialCommitteeId(),
                chosen.plannedOn(),
                Objects.requireNonNull(marked.course().keyOn()),
                null,
                deed.at());
        history.record(
                proposal.course().keyOn() == null
                        ? ProposalLines.of(move, proposal, marked).with("leader", leader)
                        : Line.of("proposal.key-changed", Proposal.SUBJECT, id)
                                .moved(proposal.status(), marked.status())
                                .with("leader", leader)
                                .with("plannedOn", chosen.plannedOn()));
        return key(id);
    }

    private String leader(KeyProposalController.Chosen chosen) {
        var said = Objects.requireNonNullElse(chosen.leader(), "").strip();
        var fields = new Fields().maxLength("leader", said, NAME_MAX);
        var seat = chosen.leaderId();
        if (seat == null) {
            fields.required("leader", said).orRefuse();
            return said;
        }
        if (proposals.seatStatus(seat).orElseThrow(Refusal::notFound) != SeatStatus.ACTIVE) {
            throw Refusal.unprocessable("seat.not-active", "This seat leads nothing any more.")
                    .field("leaderId");
        }
        fields.orRefuse();
        return said.isEmpty() ? proposals.names(List.of(seat)).getOrDefault(seat, "") : said;
    }

    /** It is none any more; that stays known, and it no longer counts. */
    @Transactional
    void unmark(UUID id, @Nullable String reason) {
        var proposal = flow.getVisible(id);
        var move = new ProposalMove.UnmarkKey(reason);
        checks.check(move, proposal);
        var key = key(id);
        new Fields()
                .required("reason", reason)
                .maxLength("reason", reason, REASON_MAX)
                .orRefuse();
        var deed = deed();
        var unmarked = flow.carryOut(proposal, move, deed);
        keys.end(key, deed.on(), deed.at());
        history.record(ProposalLines.of(move, proposal, unmarked));
    }

    /** The notice or a meeting; a wrong entry is written over, and history keeps both. */
    @Transactional
    KeyProposal putStep(UUID id, KeyStep step, KeyProposalController.Held held) {
        var proposal = flow.getVisible(id);
        var caller = Caller.current();
        ProposalPolicy.check(caller, new ProposalMove.MarkKey(null), proposal);
        var before = key(id);
        var on = held.on();
        new Fields()
                .required("on", on)
                .check("on", on == null || !on.isAfter(calendar.today()), "in-future", "It has not happened yet.")
                .check("on", on == null || !on.isBefore(before.keyOn().minusYears(1)), "too-early", "Long before.")
                .maxLength("note", held.note(), NOTE_MAX)
                .orRefuse();
        checkFile(held.fileId(), before, step, caller);
        var taken = new KeyProposal.Taken(step, Objects.requireNonNull(on), held.note(), held.fileId());
        keys.putStep(id, taken, caller.seatId(), clock.instant());
        if (step != KeyStep.NOTICE
                && before.meeting() != null
                && !before.meeting().on().isAfter(calendar.today())) {
            keys.putMeeting(id, null);
        }
        history.record(Line.of("proposal.key-step", Proposal.SUBJECT, id)
                .moved(proposal.status(), proposal.status())
                .with("step", step)
                .with("on", on));
        return key(id);
    }

    /** When and where one meets next; without a day there is no meeting planned. */
    @Transactional
    KeyProposal planMeeting(UUID id, KeyProposalController.Planned planned) {
        var proposal = flow.getVisible(id);
        ProposalPolicy.check(Caller.current(), new ProposalMove.MarkKey(null), proposal);
        key(id);
        var on = planned.on();
        new Fields()
                .check("on", on == null || !on.isBefore(calendar.today()), "in-past", "It is over already.")
                .check("place", on == null || !said(planned.place()).isEmpty(), "required", "Where one meets.")
                .maxLength("place", planned.place(), PLACE_MAX)
                .orRefuse();
        keys.putMeeting(id, on == null ? null : new KeyProposal.Meeting(on, said(planned.place())));
        history.record(Line.of("proposal.key-meeting-planned", Proposal.SUBJECT, id)
                .moved(proposal.status(), proposal.status())
                .with("on", on)
                .with("place", on == null ? null : said(planned.place())));
        return key(id);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** One names what one has uploaded, or what stands there already. */
    private void checkFile(@Nullable UUID file, KeyProposal before, KeyStep step, Caller caller) {
        if (file == null || before.steps().stream().anyMatch(one -> one.step() == step && file.equals(one.fileId()))) {
            return;
        }
        if (files.find(file).filter(stored -> stored.isOf(caller.seat())).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private KeyProposal key(UUID id) {
        return keys.find(id, calendar.today())
                .orElseThrow(() -> Refusal.conflict("proposal.not-key", "It is no key proposal."));
    }

    private Deed deed() {
        return new Deed(Caller.current().seatId(), calendar.today(), clock.instant(), false);
    }
}
