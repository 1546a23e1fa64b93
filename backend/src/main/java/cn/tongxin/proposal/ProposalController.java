package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Contact;
import cn.tongxin.history.Timeline;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.shared.Language;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposals over HTTP. Every move answers the proposal as it then is; 404 for what the seat may not see, 403 for what it may
 * not do, 409 {@code proposal.move-not-allowed} with the state for what cannot be done now.
 */
@Controller("/api/proposals")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProposalController {
    private final ProposalLists lists;
    private final ProposalActions actions;
    private final ProposalFlow flow;
    private final ProposalViews views;
    private final Similars similars;
    private final ProposalTimeline timeline;
    private final Calendar calendar;

    ProposalController(
            ProposalLists lists,
            ProposalActions actions,
            ProposalFlow flow,
            ProposalViews views,
            Similars similars,
            ProposalTimeline timeline,
            Calendar calendar) {
        this.lists = lists;
        this.actions = actions;
        this.flow = flow;
        this.views = views;
        this.similars = similars;
        this.timeline = timeline;
        this.calendar = calendar;
    }

    /**
     * What a proponent may say of himself and wish for; a wish that is absent from an edit stays as it was.
     *
     * @param proponentKind in whose name a member writes; absent for his own, and for a body's seat
     * @param scanFileId the paper that the office typed it from
     * @param sealFileId the page with the body's seal
     */
    private record Around(
            @Nullable ProponentKind proponentKind,
            @Nullable UUID scanFileId,
            @Nullable UUID sealFileId,
            @Nullable Wishes wishes) {
        Written with(Proposal.Text text) {
            return new Written(text, wishes == null ? null : wishes.read(), proponentKind, scanFileId, sealFileId);
        }
    }

    /** What binds nobody: support by others, how to be talked to, which units, and what it grew out of. */
    @Serdeable
    record Wishes(
            @Nullable Boolean allowSecond,
            Contact.@Nullable Mode wantsContactBy,
            @Nullable UUID suggestedLeadUnit,
            @Nullable List<UUID> suggestedAssistUnits,
            Proposal.@Nullable Basis basedOn) {
        Proposal.Wishes read() {
            return new Proposal.Wishes(
                    Boolean.TRUE.equals(allowSecond),
                    wantsContactBy,
                    suggestedLeadUnit,
                    suggestedAssistUnits == null ? List.of() : suggestedAssistUnits,
                    basedOn);
        }
    }

    /**
     * A draft as the client sends it; {@code id} is made by the client, so that a repeated send makes one row.
     *
     * @param openToPublic true unless said otherwise; a reason is asked for at submission
     * @param research how the proponent found out
     * @param language in which it was first written, absent for Chinese
     * @param originalText its words in that language, where the others are a translation
     * @param onBehalfOf the member for whom the office types it, or the body whose clerk writes
     */
    @Serdeable
    record Draft(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String category,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable List<String> suggestions,
            @Nullable Boolean openToPublic,
            @Nullable String notOpenReason,
            @Nullable String research,
            @Nullable Language language,
            @Nullable String originalText,
            @Nullable UUID onBehalfOf,
            @Nullable UUID scanFileId,
            @Nullable UUID sealFileId,
            @Nullable ProponentKind proponentKind,
            @Nullable Wishes wishes) {
        Written written() {
            return new Around(proponentKind, scanFileId, sealFileId, wishes)
                    .with(textOf(
                            title,
                            category,
                            situation,
                            analysis,
                            suggestions,
                            openToPublic,
                            notOpenReason,
                            besidesOf(research, language, originalText)));
        }
    }

    /** An autosave: the text as it is now, and the version it was made from. */
    @Serdeable
    record Edit(
            int version,
            @Nullable String title,
            @Nullable String category,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable List<String> suggestions,
            @Nullable Boolean openToPublic,
            @Nullable String notOpenReason,
            @Nullable String research,
            @Nullable Language language,
            @Nullable String originalText,
            @Nullable UUID scanFileId,
            @Nullable UUID sealFileId,
            @Nullable ProponentKind proponentKind,
            @Nullable Wishes wishes) {
        Written written() {
            return new Around(proponentKind, scanFileId, sealFileId, wishes)
                    .with(textOf(
                            title,
                            category,
                            situation,
                            analysis,
                            suggestions,
                            openToPublic,
                            notOpenReason,
                            besidesOf(research, language, originalText)));
        }
    }

    private static Proposal.Text textOf(
            @Nullable String title,
            @Nullable String category,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable List<String> suggestions,
            @Nullable Boolean open,
            @Nullable String notOpenReason,
            Proposal.Besides besides) {
        return new Proposal.Text(
                Objects.requireNonNullElse(title, "").strip(),
                category,
                Objects.requireNonNullElse(situation, ""),
                Objects.requireNonNullElse(analysis, ""),
                suggestions == null ? List.of() : suggestions,
                open == null || open,
                notOpenReason,
                besides);
    }

    private static Proposal.Besides besidesOf(
            @Nullable String research, @Nullable Language language, @Nullable String originalText) {
        return new Proposal.Besides(
                Objects.requireNonNullElse(research, ""), language, Objects.requireNonNullElse(originalText, ""));
    }

    /**
     * The newest first. Members see their own, units what they hold, the office what was handed in; 403 for guests.
     *
     * @param session as 14-2
     * @param q words of the text, its number or its proponents: two characters or more of Chinese, whole words of other scripts
     * @param mine only what this seat proposed or signed
     * @param toSecond only what others proposed and opened to support, for members
     * @param overdue only where a unit is late with its reply
     * @param late REVIEW where the stage's day has passed, RESULT where the proponent was to know the result by now
     * @param key only key proposals
     * @param sectorId of the proponent
     * @param notFileReason the code of the reason for which it was not filed
     */
    @Get(
            "{?status,session,kind,category,unitId,q,mine,toSecond,overdue,late,key,proponentKind,sectorId,notFileReason,after,limit,count}")
    @Transactional(readOnly = true)
    Page<ProposalBrief> list(
            @Nullable @QueryValue ProposalStatus status,
            @Nullable @QueryValue String session,
            @Nullable @QueryValue ProposalKind kind,
            @Nullable @QueryValue String category,
            @Nullable @QueryValue UUID unitId,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue Boolean mine,
            @Nullable @QueryValue Boolean toSecond,
            @Nullable @QueryValue Boolean overdue,
            @QueryValue ProposalFilter.@Nullable Late late,
            @Nullable @QueryValue Boolean key,
            @Nullable @QueryValue ProponentKind proponentKind,
            @Nullable @QueryValue UUID sectorId,
            @Nullable @QueryValue String notFileReason,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        ProposalPolicy.checkLists(caller);
        var filter = new ProposalFilter(
                status,
                session,
                kind,
                category,
                unitId,
                q,
                mine,
                toSecond,
                overdue,
                late,
                key,
                proponentKind,
                sectorId,
                notFileReason);
        var size = Page.limit(limit);
        var start = Cursor.decode(after);
        var counted = Boolean.TRUE.equals(count);
        var which = counted
                ? filter.of(caller, lists, calendar.today())
                : filter.of(caller, lists, calendar.today(), start, size + 1);
        var page = Page.of(
                lists.page(which, status, start, size),
                size,
                row -> new Cursor("", row.proposal().id()));
        return new Page<>(views.briefs(page.items()), page.next(), null)
                .counted(counted ? lists.count(which, status) : null);
    }

    /** The proposal with its assignments, replies and ratings; for the author of a draft also what it would count as now. */
    @Get("/{id}")
    @Transactional(readOnly = true)
    ProposalView show(UUID id) {
        return views.shown(flow.getVisible(id));
    }

    /** Who did what, when and why, of the proposal and its assignments, oldest first. */
    @Get("/{id}/timeline")
    @Transactional(readOnly = true)
    List<Timeline.Entry> timeline(UUID id) {
        return timeline.of(flow.getVisible(id), Caller.current());
    }

    /** Begins a draft. 409 {@code id.taken} when the id is somebody else's. */
    @Post
    @Status(HttpStatus.CREATED)
    ProposalView draft(@Body Draft draft) {
        return actions.draft(draft.id(), draft.written(), draft.onBehalfOf());
    }

    /** The text in writing, and which it is, so that it is not found like itself. */
    @Serdeable
    record Writing(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String text) {}

    /** Up to five proposals of this and earlier sessions that share a fifth or more of its words, the most similar first. */
    @Post("/similar")
    @Transactional(readOnly = true)
    List<SimilarProposal> similar(@Body Writing writing) {
        ProposalPolicy.checkCompares(Caller.current());
        return similars.to(
                writing.id(),
                Objects.requireNonNullElse(writing.title(), ""),
                Objects.requireNonNullElse(writing.text(), ""));
    }

    /** The same for a proposal that is there: which units handled what was like it. 403 for units, who hand nothing over. */
    @Get("/{id}/similar")
    @Transactional(readOnly = true)
    List<SimilarProposal> similar(UUID id) {
        var proposal = flow.getVisible(id);
        ProposalPolicy.checkCompares(Caller.current());
        return similars.to(proposal);
    }

    /** Saves a draft. 409 {@code proposal.version} with {@code theirs} and {@code yours} when it was changed elsewhere. */
    @Put("/{id}")
    ProposalView edit(UUID id, @Body Edit edit) {
        return actions.edit(id, edit.version(), edit.written());
    }

    /** Removes a draft that was never handed in; 409 {@code proposal.was-submitted} for any other. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        actions.delete(id);
    }

    /**
     * Hands it in. 422 names what is missing or too long, {@code proposal.sector-missing} for a sector's proposal by somebody
     * of none; after the plenary's cut-off it counts as an intersession one.
     */
    @Put("/{id}/submission")
    ProposalView submit(UUID id, @Body ProposalMove.Submit move) {
        return actions.move(id, move);
    }

    /** The office takes it into review. */
    @Put("/{id}/acceptance")
    ProposalView accept(UUID id, @Body ProposalMove.Accept move) {
        return actions.move(id, move);
    }

    /** Back to the proponent as a draft, with a reason (422 without). */
    @Put("/{id}/returning")
    ProposalView giveBack(UUID id, @Body ProposalMove.Return move) {
        return actions.move(id, move);
    }

    /** Passes the named stage; 409 when it is in another, or in the last, which is decided by filing or not filing. */
    @Put("/{id}/review")
    ProposalView review(UUID id, @Body ProposalMove.Review move) {
        return actions.move(id, move);
    }

    /** Files it in the last stage and gives it the next case number of its session. */
    @Put("/{id}/filing")
    ProposalView file(UUID id, @Body ProposalMove.File move) {
        return actions.move(id, move);
    }

    /** Un-files it before the first reply, with a reason: the number is void, assignments are cancelled. */
    @Delete("/{id}/filing")
    ProposalView unfile(UUID id, @Body ProposalMove.UnFile move) {
        return actions.move(id, move);
    }

    /** Does not file it: a reason of the committee's list and a destination, both shown to the proponent. */
    @Put("/{id}/non-filing")
    ProposalView notFile(UUID id, @Body ProposalMove.NotFile move) {
        return actions.move(id, move);
    }

    /**
     * The proponent takes it back, or after filing the office, with a reason, before the first reply. 409
     * {@code proposal.move-not-allowed} for a draft that was never handed in: it is deleted.
     */
    @Put("/{id}/withdrawal")
    ProposalView withdraw(UUID id, @Body ProposalMove.Withdraw move) {
        return actions.move(id, move);
    }

    /**
     * Hands it to units: one SOLE, or one LEAD with assistants, or several SEPARATE; later to more of them. 404 for an
     * unknown unit, 422 {@code unit.ended}, {@code assignment.roles-clash}, {@code assignment.no-lead},
     * {@code assignment.unit-has-it}.
     */
    @Put("/{id}/assignment")
    ProposalView assign(UUID id, @Body ProposalMove.Assign move) {
        return actions.move(id, move);
    }

    /** The proponent asks, once, that what was not filed is reviewed again, saying why. 409 {@code proposal.appealed-once}. */
    @Put("/{id}/appeal")
    ProposalView appeal(UUID id, @Body ProposalMove.Appeal move) {
        return actions.move(id, move);
    }

    /** Sends it back to the units that did not satisfy the proponent. 409 when he was satisfied or the rounds are used up. */
    @Put("/{id}/rehandling")
    ProposalView rehandle(UUID id, @Body ProposalMove.Rehandle move) {
        return actions.move(id, move);
    }

    /** After the last round: records the face-to-face meeting and closes the case, as unresolved where it was not settled. */
    @Put("/{id}/consultation")
    ProposalView consult(UUID id, @Body ProposalMove.Consult move) {
        return actions.move(id, move);
    }

    /** Closes the case once feedback is in, or its time is over. 409 {@code proposal.not-satisfied}. */
    @Put("/{id}/closing")
    ProposalView close(UUID id, @Body ProposalMove.Close move) {
        return actions.move(id, move);
    }

    /** Takes one's own last move back. 409 {@code proposal.acted-on} when somebody has acted on it. */
    @Delete("/{id}/last-move")
    ProposalView takeBack(UUID id) {
        return actions.move(id, new ProposalMove.TakeBack());
    }
}
