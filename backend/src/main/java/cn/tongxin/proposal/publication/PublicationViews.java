package cn.tongxin.proposal.publication;

import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.AssignmentStatus;
import cn.tongxin.handling.AssignmentView;
import cn.tongxin.handling.Reply;
import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.publication.Publication.Names;
import cn.tongxin.proposal.publication.PublicationView.Standing;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What the office sees of publications, with what it may do. */
@Singleton
class PublicationViews {
    private final Publications publications;
    private final ProposalViews proposals;
    private final Calendar calendar;
    private final Settings settings;
    private final DSLContext sql;

    PublicationViews(
            Publications publications, ProposalViews proposals, Calendar calendar, Settings settings, DSLContext sql) {
        this.publications = publications;
        this.proposals = proposals;
        this.calendar = calendar;
        this.settings = settings;
        this.sql = sql;
    }

    PublicationView of(Proposal proposal) {
        return publications
                .find(proposal.id())
                .map(publication -> of(proposal, publication))
                .orElseGet(() -> begun(proposal));
    }

    /** Nobody has proposed it: the proposal's own words to begin with. */
    private PublicationView begun(Proposal proposal) {
        var view = proposals.of(proposal);
        var names = names(view);
        var text = text(proposal.text());
        var reply = reply(view);
        return new PublicationView(
                proposal.id(),
                0,
                PublicationState.DUE,
                view.title(),
                text,
                reply,
                names.proponents(),
                names.units(),
                dueOn(Objects.requireNonNullElse(view.filedOn(), calendar.today())),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                hits(view.title(), text, reply),
                can(proposal, PublicationState.DUE, null));
    }

    private PublicationView of(Proposal proposal, Publication it) {
        var next = it.nextReply();
        var unitsReply = it.takesReply() ? reply(proposals.of(proposal)) : null;
        return new PublicationView(
                it.proposalId(),
                it.version(),
                it.state(),
                it.words().title(),
                it.words().text(),
                it.words().reply(),
                it.names().proponents(),
                it.names().units(),
                dueOn(Objects.requireNonNullElse(proposal.course().filedOn(), it.proposedOn())),
                name(it.proposedBy()),
                it.proposedOn(),
                name(it.reviewedBy()),
                it.reason(),
                it.publishedOn(),
                next == null
                        ? null
                        : new PublicationView.NextReply(
                                next.reply(), name(next.proposedBy()), next.proposedOn(), next.reason()),
                unitsReply,
                hits(
                        it.words().title(),
                        it.words().text(),
                        it.words().reply(),
                        next == null ? null : next.reply(),
                        unitsReply),
                withReply(proposal, it, can(proposal, it.state(), it.proposedBy())));
    }

    Standing of(Publications.Standing row) {
        var due = dueOn(row.filedOn());
        return new Standing(
                row.proposalId(),
                row.caseNo(),
                row.title(),
                row.state(),
                row.filedOn(),
                due,
                row.publishedOn() == null && !row.imported() && due.isBefore(calendar.today()),
                row.publishedOn());
    }

    Names names(Proposal proposal) {
        return names(proposals.of(proposal));
    }

    private List<String> hits(@Nullable String... words) {
        return settings.secrecyWords().hits(Arrays.asList(words));
    }

    private static Names names(ProposalView view) {
        var signers = view.cosigners().stream()
                .filter(one -> one.state() == Cosigner.State.SIGNED)
                .map(ProposalView.Signature::name);
        var joined =
                view.merged().stream().filter(ProposalView.Joined::openToPublic).map(ProposalView.Joined::proponent);
        return new Names(
                Stream.concat(Stream.of(view.proponent().name()), Stream.concat(signers, joined))
                        .distinct()
                        .collect(Collectors.joining("、")),
                view.assignments().stream()
                        .filter(assignment -> assignment.status() != AssignmentStatus.RETURNED
                                && assignment.status() != AssignmentStatus.CANCELLED)
                        .map(AssignmentView::unitName)
                        .distinct()
                        .collect(Collectors.joining("、")));
    }

    private static String text(Proposal.Text text) {
        var suggestions = text.suggestions();
        return Stream.concat(
                        Stream.of(text.situation(), text.analysis()),
                        IntStream.range(0, suggestions.size()).mapToObj(i -> (i + 1) + "．" + suggestions.get(i)))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** What the units answered and the proponent has, and may be public; contacts stay out. */
    private static @Nullable String reply(ProposalView view) {
        var replies = view.assignments().stream()
                .filter(assignment -> assignment.status() == AssignmentStatus.REPLY_ACCEPTED
                        && assignment.reply() != null
                        && assignment.reply().openToPublic())
                .map(assignment -> said(assignment.unitName(), Objects.requireNonNull(assignment.reply())))
                .toList();
        return replies.isEmpty() ? null : String.join("\n\n", replies);
    }

    private static String said(String unit, Reply reply) {
        var lines = new ArrayList<String>();
        lines.add(unit + "：");
        lines.add(reply.text());
        reply.answers().forEach(answer -> lines.add(answer.no() + "．" + answer.text()));
        return String.join("\n", lines);
    }

    private LocalDate dueOn(LocalDate filedOn) {
        return calendar.workingDays().due(filedOn, settings.publishWithin()).date();
    }

    private @Nullable String name(@Nullable UUID seat) {
        return seat == null
                ? null
                : sql.select(SEAT.NAME).from(SEAT).where(SEAT.ID.eq(seat)).fetchOne(SEAT.NAME);
    }

    private List<String> withReply(Proposal proposal, Publication it, List<String> can) {
        var caller = Caller.current();
        if (!ProposalPolicy.publishes(caller)
                || !proposal.status().standsFiled()
                || !proposal.text().openToPublic()) {
            return can;
        }
        var next = it.nextReply();
        var all = new ArrayList<>(can);
        if (it.takesReply() && publications.mayReplyBePublic(it.proposalId())) {
            all.add("propose-reply");
        }
        if (next != null && next.waits()) {
            review(caller, next.proposedBy(), "review-reply").ifPresent(all::add);
        }
        return all;
    }

    private List<String> can(Proposal proposal, PublicationState state, @Nullable UUID proposedBy) {
        var caller = Caller.current();
        if (!ProposalPolicy.publishes(caller)) {
            return List.of();
        }
        var can = new ArrayList<String>();
        if (state.isWritten()
                && proposal.status().standsFiled()
                && proposal.text().openToPublic()) {
            can.add("propose");
        }
        if (state == PublicationState.PROPOSED && proposedBy != null) {
            review(caller, proposedBy, "review").ifPresent(can::add);
        }
        if (state == PublicationState.PUBLISHED) {
            can.add("withdraw");
        }
        return can;
    }

    /** One lets through what another has proposed, and in a small office one's own. */
    private Optional<String> review(Caller caller, UUID proposedBy, String move) {
        if (!publications.isOf(caller, proposedBy)) {
            return Optional.of(move);
        }
        return settings.isSmallOffice() ? Optional.of(move + "-own") : Optional.empty();
    }
}
