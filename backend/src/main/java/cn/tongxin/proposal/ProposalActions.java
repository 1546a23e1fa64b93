package cn.tongxin.proposal;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is done to a proposal: load, check, change, record. */
@Singleton
class ProposalActions {
    private final Proposals proposals;
    private final History history;
    private final Clock clock;

    ProposalActions(Proposals proposals, History history, Clock clock) {
        this.proposals = proposals;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the row that is there. */
    @Transactional
    Proposal draft(@Nullable UUID id, Proposal.Text text) {
        var caller = Caller.current();
        ProposalPolicy.checkWrites(caller);
        checkLengths(text);
        var proposal = Proposal.drafted(Ids.orNext(id), caller.seatId(), text, clock.instant());
        if (!proposals.insert(proposal)) {
            var there = proposals.get(proposal.id());
            if (!there.proponentId().equals(caller.seatId())) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return there;
        }
        history.record(Line.of("proposal.drafted", "proposal", proposal.id()).moved(null, proposal.status()));
        return proposal;
    }

    @Transactional
    Proposal move(UUID id, ProposalMove move) {
        var proposal = proposals.get(id);
        var caller = Caller.current();
        if (!ProposalPolicy.sees(caller, proposal)) {
            throw Refusal.notFound();
        }
        ProposalPolicy.check(caller, move, proposal);
        if (move instanceof ProposalMove.Submit submit) {
            checkSubmission(submit, proposal);
        }
        var moved = proposal.after(move, clock.instant());
        proposals.update(moved);
        history.record(Line.of(
                        "proposal." + move.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                        "proposal",
                        id)
                .moved(proposal.status(), moved.status())
                .with("reason", move instanceof ProposalMove.Return back ? back.reason() : null));
        return moved;
    }

    private static void checkSubmission(ProposalMove.Submit submit, Proposal proposal) {
        if (submit.version() != proposal.version()) {
            throw Refusal.conflict("proposal.version", "Somebody has changed this proposal meanwhile.");
        }
        var text = proposal.text();
        new Fields()
                .required("title", text.title())
                .required("situation", text.situation())
                .check("suggestions", !text.suggestions().isEmpty(), "required", "At least one suggestion.")
                .check(
                        "secrecyConfirmed",
                        submit.secrecyConfirmed(),
                        "required",
                        "Confirm that the text holds no secrets.")
                .orRefuse();
    }

    private static void checkLengths(Proposal.Text text) {
        var fields = new Fields().maxLength("title", text.title(), 60).maxLength("situation", text.situation(), 3000);
        for (var i = 0; i < text.suggestions().size(); i++) {
            fields.maxLength("suggestions[" + i + "]", text.suggestions().get(i), 500);
        }
        fields.orRefuse();
    }
}
