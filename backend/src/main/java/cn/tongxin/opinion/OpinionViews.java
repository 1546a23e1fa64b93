package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.CodedText;
import cn.tongxin.committee.DueDate;
import cn.tongxin.committee.OpinionRules;
import cn.tongxin.handling.AssignmentView;
import cn.tongxin.handling.AssignmentViews;
import cn.tongxin.handling.Standing;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.opinion.OpinionStatus.Facts;
import cn.tongxin.opinion.OpinionView.Coauthor;
import cn.tongxin.opinion.OpinionView.From;
import cn.tongxin.opinion.OpinionView.SeatName;
import cn.tongxin.opinion.OpinionView.SentUp;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a report together with people, outcomes and units, as the reader may see them. */
@Singleton
class OpinionViews {
    private final OpinionReports reports;
    private final OpinionFlow flow;
    private final Outcomes outcomes;
    private final Bulletins bulletins;
    private final SealedTexts sealed;
    private final SameProposal sameProposal;
    private final RaisedFrom raisedFrom;
    private final AssignmentViews assignments;
    private final Calendar calendar;

    OpinionViews(
            OpinionReports reports,
            OpinionFlow flow,
            Outcomes outcomes,
            Bulletins bulletins,
            SealedTexts sealed,
            SameProposal sameProposal,
            RaisedFrom raisedFrom,
            AssignmentViews assignments,
            Calendar calendar) {
        this.reports = reports;
        this.flow = flow;
        this.outcomes = outcomes;
        this.bulletins = bulletins;
        this.sealed = sealed;
        this.sameProposal = sameProposal;
        this.raisedFrom = raisedFrom;
        this.assignments = assignments;
        this.calendar = calendar;
    }

    OpinionView of(OpinionReport report) {
        var caller = Caller.current();
        var rules = flow.rules();
        var author = report.author();
        var course = report.course();
        var marks = report.marks();
        var names = names(report);
        var text = text(report, caller);
        var edition = edition(report, caller);
        var came = outcomes.of(List.of(report.id())).getOrDefault(report.id(), List.of());
        return new OpinionView(
                report.id(),
                report.version(),
                report.status(),
                report.kind(),
                author.kind(),
                author.seat() == null ? null : new SeatName(author.seat(), names.getOrDefault(author.seat(), "")),
                coauthors(report, caller),
                author.enteredBy() == null ? null : names.get(author.enteredBy()),
                text,
                edition,
                OpinionPolicy.readsAll(caller) ? reports.formerEditions(report.id()) : List.of(),
                report.sealedText() != null,
                OpinionPolicy.isAuthor(caller, report) || OpinionPolicy.readsAll(caller)
                        ? rules.secrecyWords().hits(words(text, edition))
                        : List.of(),
                marks.topic(),
                rules.topicName(marks.topic()),
                marks.urgency(),
                marks.confidentiality(),
                marks.openToPublic(),
                marks.source(),
                marks.language(),
                report.commissionId(),
                report.intake() == null ? null : report.intake().at(),
                report.intake() == null ? null : report.intake().on(),
                answerBy(report, rules),
                course.answer() == null ? null : course.answer().on(),
                course.answer() == null ? null : course.answer().reason(),
                course.answer() == null ? null : reasonText(course.answer().reason(), rules),
                course.answer() == null ? null : course.answer().comment(),
                course.answer() == null ? null : course.answer().referredTo(),
                course.takenBy() == null || !OpinionPolicy.readsAll(caller) ? null : names.get(course.takenBy()),
                course.issued() == null ? null : bulletins.publication(report.id(), course.issued()),
                course.closedOn(),
                course.withdrawnOn(),
                twin(report),
                sameProposal.originOf(report.id()).orElse(null),
                raisedFrom.post(report.id()).orElse(null),
                report.upward().sentOn() == null
                        ? null
                        : new SentUp(
                                report.upward().sentOn(),
                                report.upward().status(),
                                report.upward().on()),
                report.origin() == null
                        ? null
                        : new From(report.origin().code(), report.origin().name()),
                came.stream()
                        .map(outcome -> outcome(outcome, null, report, caller, rules))
                        .toList(),
                course.issued() == null ? List.<AssignmentView>of() : assignments.of(report.subject()),
                report.status() == OpinionStatus.DRAFT
                        ? new OpinionView.Limits(rules.titleMax(), rules.textMax(), rules.microMax())
                        : null,
                report.importRef() != null,
                report.createdAt(),
                report.updatedAt(),
                can(report, flow.facts(report), caller));
    }

    List<OpinionBrief> briefs(List<OpinionReports.Row> rows) {
        var caller = Caller.current();
        var rules = flow.rules();
        var came = outcomes.of(rows.stream().map(row -> row.report().id()).toList());
        return rows.stream()
                .map(row -> brief(row, came.getOrDefault(row.report().id(), List.of()), rules, caller))
                .toList();
    }

    private OpinionBrief brief(OpinionReports.Row row, List<Outcome> came, OpinionRules rules, Caller caller) {
        var report = row.report();
        var by = answerBy(report, rules);
        var course = report.course();
        return new OpinionBrief(
                report.id(),
                report.version(),
                report.status(),
                report.kind(),
                report.text().title(),
                report.marks().topic(),
                rules.topicName(report.marks().topic()),
                report.marks().urgency(),
                report.author().kind(),
                report.origin() == null ? row.author() : report.origin().name(),
                report.commissionId(),
                report.intake() == null ? null : report.intake().on(),
                course.answer() == null ? null : course.answer().on(),
                by == null ? null : by.date(),
                by != null && by.date().isBefore(calendar.today()),
                course.issued() == null ? null : course.issued().on(),
                course.issued() == null ? null : course.issued().mode(),
                came.stream()
                        .map(outcome -> new OpinionBrief.Badge(outcome.kind(), outcome.level()))
                        .distinct()
                        .toList(),
                report.upward().sentOn() != null,
                report.upward().status(),
                report.importRef() != null,
                report.updatedAt(),
                can(report, OpinionFlow.facts(report, Standing.NONE), caller));
    }

    /** A row of the register; whoever reads it is of the office. */
    OutcomeView outcome(Outcomes.Row row) {
        var report = reports.get(row.outcome().reportId());
        return outcome(row.outcome(), row.title(), report, Caller.current(), flow.rules());
    }

    private static OutcomeView outcome(
            Outcome outcome, @Nullable String title, OpinionReport report, Caller caller, OpinionRules rules) {
        var office = OpinionPolicy.readsAll(caller);
        var shown = office || outcome.kind() != Outcome.Kind.INSTRUCTION;
        var can = new ArrayList<String>();
        var reads = OpinionPolicy.readsInstructions(caller, rules.instructionReaders());
        if (outcome.instructed() && reads) {
            can.add("read-instruction");
        }
        if (OpinionPolicy.worksHere(caller) && caller.mayWrite() && outcome.echoedFrom() == null) {
            can.add("remove");
        }
        return new OutcomeView(
                outcome.id(),
                report.id(),
                title,
                outcome.kind(),
                outcome.level(),
                shown ? outcome.on() : null,
                shown ? outcome.who() : null,
                office ? outcome.note() : null,
                office && (reads || outcome.kind() != Outcome.Kind.INSTRUCTION) ? outcome.fileId() : null,
                outcome.echoedFrom(),
                can);
    }

    private static @Nullable String reasonText(@Nullable String code, OpinionRules rules) {
        return rules.notUsedReasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(CodedText::text)
                .findFirst()
                .orElse(code);
    }

    private Text text(OpinionReport report, Caller caller) {
        return report.sealedText() != null && OpinionPolicy.opensSeal(caller, report)
                ? sealed.open(report).text()
                : report.text();
    }

    private static List<String> words(Text text, @Nullable Text edition) {
        return Stream.of(text, edition)
                .filter(Objects::nonNull)
                .flatMap(each -> each.all().stream())
                .toList();
    }

    private @Nullable Text edition(OpinionReport report, Caller caller) {
        return OpinionPolicy.seesEdition(caller, report)
                ? reports.edition(report.id()).orElse(null)
                : null;
    }

    private List<Coauthor> coauthors(OpinionReport report, Caller caller) {
        var contacts = OpinionPolicy.seesContacts(caller, report);
        return reports.coauthors(report.id()).stream()
                .map(each -> new Coauthor(each.seatId(), each.name(), contacts ? each.contact() : null))
                .toList();
    }

    /** For a draft as it stands now; afterwards as it was compared. */
    private SameProposal.@Nullable Twin twin(OpinionReport report) {
        var found = report.status() == OpinionStatus.DRAFT
                ? sameProposal.find(report.author().seat(), report.text())
                : sameProposal.get(report.course().sameAsProposal());
        return found.orElse(null);
    }

    private @Nullable DueDate answerBy(OpinionReport report, OpinionRules rules) {
        var intake = report.intake();
        return intake == null
                        || report.course().answer() != null
                        || !report.status().awaitsAnswer()
                ? null
                : calendar.workingDays().due(intake.on(), rules.answerWithin());
    }

    /** The buttons that a screen draws: what the policy allows and the workflow permits. */
    private static List<String> can(OpinionReport report, Facts facts, Caller caller) {
        var can = new ArrayList<String>();
        if (report.status() == OpinionStatus.DRAFT && OpinionPolicy.writes(caller, report)) {
            can.add("edit");
            if (report.intake() == null) {
                can.add("delete");
            }
        }
        var own = OpinionPolicy.writtenBy(caller, report);
        if (report.status() == OpinionStatus.EDITING && OpinionPolicy.edits(caller) && caller.mayWrite() && !own) {
            can.add("edit-edition");
        }
        for (var move : OpinionSteps.offered()) {
            if (!(own && OpinionPolicy.judges(move))
                    && OpinionPolicy.allows(caller, move, report)
                    && permits(report.status(), move, facts)) {
                can.add(OpinionSteps.name(move));
            }
        }
        if (report.status().standsIssued() && OpinionPolicy.worksHere(caller) && caller.mayWrite()) {
            can.add("add-outcome");
        }
        return can;
    }

    private static boolean permits(OpinionStatus status, OpinionMove move, Facts facts) {
        try {
            status.after(move, facts);
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }

    private Map<UUID, String> names(OpinionReport report) {
        Set<UUID> seats = new HashSet<>();
        for (var seat : new @Nullable UUID[] {
            report.author().seat(), report.author().enteredBy(), report.course().takenBy()
        }) {
            if (seat != null) {
                seats.add(seat);
            }
        }
        return reports.names(seats);
    }
}
