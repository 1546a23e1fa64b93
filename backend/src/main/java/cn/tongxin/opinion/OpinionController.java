package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.handling.Handling;
import cn.tongxin.history.Timeline;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Confidentiality;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.Marks;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.opinion.OpinionReport.Urgency;
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
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Opinion reports over HTTP. Every move answers the report as it then is; 404 for what the seat may not see, 403 for what it
 * may not do, 409 {@code opinion.move-not-allowed} with the state for what cannot be done now.
 */
@Controller("/api/opinion-reports")
@ExecuteOn(TaskExecutors.BLOCKING)
class OpinionController {
    /** Of which the author reads that they happened, not why. */
    private static final Set<String> AMONG_STAFF = Set.of("opinion.sent-back", "opinion.outcome-removed");

    private final OpinionReports reports;
    private final OpinionActions actions;
    private final OpinionFlow flow;
    private final OpinionViews views;
    private final Handling handling;
    private final Timeline timeline;

    OpinionController(
            OpinionReports reports,
            OpinionActions actions,
            OpinionFlow flow,
            OpinionViews views,
            Handling handling,
            Timeline timeline) {
        this.reports = reports;
        this.actions = actions;
        this.flow = flow;
        this.views = views;
        this.handling = handling;
        this.timeline = timeline;
    }

    /** Who writes along: a member by his seat, an outsider by name and, if he likes, how to reach him. */
    @Serdeable
    @Schema(name = "OpinionCoauthorDraft")
    record Coauthor(
            @Nullable UUID seatId,
            @Nullable String name,
            @Nullable String contact) {}

    /** What is written, in the shape that both a draft and its autosaves have. */
    interface Written {
        @Nullable
        String title();

        @Nullable
        String situation();

        @Nullable
        String analysis();

        @Nullable
        String suggestions();

        @Nullable
        String topic();

        @Nullable
        Urgency urgency();

        @Nullable
        Boolean openToPublic();

        @Nullable
        String source();

        @Nullable
        Language language();

        @Nullable
        UUID commissionId();

        @Nullable
        List<Coauthor> coauthors();

        default Text text() {
            return textOf(title(), situation(), analysis(), suggestions());
        }

        default Marks marks(Confidentiality kept) {
            return new Marks(
                    topic(),
                    Objects.requireNonNullElse(urgency(), Urgency.NORMAL),
                    kept,
                    Boolean.TRUE.equals(openToPublic()),
                    source(),
                    language());
        }

        /** The coauthors with the names that their seats have. */
        default List<OpinionReports.Coauthor> named(OpinionReports reports) {
            var all = coauthors() == null ? List.<Coauthor>of() : coauthors();
            var names = reports.names(
                    all.stream().map(Coauthor::seatId).filter(Objects::nonNull).toList());
            return all.stream()
                    .map(each -> new OpinionReports.Coauthor(
                            each.seatId(),
                            each.seatId() == null
                                    ? Objects.requireNonNull(each.name()).strip()
                                    : names.getOrDefault(each.seatId(), ""),
                            each.contact()))
                    .toList();
        }
    }

    /**
     * A draft as the client sends it; {@code id} is made by the client, so that a repeated send makes one row.
     *
     * @param openToPublic false unless said otherwise
     * @param language in which its author wrote, absent for Chinese; the editor's text is the Chinese one
     * @param onBehalfOf the body whose clerk writes it, or the member for whom the office types it
     * @param authorKind INFORMANT or STATION where the office types it for somebody without a seat, named as a coauthor
     */
    @Serdeable
    @Schema(name = "OpinionDraft")
    record Draft(
            @Nullable UUID id,
            @Nullable Kind kind,
            @Nullable String title,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable String suggestions,
            @Nullable String topic,
            @Nullable Urgency urgency,
            @Nullable Boolean openToPublic,
            @Nullable String source,
            @Nullable Language language,
            @Nullable UUID commissionId,
            @Nullable List<Coauthor> coauthors,
            @Nullable UUID onBehalfOf,
            @Nullable AuthorKind authorKind)
            implements Written {}

    /**
     * An autosave: the text as it is now, and the version it was made from.
     *
     * @param coauthors all of them, at most 20; absent, they stay as they are
     */
    @Serdeable
    @Schema(name = "OpinionEdit")
    record Edit(
            int version,
            @Nullable String title,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable String suggestions,
            @Nullable String topic,
            @Nullable Urgency urgency,
            @Nullable Boolean openToPublic,
            @Nullable String source,
            @Nullable Language language,
            @Nullable UUID commissionId,
            @Nullable List<Coauthor> coauthors)
            implements Written {}

    /** The editor's autosave: his text, how he sorts it, and the version it was made from. */
    @Serdeable
    @Schema(name = "OpinionEdition")
    record Edition(
            int version,
            @Nullable String title,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable String suggestions,
            @Nullable String topic,
            @Nullable Urgency urgency,
            @Nullable Confidentiality confidentiality) {
        Text text() {
            return textOf(title, situation, analysis, suggestions);
        }

        Marks marks(Marks before) {
            return new Marks(
                    topic == null ? before.topic() : topic,
                    urgency == null ? before.urgency() : urgency,
                    confidentiality == null ? before.confidentiality() : confidentiality,
                    before.openToPublic(),
                    before.source(),
                    before.language());
        }
    }

    private static Text textOf(
            @Nullable String title,
            @Nullable String situation,
            @Nullable String analysis,
            @Nullable String suggestions) {
        return new Text(
                Objects.requireNonNullElse(title, "").strip(),
                Objects.requireNonNullElse(situation, ""),
                Objects.requireNonNullElse(analysis, ""),
                Objects.requireNonNullElse(suggestions, ""));
    }

    /**
     * The newest first. Members see what they wrote, the office what was handed in; 403 for others.
     *
     * @param q words of title, text or author; each must be there
     * @param mine only what this seat wrote, alone or along with others
     * @param awaiting only those whose author has not been told yet what becomes of it: this list must reach zero
     * @param received only copies from committees below, or only the committee's own
     * @param year of submission
     */
    @Get("{?status,kind,topic,urgency,q,mine,awaiting,received,year,commissionId,after,limit,count}")
    @Transactional(readOnly = true)
    Page<OpinionBrief> list(
            @Nullable @QueryValue OpinionStatus status,
            @Nullable @QueryValue Kind kind,
            @Nullable @QueryValue String topic,
            @Nullable @QueryValue Urgency urgency,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue Boolean mine,
            @Nullable @QueryValue Boolean awaiting,
            @Nullable @QueryValue Boolean received,
            @Nullable @QueryValue Integer year,
            @Nullable @QueryValue UUID commissionId,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        if (!OpinionPolicy.lists(caller)) {
            throw Refusal.notAllowed();
        }
        var which = Stream.<Condition>of(
                        OpinionReports.visibleTo(caller),
                        status == null ? DSL.noCondition() : OPINION_REPORT.STATUS.eq(status.name()),
                        kind == null ? DSL.noCondition() : OPINION_REPORT.KIND.eq(kind.name()),
                        topic == null
                                ? DSL.noCondition()
                                : OPINION_REPORT.TOPIC.in(flow.rules().wordsOfTopic(topic)),
                        urgency == null ? DSL.noCondition() : OPINION_REPORT.URGENCY.eq(urgency.name()),
                        Boolean.TRUE.equals(mine) ? OpinionReports.mine(caller) : DSL.noCondition(),
                        Boolean.TRUE.equals(awaiting) ? OpinionReports.awaiting() : DSL.noCondition(),
                        received == null
                                ? DSL.noCondition()
                                : received
                                        ? OPINION_REPORT.ORIGIN_CODE.isNotNull()
                                        : OPINION_REPORT.ORIGIN_CODE.isNull(),
                        Years.within(OPINION_REPORT.SUBMITTED_ON, year),
                        commissionId == null ? DSL.noCondition() : OPINION_REPORT.COMMISSION_ID.eq(commissionId))
                .reduce(DSL.noCondition(), Condition::and);
        var size = Page.limit(limit);
        var start = Cursor.decode(after);
        if (q != null && !q.isBlank()) {
            var alone = Stream.of(status, kind, topic, urgency, mine, awaiting, received, year, commissionId, count)
                    .allMatch(Objects::isNull);
            which = which.and(
                    OpinionFinding.matching(caller, q, start == null ? null : start.id(), alone ? size + 1 : null));
        }
        var page = Page.of(
                reports.page(which, start, size),
                size,
                row -> new Cursor("", row.report().id()));
        return new Page<>(views.briefs(page.items()), page.next(), null)
                .counted(Boolean.TRUE.equals(count) ? reports.count(which) : null);
    }

    /** The report with its edition, outcomes and assignments, as far as this reader may see them. */
    @Get("/{id}")
    @Transactional(readOnly = true)
    OpinionView show(UUID id) {
        return views.of(flow.getVisible(id));
    }

    /** Who did what, when and why, oldest first; what editor and approver say to each other, and why an outcome was struck out, stays between them. */
    @Get("/{id}/timeline")
    @Transactional(readOnly = true)
    List<Timeline.Entry> timeline(UUID id) {
        var report = flow.getVisible(id);
        var office = OpinionPolicy.readsAll(Caller.current());
        var ofUnits = timeline.of("assignment", handling.ids(report.subject()));
        return Stream.concat(
                        timeline.of(OpinionReport.SUBJECT, List.of(id)).stream(),
                        (office ? ofUnits : Handling.forProponents(ofUnits)).stream())
                .sorted(Comparator.comparingLong(Timeline.Entry::seq))
                .map(line -> AMONG_STAFF.contains(line.kind()) && !office ? line.withoutReason() : line)
                .toList();
    }

    /** Begins a draft. 409 {@code id.taken} when the id is somebody else's. */
    @Post
    @Status(HttpStatus.CREATED)
    OpinionView draft(@Body Draft draft) {
        return actions.draft(draft);
    }

    /** Saves a draft. 409 {@code opinion.version} with {@code theirs} and {@code yours} when it was changed elsewhere. */
    @Put("/{id}")
    OpinionView edit(UUID id, @Body Edit edit) {
        return actions.edit(id, edit.version(), edit);
    }

    /** Removes a draft that was never handed in; 409 {@code opinion.was-submitted} for any other. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        actions.delete(id);
    }

    /** Hands it in. 422 names what is missing or too long. */
    @Put("/{id}/submission")
    OpinionView submit(UUID id, @Body OpinionMove.Submit move) {
        return actions.move(id, move);
    }

    /** An editor takes it, from the queue or from what was retained. */
    @Put("/{id}/editing")
    OpinionView take(UUID id, @Body OpinionMove.Take move) {
        return actions.move(id, move);
    }

    /** Saves the editor's text. 409 {@code opinion.version} with both texts; the author's own text stays as it is. */
    @Put("/{id}/edition")
    OpinionView putEdition(UUID id, @Body Edition edition) {
        return actions.putEdition(id, edition);
    }

    /** Back to the author to write it anew, with a reason (422 without). */
    @Put("/{id}/returning")
    OpinionView giveBack(UUID id, @Body OpinionMove.Return move) {
        return actions.move(id, move);
    }

    /** Keeps it for later, with a reason of the committee's list; the author is told. */
    @Put("/{id}/retention")
    OpinionView retain(UUID id, @Body OpinionMove.Retain move) {
        return actions.move(id, move);
    }

    /** Does not use it, with a reason; {@code OTHER_CHANNEL} seals the text. The author is told. */
    @Put("/{id}/non-use")
    OpinionView notUse(UUID id, @Body OpinionMove.NotUse move) {
        return actions.move(id, move);
    }

    /** The editor hands his edition to the approver. */
    @Put("/{id}/approval-request")
    OpinionView requestApproval(UUID id, @Body OpinionMove.RequestApproval move) {
        return actions.move(id, move);
    }

    /** The approver gives it back to the editor, with a reason (422 without). */
    @Put("/{id}/sending-back")
    OpinionView sendBack(UUID id, @Body OpinionMove.SendBack move) {
        return actions.move(id, move);
    }

    /** Hands an issued report to units, which owe a reply. 404 for an unknown unit, 422 {@code unit.ended}. */
    @Put("/{id}/assignment")
    OpinionView forward(UUID id, @Body OpinionMove.Forward move) {
        return actions.move(id, move);
    }

    /** Closes it. 409 {@code opinion.forward-open} while a unit owes its reply; outcomes may still be added. */
    @Put("/{id}/closing")
    OpinionView close(UUID id, @Body OpinionMove.Close move) {
        return actions.move(id, move);
    }

    /** The author takes it back before it is issued; afterwards the office withdraws it, with a note (422 without). */
    @Put("/{id}/withdrawal")
    OpinionView withdraw(UUID id, @Body OpinionMove.Withdraw move) {
        return actions.move(id, move);
    }

    /** Sends a copy to the committee above. 409 {@code opinion.no-parent}, {@code opinion.sent-up-already}. */
    @Put("/{id}/sending-up")
    OpinionView sendUp(UUID id, @Body OpinionMove.SendUp move) {
        return actions.move(id, move);
    }

    /** Takes one's own last move back. 409 {@code opinion.acted-on} when somebody has acted on it. */
    @Delete("/{id}/last-move")
    OpinionView takeBack(UUID id) {
        return actions.move(id, new OpinionMove.TakeBack());
    }
}
