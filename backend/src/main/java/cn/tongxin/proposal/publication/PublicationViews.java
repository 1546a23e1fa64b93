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
import cn.tongxin.proposal.publication.PublicationView.Published;
import cn.tongxin.proposal.publication.PublicationView.Standing;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What is seen of publications: by the office with what it may do, by everybody once they are out. */
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
        return new PublicationView(
                proposal.id(),
                0,
                PublicationState.DUE,
                view.title(),
                text(proposal.text()),
                reply(view),
                names.proponents(),
                names.units(),
                dueOn(Objects.requireNonNullElse(view.filedOn(), calendar.today())),
                null,
                null,
                null,
                null,
                null,
                can(proposal, PublicationState.DUE, null));
    }

    private PublicationView of(Proposal proposal, Publication it) {
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
                can(proposal, it.state(), it.proposedBy()));
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

    static Published of(Publications.Published row, boolean whole) {
        var it = row.publication();
        return new Published(
                it.proposalId(),
                row.caseNo(),
                it.words().title(),
                it.names().proponents(),
                it.names().units(),
                Objects.requireNonNull(it.publishedOn()),
                it.words().reply() != null,
                whole ? it.words().text() : null,
                whole ? it.words().reply() : null);
    }

    Names names(Proposal proposal) {
        return names(proposals.of(proposal));
    }

    boolean isReplied(Proposal proposal) {
        return reply(proposals.of(proposal)) != null;
    }

    private static Names names(ProposalView view) {
        var signers = view.cosigners().stream()
                .filter(one -> one.state() == Cosigner.State.SIGNED)
                .map(ProposalView.Signature::name);
        var joined = view.merged().stream().map(ProposalView.Joined::proponent);
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

    /** What the units answered and the proponent has; contacts stay out. */
    private static @Nullable String reply(ProposalView view) {
        var replies = view.assignments().stream()
                .filter(assignment ->
                        assignment.reply() != null && assignment.status() == AssignmentStatus.REPLY_ACCEPTED)
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
            if (!publications.isOf(caller, proposedBy)) {
                can.add("review");
            } else if (settings.isSmallOffice()) {
                can.add("review-own");
            }
        }
        if (state == PublicationState.PUBLISHED) {
            can.add("withdraw");
        }
        return can;
    }
}
