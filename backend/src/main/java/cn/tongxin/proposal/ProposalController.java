package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposals over HTTP. */
@Controller("/api/proposals")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProposalController {
    private final Proposals proposals;
    private final ProposalActions actions;

    ProposalController(Proposals proposals, ProposalActions actions) {
        this.proposals = proposals;
        this.actions = actions;
    }

    /** A draft as the client sends it; {@code id} is made by the client, so that a repeated send makes one row. */
    @Serdeable
    record Draft(
            @Nullable UUID id,
            String title,
            @Nullable String category,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable List<String> suggestions) {
        Proposal.Text text() {
            return new Proposal.Text(
                    title,
                    category,
                    situation == null ? "" : situation,
                    analysis == null ? "" : analysis,
                    suggestions == null ? List.of() : suggestions);
        }
    }

    @Get("{?after,limit,count}")
    @Transactional(readOnly = true)
    Page<ProposalView> list(
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        var which = caller.has(Role.PROPOSAL_STAFF)
                ? PROPOSAL.STATUS.ne(ProposalStatus.DRAFT.name())
                : PROPOSAL.PROPONENT_ID.eq(caller.seatId());
        var size = Page.limit(limit);
        var page = Page.of(proposals.page(which, Cursor.decode(after), size), size, p -> new Cursor("", p.id()));
        return page.map(p -> ProposalView.of(p, caller))
                .counted(Boolean.TRUE.equals(count) ? proposals.count(which) : null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    ProposalView show(UUID id) {
        var proposal = proposals.get(id);
        if (!ProposalPolicy.sees(Caller.current(), proposal)) {
            throw Refusal.notFound();
        }
        return ProposalView.of(proposal, Caller.current());
    }

    @Post
    @Status(HttpStatus.CREATED)
    ProposalView draft(@Body Draft draft) {
        return ProposalView.of(actions.draft(draft.id(), draft.text()), Caller.current());
    }

    @Put("/{id}/submission")
    ProposalView submit(UUID id, @Body ProposalMove.Submit move) {
        return ProposalView.of(actions.move(id, move), Caller.current());
    }

    @Put("/{id}/returning")
    ProposalView giveBack(UUID id, @Body ProposalMove.Return move) {
        return ProposalView.of(actions.move(id, move), Caller.current());
    }
}
