package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.OpinionRules;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.committee.ReasonCodes;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.Handling;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Standing;
import cn.tongxin.handling.Standings;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.Intake;
import cn.tongxin.opinion.OpinionStatus.Facts;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries a move out: what the workflow gives, and what follows from it for text, edition, units and the committee below. */
@Singleton
class OpinionFlow {
    private static final String WITHDRAWN = "社情民意信息已撤回";

    private final OpinionReports reports;
    private final OpinionFinding finding;
    private final SealedTexts sealed;
    private final SameProposal sameProposal;
    private final Handling handling;
    private final Standings standings;
    private final Outcomes outcomes;
    private final Upwards upwards;
    private final Bulletins bulletins;
    private final Settings settings;
    private final Calendar calendar;

    OpinionFlow(
            OpinionReports reports,
            OpinionFinding finding,
            SealedTexts sealed,
            SameProposal sameProposal,
            Handling handling,
            Standings standings,
            Outcomes outcomes,
            Upwards upwards,
            Bulletins bulletins,
            Settings settings,
            Calendar calendar) {
        this.reports = reports;
        this.finding = finding;
        this.sealed = sealed;
        this.sameProposal = sameProposal;
        this.handling = handling;
        this.standings = standings;
        this.outcomes = outcomes;
        this.upwards = upwards;
        this.bulletins = bulletins;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The report, for somebody who may see it; for anybody else there is none. */
    OpinionReport getVisible(UUID id) {
        var report = reports.get(id);
        if (!isVisible(report)) {
            throw Refusal.notFound();
        }
        return report;
    }

    boolean isVisible(OpinionReport report) {
        return visible(List.of(report)).contains(report.id());
    }

    /** Those among them that the caller may see. */
    Set<UUID> visible(List<OpinionReport> some) {
        var caller = Caller.current();
        var handedIn = some.stream()
                .filter(report -> report.status() != OpinionStatus.DRAFT)
                .map(OpinionReport::id)
                .toList();
        var along = caller.isMember() && !handedIn.isEmpty()
                ? reports.coauthored(caller.seatId(), handedIn)
                : Set.<UUID>of();
        return some.stream()
                .filter(report -> OpinionPolicy.sees(caller, report, along.contains(report.id())))
                .map(OpinionReport::id)
                .collect(Collectors.toSet());
    }

    OpinionRules rules() {
        return settings.opinionRules();
    }

    Facts facts(OpinionReport report) {
        return facts(
                report,
                report.status().standsIssued() ? standings.of(report.subject(), calendar.today()) : Standing.NONE);
    }

    static Facts facts(OpinionReport report, Standing standing) {
        return new Facts(
                standing,
                report.lastMove() == null ? null : report.lastMove().from(),
                report.isCopy(),
                report.upward().sentOn() != null,
                report.intake() != null);
    }

    /** Nobody judges what he has written, from whichever seat, nor what he has written along. */
    void checkOwn(Caller caller, OpinionReport report) {
        var author = report.author().seat();
        var own = author != null && (caller.actsFor(author) || reports.isOf(caller.accountId(), author));
        if (own || reports.isCoauthor(caller.seatId(), report.id())) {
            throw Refusal.forbidden("opinion.own", "Nobody judges his own report.");
        }
    }

    OpinionReport carryOut(OpinionReport report, OpinionMove move, Deed deed) {
        var seen = move.version();
        if (seen != null && seen != report.version()) {
            throw OpinionReports.outdated();
        }
        var to = report.status().after(move, facts(report));
        if (leaves(move)) {
            checkInNoIssue(report);
        }
        var came = move instanceof OpinionMove.Submit
                ? new Intake(
                        calendar.sessionPeriods()
                                .on(deed.on())
                                .map(PlenarySession::id)
                                .orElse(null),
                        deed.at(),
                        deed.on())
                : null;
        var by = deed.past() ? null : deed.by();
        var next = alongside(report, report.after(move, to, came, by, deed.on(), deed.at()), move, deed);
        reports.update(next);
        if (finds(move)) {
            finding.follow(next);
        }
        if (!deed.past()) {
            upwards.echo(next);
        }
        return next;
    }

    /** Whether it leaves the desk on which issues are made. */
    private static boolean leaves(OpinionMove move) {
        return switch (move) {
            case OpinionMove.Return _, OpinionMove.Retain _, OpinionMove.NotUse _, OpinionMove.Withdraw _ -> true;
            case OpinionMove.Submit _,
                    OpinionMove.Take _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.SendBack _,
                    OpinionMove.Issue _,
                    OpinionMove.Forward _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.TakeBack _,
                    OpinionMove.SendUp _ -> false;
        };
    }

    /** An issue that is being made holds a copy of the words, which must not outlive what becomes of the report. */
    private void checkInNoIssue(OpinionReport report) {
        if (bulletins.isInDraft(report.id())) {
            throw Refusal.conflict(
                    "bulletin.report-taken", "It stands in an issue that is being made; it is taken out there first.");
        }
    }

    /** Whether a move changes what the report is found by; most change only its state. */
    private static boolean finds(OpinionMove move) {
        return switch (move) {
            case OpinionMove.Submit _,
                    OpinionMove.Return _,
                    OpinionMove.NotUse _,
                    OpinionMove.Issue _,
                    OpinionMove.TakeBack _ -> true;
            case OpinionMove.Take _,
                    OpinionMove.Retain _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.SendBack _,
                    OpinionMove.Forward _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.Withdraw _,
                    OpinionMove.SendUp _ -> false;
        };
    }

    private OpinionReport alongside(OpinionReport before, OpinionReport next, OpinionMove move, Deed deed) {
        return switch (move) {
            case OpinionMove.Submit _ -> {
                reports.layEditionBy(next.id());
                yield compared(next);
            }
            case OpinionMove.Take _ -> {
                reports.beginEdition(next, deed.by(), deed.at());
                yield compared(next);
            }
            case OpinionMove.Return _ -> {
                dropUntouched(next);
                yield next;
            }
            case OpinionMove.NotUse not when ReasonCodes.OTHER_CHANNEL.equals(not.reason()) -> sealed.seal(next);
            case OpinionMove.TakeBack _ when next.sealedText() != null -> sealed.unseal(next, deed.at());
            case OpinionMove.TakeBack _
            when next.status() == OpinionStatus.SUBMITTED -> {
                dropUntouched(next);
                yield next;
            }
            case OpinionMove.Forward forward -> {
                handling.assign(
                        next.subject(), session(next), false, Objects.requireNonNull(forward.units()), deed, null);
                outcomes.forwarded(next, reports.self().level(), deed);
                yield next;
            }
            case OpinionMove.Withdraw _ -> {
                if (before.status() == OpinionStatus.FORWARDED) {
                    handling.cancel(next.subject(), WITHDRAWN, deed);
                }
                yield next;
            }
            case OpinionMove.SendUp _ -> upwards.send(next, deed.on());
            case OpinionMove.Retain _,
                    OpinionMove.NotUse _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.SendBack _,
                    OpinionMove.Issue _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.TakeBack _ -> next;
        };
    }

    /** An edition in which nobody has written is the author's own text. */
    private void dropUntouched(OpinionReport report) {
        if (reports.edition(report.id()).filter(report.text()::equals).isPresent()) {
            reports.deleteEdition(report.id());
        }
    }

    /** Compared once more with the author's proposals, since one may have been handed in meanwhile. */
    private OpinionReport compared(OpinionReport report) {
        return report.sameAs(sameProposal
                .find(report.author().seat(), report.text())
                .map(SameProposal.Twin::id)
                .orElse(null));
    }

    private UUID session(OpinionReport report) {
        var today = calendar.sessionPeriods().on(calendar.today()).map(PlenarySession::id);
        @Nullable UUID known = report.intake() == null ? null : report.intake().sessionId();
        return today.or(() -> java.util.Optional.ofNullable(known))
                .orElseThrow(() -> Refusal.conflict("session.none", "The committee has opened no session yet."));
    }
}
