package cn.tongxin.proposal.cosigning;

import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signatures beside the lead's, and later support, over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class CosigningController {
    private final CosigningActions actions;
    private final SecondActions seconds;
    private final PaperActions papers;
    private final Requests requests;

    CosigningController(CosigningActions actions, SecondActions seconds, PaperActions papers, Requests requests) {
        this.actions = actions;
        this.seconds = seconds;
        this.papers = papers;
        this.requests = requests;
    }

    @Serdeable
    record Comment(@Nullable String comment) {}

    /** What this seat was asked to sign, and what came of it, the newest first; the last hundred. */
    @Get("/cosigning-requests")
    @Transactional(readOnly = true)
    List<Request> mine() {
        return requests.of(Caller.current());
    }

    /** What waits for the answer of somebody else, for the proposal office that enters it from his paper; 403 for others. */
    @Get("/cosigning-requests/{seat}")
    @Transactional(readOnly = true)
    List<Request> waitingFor(UUID seat) {
        return requests.waitingFor(seat, Caller.current());
    }

    /**
     * The office enters what members said on paper. Whoever typed the proposal enters all whose names stand on its paper; for
     * others those whom the lead asked. 422 names what is missing and who cannot sign, as {@code seats[2]}; 409
     * {@code proposal.version}, {@code cosigning.too-late}, {@code cosigning.not-now} as for an answer by phone.
     */
    @Post("/proposals/{id}/paper-signatures")
    ProposalView enter(UUID id, @Body OnPaper said) {
        return papers.enter(id, said);
    }

    /**
     * Asks members to sign; the proposal then waits for them, and may still be handed in at any time. 422 names who is the
     * lead, is named twice, serves no more or is unknown here, as {@code seats[2]}.
     */
    @Put("/proposals/{id}/cosigners")
    ProposalView ask(UUID id, @Body ProposalMove.Invite move) {
        return actions.ask(id, move);
    }

    /** Asks somebody no longer; 409 {@code cosigning.not-now} when he has signed, but for what the office entered from paper. */
    @Delete("/proposals/{id}/cosigners/{seat}")
    ProposalView unask(UUID id, UUID seat) {
        return actions.unask(id, seat);
    }

    /**
     * Signs or declines. 409 {@code proposal.version} when the text is another than was read, {@code cosigning.too-late}
     * after the deadline, {@code cosigning.not-now} once it was handed in.
     */
    @Put("/proposals/{id}/signature")
    ProposalView answer(UUID id, @Body Answer answer) {
        return actions.answer(id, answer);
    }

    /** Takes one's own signature back; 409 {@code cosigning.not-now} once it is filed. */
    @Delete("/proposals/{id}/signature")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(UUID id) {
        actions.revoke(id);
    }

    /** Supports a proposal whose lead allows it; 409 {@code second.not-open}, {@code second.own}. */
    @Put("/proposals/{id}/second")
    ProposalView second(UUID id, @Nullable @Body Comment body) {
        return seconds.second(id, body == null ? null : body.comment());
    }

    /** Supports it no longer. */
    @Delete("/proposals/{id}/second")
    ProposalView takeSecondBack(UUID id) {
        return seconds.takeBack(id);
    }
}
