package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.committee.ProposalRules;
import cn.tongxin.committee.SessionPeriods;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.Consultation;
import cn.tongxin.handling.Handling;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Standing;
import cn.tongxin.handling.Standings;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalStatus.Facts;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries a move out: the next state, the numbers, the assignments. Who may make it and what is told about it is decided by
 * the actions, so that a clerk's click, a unit's reply and the historical import walk the same way.
 */
@Singleton
public class ProposalFlow {
    private static final String TAKEN_BACK = "撤回交办";
    private static final String WITHDRAWN = "提案已撤回";
    private static final String MERGED = "已与同类提案并案";

    private final Proposals proposals;
    private final Cosigners cosigners;
    private final Reviewers reviewers;
    private final ProposalFinding finding;
    private final Handling handling;
    private final Standings standings;
    private final Settings settings;
    private final Calendar calendar;

    ProposalFlow(
            Proposals proposals,
            Cosigners cosigners,
            Reviewers reviewers,
            ProposalFinding finding,
            Handling handling,
            Standings standings,
            Settings settings,
            Calendar calendar) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.reviewers = reviewers;
        this.finding = finding;
        this.handling = handling;
        this.standings = standings;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The proposal, for somebody who may see it; for anybody else there is none. */
    public Proposal getVisible(UUID id) {
        var proposal = proposals.get(id);
        if (!isVisible(proposal)) {
            throw Refusal.notFound();
        }
        return proposal;
    }

    public boolean isVisible(Proposal proposal) {
        return visible(List.of(proposal)).contains(proposal.id());
    }

    /** A unit answers what was joined to its matter along with it, as long as it is joined. */
    boolean isWorkedOnWithMain(Proposal proposal) {
        var caller = Caller.current();
        var main = proposal.course().mergedInto();
        return main != null
                && caller.worksInUnit()
                && !handling.with(Proposal.SUBJECT, List.of(main), caller.unit())
                        .isEmpty();
    }

    /** Those among them that the caller may see. */
    Set<UUID> visible(List<Proposal> some) {
        var caller = Caller.current();
        var ids = some.stream().map(Proposal::id).toList();
        var signed = caller.isMember() ? proposals.mineAmong(caller, ids) : Set.<UUID>of();
        var worked = caller.worksInUnit() ? handling.with(Proposal.SUBJECT, ids, caller.unit()) : Set.<UUID>of();
        return some.stream()
                .filter(each ->
                        ProposalPolicy.sees(caller, each, signed.contains(each.id()), worked.contains(each.id())))
                .map(Proposal::id)
                .collect(Collectors.toSet());
    }

    /** Whether this seat judges at the stage that the proposal is in. */
    public boolean servesStage(Proposal proposal, UUID seat) {
        return proposal.status() != ProposalStatus.IN_REVIEW
                || Reviewers.serves(reviewers.byStage(), proposal.stage(), seat);
    }

    public ProposalRules rules() {
        return settings.proposalRules();
    }

    public Facts facts(Proposal proposal) {
        return facts(proposal, standing(proposal));
    }

    public static Facts facts(Proposal proposal, Standing standing) {
        var last = proposal.lastMove();
        var actedOn = last == null || (last.name().equals("assign") && !standing.untouched());
        return new Facts(
                proposal.stage(), proposal.intake() != null, standing, last == null || actedOn ? null : last.from());
    }

    private Standing standing(Proposal proposal) {
        return proposal.status().standsFiled() ? standings.of(proposal.subject(), calendar.today()) : Standing.NONE;
    }

    public Proposal carryOut(Proposal proposal, ProposalMove move, Deed deed) {
        var seen = move.version();
        if (seen != null && seen != proposal.version()) {
            throw Proposals.outdated();
        }
        var rules = rules();
        var to = proposal.status().after(move, rules, facts(proposal));
        var came = move instanceof ProposalMove.Submit ? submitted(proposal, rules, deed) : null;
        var issued = move instanceof ProposalMove.File ? issue(proposal, deed.on()) : null;
        var next = proposal.after(
                move,
                to,
                rules.reviewStages(),
                came,
                issued,
                to == ProposalStatus.IN_REVIEW && !deed.past() ? stageBy(rules, deed) : null,
                deed.past() ? null : deed.by(),
                deed.on(),
                deed.at());
        handOver(proposal, move, deed);
        if (proposal.course().caseNo() != null && next.course().caseNo() == null) {
            proposals.voidCase(proposal.id(), deed.on());
        }
        proposals.update(next);
        if (finds(move)) {
            finding.follow(next, deed.on());
        }
        return next;
    }

    /** Whether a move changes what the proposal is found by; most change only its state. */
    private static boolean finds(ProposalMove move) {
        return switch (move) {
            case ProposalMove.Submit _,
                    ProposalMove.Return _,
                    ProposalMove.Withdraw _,
                    ProposalMove.File _,
                    ProposalMove.UnFile _,
                    ProposalMove.Merge _,
                    ProposalMove.TakeBack _ -> true;
            case ProposalMove.Invite _,
                    ProposalMove.Accept _,
                    ProposalMove.Review _,
                    ProposalMove.NotFile _,
                    ProposalMove.UnMerge _,
                    ProposalMove.Split _,
                    ProposalMove.Appeal _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
                    ProposalMove.Close _,
                    ProposalMove.Rehandle _,
                    ProposalMove.Consult _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> false;
        };
    }

    /** A move that another proposal made along with one. */
    public record Along(ProposalMove move, Proposal before, Proposal after) {}

    /**
     * What was joined to a proposal goes with it: into what that joins in turn, so that no chain arises, or for itself again
     * where that stands as filed no more.
     */
    public List<Along> carryAlong(Proposal main, ProposalMove move, Deed deed) {
        var theirs = withIt(main, move);
        if (theirs == null || !main.status().standsFiled()) {
            return List.of();
        }
        return proposals.mergedInto(main.id()).stream()
                .map(joined -> new Along(theirs, joined, carryOut(joined, theirs, deed)))
                .toList();
    }

    private static @Nullable ProposalMove withIt(Proposal main, ProposalMove move) {
        var last = main.lastMove();
        if (move instanceof ProposalMove.TakeBack
                && last != null
                && !last.from().standsFiled()) {
            return new ProposalMove.UnMerge(TAKEN_BACK);
        }
        if (move instanceof ProposalMove.UnFile back) {
            return new ProposalMove.UnMerge(back.reason());
        }
        if (move instanceof ProposalMove.Withdraw back) {
            return new ProposalMove.UnMerge(back.reason());
        }
        return move instanceof ProposalMove.Merge ? move : null;
    }

    private LocalDate stageBy(ProposalRules rules, Deed deed) {
        return calendar.workingDays().due(deed.on(), rules.stageWithin()).date();
    }

    /** What a submission at that moment would count as; none while the committee has no session. */
    public Optional<SessionPeriods.Intake> intake(Instant at, ProposalRules rules) {
        return calendar.sessionPeriods().intake(at, rules.plenaryWindow());
    }

    private Proposal.Intake submitted(Proposal proposal, ProposalRules rules, Deed deed) {
        var intake = intake(deed.at(), rules)
                .orElseThrow(() ->
                        Refusal.conflict("session.none", "The committee has opened no session that takes proposals."));
        var session = intake.session().id();
        var before = proposal.intake();
        var no = before != null && before.sessionId().equals(session)
                ? before.no()
                : proposals.nextNumber(session, Proposals.Series.INTAKE);
        return new Proposal.Intake(
                intake.plenary() ? ProposalKind.PLENARY : ProposalKind.INTERSESSION, session, no, deed.at(), deed.on());
    }

    private String issue(Proposal proposal, LocalDate on) {
        var session = session(proposal);
        var no = proposals.nextNumber(session.id(), Proposals.Series.CASE);
        proposals.issueCase(session.id(), no, proposal.id(), on);
        return "%s-%04d".formatted(session.key(), no);
    }

    private PlenarySession session(Proposal proposal) {
        var intake = intakeOf(proposal);
        return calendar.sessionPeriods().sessions().stream()
                .filter(session -> session.id().equals(intake.sessionId()))
                .findFirst()
                .orElseThrow();
    }

    private void handOver(Proposal proposal, ProposalMove move, Deed deed) {
        switch (move) {
            case ProposalMove.Assign assign -> {
                var intake = intakeOf(proposal);
                handling.assign(
                        proposal.subject(),
                        intake.sessionId(),
                        intake.kind() == ProposalKind.PLENARY,
                        assign.units() == null ? List.of() : assign.units(),
                        deed,
                        null);
            }
            case ProposalMove.UnFile unfile -> cancel(proposal, unfile.reason(), deed);
            case ProposalMove.Merge _ -> cancel(proposal, MERGED, deed);
            case ProposalMove.Submit _, ProposalMove.Split _ -> cosigners.lapse(proposal.id());
            case ProposalMove.Withdraw withdraw -> {
                cosigners.lapse(proposal.id());
                cancel(proposal, withdraw.reason(), deed);
            }
            case ProposalMove.TakeBack _ -> {
                if (proposal.status() == ProposalStatus.HANDLING) {
                    cancel(proposal, TAKEN_BACK, deed);
                }
            }
            case ProposalMove.Rehandle _ -> handling.rehandle(proposal.subject(), deed);
            case ProposalMove.Consult held -> {
                handling.consult(proposal.subject(), consultation(held), deed);
                handling.close(proposal.subject(), deed);
            }
            case ProposalMove.Close _ -> handling.close(proposal.subject(), deed);
            case ProposalMove.Invite _,
                    ProposalMove.Accept _,
                    ProposalMove.Return _,
                    ProposalMove.Review _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.UnMerge _,
                    ProposalMove.Appeal _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> {}
        }
    }

    private void cancel(Proposal proposal, @Nullable String reason, Deed deed) {
        if (proposal.status() == ProposalStatus.HANDLING) {
            handling.cancel(proposal.subject(), reason == null ? WITHDRAWN : reason, deed);
        }
    }

    private static Consultation consultation(ProposalMove.Consult held) {
        return new Consultation(
                Ids.next(),
                Objects.requireNonNull(held.on()),
                Objects.requireNonNull(held.attendees()),
                Objects.requireNonNull(held.minutes()),
                held.resolved());
    }

    private static Proposal.Intake intakeOf(Proposal proposal) {
        return Objects.requireNonNull(proposal.intake(), "a proposal beyond its draft was put to a session");
    }
}
