package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.CodedText;
import cn.tongxin.committee.DueDate;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.committee.ProposalRules;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.AssignmentView;
import cn.tongxin.handling.AssignmentViews;
import cn.tongxin.handling.Handling;
import cn.tongxin.handling.Standings;
import cn.tongxin.handling.Standings.Brief;
import cn.tongxin.http.Refusal;
import cn.tongxin.link.Twins;
import cn.tongxin.proposal.ProposalStatus.Facts;
import cn.tongxin.proposal.ProposalView.SeatName;
import cn.tongxin.proposal.ProposalView.Signature;
import cn.tongxin.proposal.ProposalView.SubmissionPreview;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a proposal together with people, units and what the reader may do. It asks only for what the state can have. */
@Singleton
public class ProposalViews {
    private final Proposals proposals;
    private final Cosigners cosigners;
    private final Reviewers reviewers;
    private final Beside beside;
    private final WithdrawalRequests withdrawals;
    private final Twins twins;
    private final Settings settings;
    private final ProposalFlow flow;
    private final Handling handling;
    private final Standings standings;
    private final AssignmentViews assignments;
    private final Calendar calendar;
    private final Clock clock;

    ProposalViews(
            Proposals proposals,
            Cosigners cosigners,
            Reviewers reviewers,
            Beside beside,
            WithdrawalRequests withdrawals,
            Twins twins,
            Settings settings,
            ProposalFlow flow,
            Handling handling,
            Standings standings,
            AssignmentViews assignments,
            Calendar calendar,
            Clock clock) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.reviewers = reviewers;
        this.beside = beside;
        this.withdrawals = withdrawals;
        this.twins = twins;
        this.settings = settings;
        this.flow = flow;
        this.handling = handling;
        this.standings = standings;
        this.assignments = assignments;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** As a write answers it: without the preview of a submission. */
    public ProposalView of(Proposal proposal) {
        return view(proposal, null);
    }

    /** As a reader opens it. */
    public ProposalView shown(Proposal proposal) {
        var asks = proposal.status().isWritten() && ProposalPolicy.edits(Caller.current(), proposal);
        return view(proposal, asks ? preview(proposal) : null);
    }

    List<ProposalBrief> briefs(List<ProposalLists.Row> rows) {
        var filed = rows.stream()
                .map(ProposalLists.Row::proposal)
                .filter(p -> p.status().standsFiled())
                .map(Proposal::id)
                .toList();
        var handled =
                filed.isEmpty() ? Map.<UUID, Brief>of() : standings.briefs(Proposal.SUBJECT, filed, calendar.today());
        var rules = rows.stream().anyMatch(row -> row.proposal().stage() > 0) ? flow.rules() : ProposalRules.STANDARD;
        var byStage = rules == ProposalRules.STANDARD ? Map.<Integer, List<UUID>>of() : reviewers.byStage();
        var seat = Caller.current().seatId();
        return rows.stream()
                .map(row -> brief(
                        row,
                        handled.getOrDefault(row.proposal().id(), Brief.NONE),
                        rules,
                        Reviewers.serves(byStage, row.proposal().stage(), seat)))
                .toList();
    }

    private static ProposalBrief brief(ProposalLists.Row row, Brief handled, ProposalRules rules, boolean judges) {
        var p = row.proposal();
        var intake = p.intake();
        var notFiled = p.course().notFiled();
        return new ProposalBrief(
                p.id(),
                p.version(),
                p.status(),
                p.stage() == 0 ? null : p.stage(),
                intake == null ? null : intake.kind(),
                p.course().caseNo(),
                intake == null ? null : intake.no(),
                p.text().title(),
                p.text().category(),
                row.session(),
                row.proponent(),
                handled.units(),
                intake == null ? null : intake.at(),
                intake == null ? null : intake.on(),
                p.course().filedOn(),
                notFiled == null ? null : notFiled.disposition(),
                notFiled == null ? null : notFiled.referredTo(),
                handled.dueOn(),
                handled.overdue(),
                p.course().keyOn() != null,
                p.origin().imported(),
                p.updatedAt(),
                inList(p, can(p, rules, ProposalFlow.facts(p, handled.standing()), judges)));
    }

    /** What is done with several at once is offered in the list alone. */
    private static List<String> inList(Proposal proposal, List<String> can) {
        if (proposal.status().standsFiled() && ProposalPolicy.makesDigests(Caller.current())) {
            can.add("digest");
        }
        return can;
    }

    private ProposalView view(Proposal p, @Nullable SubmissionPreview preview) {
        var caller = Caller.current();
        var names = names(p, caller);
        var inReview = p.status() == ProposalStatus.SUBMITTED || p.status() == ProposalStatus.IN_REVIEW;
        var looked = inReview || p.status().isWritten();
        var rules = looked ? flow.rules() : ProposalRules.STANDARD;
        var judges = p.stage() == 0 || flow.servesStage(p, caller.seatId());
        var author = p.author();
        var text = p.text();
        var intake = p.intake();
        var course = p.course();
        var notFiled = course.notFiled();
        var session = intake == null ? null : session(intake.sessionId());
        var around = beside.around(p);
        var signatures = signatures(p, caller);
        var proposes = ProposalPolicy.isAuthor(caller, p)
                || signatures.stream().anyMatch(signature -> caller.actsFor(signature.id()));
        var request = course.caseNo() != null && (proposes || ProposalPolicy.isOffice(caller))
                ? withdrawals.latest(p.id()).orElse(null)
                : null;
        return new ProposalView(
                p.id(),
                p.version(),
                p.status(),
                p.stage() == 0 ? null : p.stage(),
                p.stage() == 0 ? null : rules.reviewStages(),
                p.stage() == 0 ? null : rules.stageName(p.stage()),
                p.review().by(),
                intake == null ? null : intake.kind(),
                author.kind(),
                new SeatName(author.seat(), names.getOrDefault(author.seat(), "")),
                signatures,
                p.wishes().allowSecond() ? beside.seconders(p.id()) : List.of(),
                author.enteredBy() == null ? null : names.get(author.enteredBy()),
                author.scanFile(),
                author.sealFile(),
                text.title(),
                text.category(),
                text.category() == null ? null : ProposalWords.category(text.category(), settings.categoryNames()),
                text.situation(),
                text.analysis(),
                text.suggestions(),
                text.openToPublic(),
                text.notOpenReason(),
                text.besides().research(),
                text.besides().language(),
                text.besides().original(),
                p.wishes(),
                looked && (ProposalPolicy.isAuthor(caller, p) || ProposalPolicy.reviews(caller))
                        ? rules.secrecyWords().hits(text.all())
                        : List.of(),
                session == null ? null : session.key(),
                intake == null ? null : intake.no(),
                intake == null ? null : intake.at(),
                intake == null ? null : intake.on(),
                inReview && intake != null ? resultBy(intake.on(), rules) : null,
                course.caseNo(),
                course.filedOn(),
                course.unfiledOn(),
                notFiled == null ? null : notFiled.on(),
                notFiled == null ? null : notFiled.reason(),
                notFiled == null ? null : reasonText(notFiled.reason()),
                notFiled == null ? null : notFiled.disposition(),
                notFiled == null ? null : notFiled.referredTo(),
                notFiled == null ? null : notFiled.comment(),
                course.mergedInto(),
                p.status().standsFiled() ? beside.joinedTo(p.id()) : List.of(),
                around.links(),
                p.review().appealedOn(),
                p.review().appealReason(),
                p.review().conversion(),
                p.review().supersededOn(),
                course.withdrawnOn(),
                request,
                course.keyOn(),
                p.status().standsFiled() ? around.outstandingOn() : null,
                p.status().standsFiled() && (proposes || ProposalPolicy.isOffice(caller))
                        ? around.instructedAt()
                        : List.of(),
                course.closedOn(),
                p.origin().imported(),
                preview,
                p.status().standsFiled() || course.unfiledOn() != null || p.status() == ProposalStatus.WITHDRAWN
                        ? assignments.of(p.subject())
                        : List.<AssignmentView>of(),
                p.status().standsFiled() ? handled(p) : null,
                p.createdAt(),
                p.updatedAt(),
                withRequest(p, request, can(p, rules, flow.facts(p), judges)));
    }

    /** Withdrawal after filing: the proponent asks for what the office could do, and the office decides what he asks for. */
    private List<String> withRequest(Proposal p, @Nullable WithdrawalRequest request, List<String> can) {
        var caller = Caller.current();
        var open = request != null && request.isOpen();
        if (ProposalPolicy.asksForWithdrawal(caller, p)) {
            if (open) {
                can.add("take-back-request");
            } else if (permits(p.status(), new ProposalMove.Withdraw(null, null), flow.rules(), flow.facts(p))) {
                can.add("ask-withdrawal");
            }
        }
        if (open && caller.mayWrite() && ProposalPolicy.isStaff(caller) && !ProposalPolicy.isProponent(caller, p)) {
            can.add("decide-withdrawal");
        }
        return can;
    }

    /** The lead and the office see what everybody said; others who signed, and what they said themselves. */
    private List<Signature> signatures(Proposal p, Caller caller) {
        var all = ProposalPolicy.isAuthor(caller, p) || ProposalPolicy.isOffice(caller);
        return cosigners.of(p.id(), calendar.today()).stream()
                .filter(one -> one.state() == Cosigner.State.SIGNED
                        || (!p.status().standsFiled() && (all || caller.actsFor(one.seat()))))
                .map(one -> new Signature(
                        one.seat(),
                        one.name(),
                        one.state(),
                        one.answerBy(),
                        one.signedOn(),
                        one.comment(),
                        all || caller.actsFor(one.seat()) ? one.paper() : null))
                .toList();
    }

    private String reasonText(String code) {
        return flow.rules().notFileReasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(CodedText::text)
                .findFirst()
                .orElse(code);
    }

    private ProposalView.Handled handled(Proposal proposal) {
        var met = handling.consultation(proposal.subject()).orElse(null);
        return new ProposalView.Handled(
                handling.daysLostToReturn(proposal.subject()),
                met,
                proposal.status() == ProposalStatus.CLOSED && met != null && !met.resolved());
    }

    /** The buttons that a screen draws, in the order of the work: what the policy allows and the workflow permits. */
    private static List<String> can(Proposal proposal, ProposalRules rules, Facts facts, boolean judges) {
        var caller = Caller.current();
        var can = new ArrayList<String>();
        if (proposal.status().isWritten() && ProposalPolicy.edits(caller, proposal)) {
            can.add("edit");
            if (ProposalPolicy.isStaff(caller)) {
                can.add("enter-signatures");
            }
            if (proposal.intake() == null) {
                can.add("delete");
            }
        }
        for (var move : ProposalSteps.offered(proposal.stage())) {
            var own = ProposalPolicy.judges(move) && ProposalPolicy.isProponent(caller, proposal);
            var others = !judges && ProposalPolicy.isOfAStage(caller, move, proposal);
            var late = move instanceof ProposalMove.Appeal && !proposal.mayAppeal();
            var unasked = move instanceof ProposalMove.AnswerConversion
                    && proposal.review().conversion() != Proposal.Conversion.ASKED;
            var marked =
                    move instanceof ProposalMove.MarkKey && proposal.course().keyOn() != null;
            if (!marked
                    && !own
                    && !others
                    && !late
                    && !unasked
                    && ProposalPolicy.allows(caller, move, proposal)
                    && permits(proposal.status(), move, rules, facts)) {
                can.add(ProposalSteps.name(move));
            }
        }
        return can;
    }

    private static boolean permits(ProposalStatus status, ProposalMove move, ProposalRules rules, Facts facts) {
        try {
            status.after(move, rules, facts);
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }

    private @Nullable SubmissionPreview preview(Proposal proposal) {
        var now = clock.instant();
        var rules = flow.rules();
        return flow.intake(now, rules)
                .map(intake -> new SubmissionPreview(
                        intake.plenary() ? ProposalKind.PLENARY : ProposalKind.INTERSESSION,
                        intake.session().key(),
                        intake.session().name(),
                        !intake.plenary(),
                        rules.textMin(),
                        rules.textMax(),
                        rules.titleMax(),
                        rules.suggestionsMax(),
                        rules.cosignersMax(),
                        calendar.workingDays()
                                .due(calendar.today(), rules.cosignWithin())
                                .date(),
                        twins.titleOf(proposal.author().seat(), proposal.text().body())
                                .orElse(null)))
                .orElse(null);
    }

    private DueDate resultBy(LocalDate received, ProposalRules rules) {
        return calendar.workingDays().due(received, rules.tellResultWithin());
    }

    private @Nullable PlenarySession session(UUID id) {
        return calendar.sessionPeriods().sessions().stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, String> names(Proposal proposal, Caller caller) {
        var author = proposal.author();
        if (author.seat().equals(caller.seat()) && author.enteredBy() == null) {
            return Map.of(author.seat(), Objects.requireNonNullElse(caller.name(), ""));
        }
        var seats = new HashSet<UUID>();
        seats.add(author.seat());
        if (author.enteredBy() != null) {
            seats.add(author.enteredBy());
        }
        return proposals.names(seats);
    }
}
