package cn.tongxin.proposal.withdrawal;

import cn.tongxin.proposal.ProposalView;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to withdraw what was filed, over HTTP (domain §3.1, WITHDRAWN). */
@Controller("/api/proposals/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class WithdrawalController {
    private final WithdrawalActions actions;

    WithdrawalController(WithdrawalActions actions) {
        this.actions = actions;
    }

    /** @param reason at most 500 characters */
    @Serdeable
    record Asked(@Nullable String reason) {}

    /** @param reason at most 500 characters, needed for a refusal; the proponent reads it */
    @Serdeable
    record Decision(boolean granted, @Nullable String reason) {}

    /**
     * The proponent asks to withdraw what was filed, saying why (422 without), before the first reply (else 409
     * {@code proposal.move-not-allowed}). 409 {@code withdrawal.asked} while an earlier request is open.
     */
    @Put("/withdrawal-request")
    ProposalView ask(UUID id, @Body Asked asked) {
        return actions.ask(id, asked.reason());
    }

    /** He asks no longer; 409 {@code withdrawal.not-asked}. */
    @Delete("/withdrawal-request")
    ProposalView takeBack(UUID id) {
        return actions.takeBack(id);
    }

    /**
     * The office grants it, and the proposal is withdrawn: its number is void, its assignments are cancelled; or refuses it
     * with a reason. 409 {@code withdrawal.not-asked}; 409 {@code proposal.move-not-allowed} for a grant once a unit has
     * replied.
     */
    @Put("/withdrawal-decision")
    ProposalView decide(UUID id, @Body Decision decision) {
        return actions.decide(id, decision.granted(), decision.reason());
    }
}
