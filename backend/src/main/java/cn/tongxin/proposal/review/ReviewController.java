package cn.tongxin.proposal.review;

import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalView.SeatName;
import cn.tongxin.proposal.Reviewers;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The review of proposals over HTTP, beyond the single steps of {@code /api/proposals}. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewController {
    private final ReviewActions actions;
    private final MergeActions merging;
    private final SplitActions splitting;
    private final Reviewers reviewers;
    private final ReviewSeats seats;
    private final ProposalFlow flow;

    ReviewController(
            ReviewActions actions,
            MergeActions merging,
            SplitActions splitting,
            Reviewers reviewers,
            ReviewSeats seats,
            ProposalFlow flow) {
        this.actions = actions;
        this.merging = merging;
        this.splitting = splitting;
        this.reviewers = reviewers;
        this.seats = seats;
        this.flow = flow;
    }

    /** The proposals that were decided on. */
    @Serdeable
    record Decided(List<UUID> ids) {}

    @Serdeable
    record Merger(@Nullable UUID into, @Nullable List<UUID> ids) {}

    @Serdeable
    record Appointed(@Nullable List<UUID> seats) {}

    /**
     * A stage of the review, and who is named to review at it; nobody named leaves it to every reviewer.
     *
     * @param able the seats that could be named
     */
    @Serdeable
    record Stage(int no, String name, List<UUID> seats, List<SeatName> able) {}

    /** The proposal for a reviewer, who has opened it from then on; 403 for anybody else. */
    @Post("/proposals/{id}/opening")
    ProposalView open(UUID id) {
        return actions.open(id);
    }

    /**
     * One decision for up to a hundred, all or none. 422 {@code review.not-opened} names those that this seat has not opened
     * since they were handed in; else each is refused as it would be alone.
     */
    @Post("/proposal-decisions")
    Decided decide(@Body BatchDecision decision) {
        return new Decided(actions.decide(decision));
    }

    /**
     * Joins proposals to one that stands as filed; where that was itself joined to another, they join the other. All their
     * proponents get its reply. 409 {@code proposal.merge-target} where the main one is not filed or closed.
     */
    @Post("/proposal-mergers")
    ProposalView merge(@Body Merger merger) {
        return merging.merge(merger.into(), merger.ids());
    }

    /** It stands for itself again, in the last stage; 409 {@code proposal.main-replied} after the first reply. */
    @Delete("/proposals/{id}/merger")
    ProposalView part(UUID id, @Body ProposalMove.UnMerge move) {
        return merging.part(id, move.reason());
    }

    /** Makes a draft of its proponent of each matter in one text; the original is superseded. */
    @Put("/proposals/{id}/splitting")
    ProposalView split(UUID id, @Body ProposalMove.Split move) {
        return splitting.split(id, move);
    }

    /** The proponent says whether it may become an opinion report; 409 {@code proposal.conversion-not-asked}. */
    @Put("/proposals/{id}/conversion")
    ProposalView answerConversion(UUID id, @Body ProposalMove.AnswerConversion move) {
        return splitting.answerConversion(id, move);
    }

    /** The stages of the review, their names and reviewers; for the office. */
    @Get("/review-stages")
    @Transactional(readOnly = true)
    List<Stage> stages() {
        if (!ProposalPolicy.reviews(Caller.current()) && !Caller.current().has(Role.TENANT_ADMIN)) {
            throw Refusal.notAllowed();
        }
        var rules = flow.rules();
        var named = reviewers.byStage();
        var able = seats.all();
        return IntStream.rangeClosed(1, rules.reviewStages())
                .mapToObj(no -> new Stage(no, rules.stageName(no), named.getOrDefault(no, List.of()), able))
                .toList();
    }

    /** Names who reviews at a stage. */
    @Put("/review-stages/{no}")
    List<Stage> appoint(int no, @Body Appointed appointed) {
        actions.appoint(no, appointed.seats());
        return stages();
    }
}
