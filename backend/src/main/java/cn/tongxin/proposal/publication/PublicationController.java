package cn.tongxin.proposal.publication;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.publication.PublicationView.Published;
import cn.tongxin.proposal.publication.PublicationView.Standing;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of proposals is public: proposed and let through by the office, read by everybody with a seat; by anybody see {@link OpenController}. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicationController {
    private final Publications publications;
    private final PublicationActions actions;
    private final PublicationViews views;
    private final PublishedReading published;
    private final OpenDoor door;
    private final ProposalFlow flow;

    PublicationController(
            Publications publications,
            PublicationActions actions,
            PublicationViews views,
            PublishedReading published,
            OpenDoor door,
            ProposalFlow flow) {
        this.publications = publications;
        this.actions = actions;
        this.views = views;
        this.published = published;
        this.door = door;
        this.flow = flow;
    }

    /**
     * The public words; no secrets and no contacts.
     *
     * @param version that the writer has seen; 0 before anybody has proposed it
     * @param reply absent to publish title and text only
     */
    @Serdeable
    @Schema(name = "PublicationProposed")
    record Proposed(
            int version,
            @Nullable String title,
            @Nullable String text,
            @Nullable String reply) {}

    /** The reply's public words; no secrets and no contacts. */
    @Serdeable
    @Schema(name = "PublicationReplyProposed")
    record ReplyProposed(int version, @Nullable String reply) {}

    @Serdeable
    @Schema(name = "PublicationReviewed")
    record Reviewed(int version, boolean approved, @Nullable String reason) {}

    @Serdeable
    @Schema(name = "PublicationWithdrawn")
    record Withdrawn(int version, @Nullable String reason) {}

    /**
     * What stands filed and its proponent lets be public, the longest filed first. Office only. {@code q} is a part of the
     * title or of the case number; what was brought in from the years before and nobody has proposed is found by it alone.
     */
    @Get("/publications{?state,q,after,limit}")
    @Transactional(readOnly = true)
    Page<Standing> list(
            @Nullable @QueryValue PublicationState state,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        checkOffice();
        var size = Page.limit(limit);
        return Page.of(
                        publications.standings(state, PublishedReading.part(q), Cursor.decode(after), size),
                        size,
                        row -> new Cursor(row.filedOn().toString(), row.proposalId()))
                .map(views::of);
    }

    /** The page on which the whole web reads what is public, and whether the committee has opened it. Office only. */
    @Get("/publications/open-page")
    @Transactional(readOnly = true)
    OpenPage openPage() {
        checkOffice();
        return door.page();
    }

    /** The public words of one proposal as they stand, or its own to begin with. Office only. */
    @Get("/proposals/{id}/publication")
    @Transactional(readOnly = true)
    PublicationView show(UUID id) {
        var proposal = flow.getVisible(id);
        checkOffice();
        return views.of(proposal);
    }

    /** Proposes what the public may read. 409 {@code publication.not-filed}, {@code publication.not-open}, {@code publication.reply-not-open}, {@code publication.version}. */
    @Put("/proposals/{id}/publication")
    PublicationView propose(UUID id, @Body Proposed body) {
        return actions.propose(id, body.version(), body.title(), body.text(), body.reply());
    }

    /**
     * Another one of the office lets it through, or sends it back with a reason. 403 {@code publication.own}; where the setting
     * {@code office.small} is on, the same person may, always with a reason.
     */
    @Put("/proposals/{id}/publication/review")
    PublicationView review(UUID id, @Body Reviewed body) {
        return actions.review(id, body.version(), body.approved(), body.reason());
    }

    /**
     * Proposes the reply's words when title and text are out already; they stay out. 409 {@code publication.reply-not-open},
     * {@code publication.move-not-allowed}.
     */
    @Put("/proposals/{id}/publication/reply")
    PublicationView proposeReply(UUID id, @Body ReplyProposed body) {
        return actions.proposeReply(id, body.version(), body.reply());
    }

    /** Another one of the office lets them through, or sends them back with a reason. 403 {@code publication.own}. */
    @Put("/proposals/{id}/publication/reply/review")
    PublicationView reviewReply(UUID id, @Body Reviewed body) {
        return actions.reviewReply(id, body.version(), body.approved(), body.reason());
    }

    /** Takes it out of the public's sight, with a reason. */
    @Put("/proposals/{id}/publication/withdrawal")
    PublicationView withdraw(UUID id, @Body Withdrawn body) {
        return actions.withdraw(id, body.version(), body.reason());
    }

    /** What is out, the latest first. {@code q} is a part of the title or of the case number. */
    @Get("/published-proposals{?q,after,limit}")
    @Transactional(readOnly = true)
    Page<Published> published(
            @Nullable @QueryValue String q, @Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        return published.page(q, after, limit);
    }

    /** One of them with its words and its reply; 404 for what is not out. */
    @Get("/published-proposals/{id}")
    @Transactional(readOnly = true)
    Published read(UUID id) {
        return published.one(id);
    }

    private static void checkOffice() {
        if (!ProposalPolicy.isOffice(Caller.current())) {
            throw Refusal.notAllowed();
        }
    }
}
