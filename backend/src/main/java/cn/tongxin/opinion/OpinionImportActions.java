package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.CodedText;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.committee.ReasonCodes;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.Author;
import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Confidentiality;
import cn.tongxin.opinion.OpinionReport.Course;
import cn.tongxin.opinion.OpinionReport.Intake;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.Marks;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.opinion.OpinionReport.Upward;
import cn.tongxin.opinion.OpinionReport.Urgency;
import cn.tongxin.shared.Ids;
import cn.tongxin.shared.Words;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings in what an office knows of its earlier reports, checked as a clerk's input is checked. */
@Singleton
class OpinionImportActions {
    private final OpinionReports reports;
    private final OpinionFinding finding;
    private final Outcomes outcomes;
    private final OpinionFlow flow;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    OpinionImportActions(
            OpinionReports reports,
            OpinionFinding finding,
            Outcomes outcomes,
            OpinionFlow flow,
            Calendar calendar,
            History history,
            Clock clock) {
        this.reports = reports;
        this.finding = finding;
        this.outcomes = outcomes;
        this.flow = flow;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    OpinionImport.Report take(@Nullable UUID id, List<OpinionImport.Event> events) {
        OpinionPolicy.checkEdits(Caller.current());
        new Fields()
                .check("events", !events.isEmpty(), "required", "This is needed.")
                .check("events", events.size() <= OpinionImport.MAX_EVENTS, "too-many", "At most 200 at a time.")
                .whole("events", events)
                .orRefuse();
        var importId = Ids.orNext(id);
        var refused = new ArrayList<OpinionImport.Refused>();
        var done = 0;
        for (var index = 0; index < events.size(); index++) {
            try {
                done += take(events.get(index)) ? 1 : 0;
            } catch (Refusal refusal) {
                refused.add(refused(index, events.get(index), refusal));
            }
        }
        if (done > 0) {
            history.record(
                    Line.of("opinion.imported", "opinion_import", importId).with("events", done));
        }
        return new OpinionImport.Report(importId, done, events.size() - done - refused.size(), refused);
    }

    /** False where it is in already. Everything is checked before anything is written. */
    private boolean take(OpinionImport.Event event) {
        var on = event.on();
        new Fields()
                .required("on", on)
                .check("on", on == null || !on.isAfter(calendar.today()), "in-future", "It has not happened yet.")
                .check("on", on == null || on.getYear() >= 1949, "too-early", "There was none yet.")
                .required("ref", event.ref())
                .maxLength("ref", event.ref(), 100)
                .orRefuse();
        var day = Objects.requireNonNull(on);
        return switch (String.valueOf(event.happening())) {
            case "opinion.submit" -> submit(event, day);
            case "opinion.issue" -> issue(event, day);
            case "opinion.retain" -> answer(event, day, OpinionStatus.RETAINED);
            case "opinion.not_use" -> answer(event, day, OpinionStatus.NOT_USED);
            case "opinion.outcome" -> outcome(event, day);
            default ->
                throw Refusal.unprocessable("import.event-unknown", "This event is not known here.")
                        .field("do");
        };
    }

    private boolean submit(OpinionImport.Event event, LocalDate on) {
        var text = new Text(
                Objects.requireNonNullElse(event.title(), "").strip(),
                Objects.requireNonNullElse(event.text(), ""),
                "",
                "");
        OpinionTexts.checkKept(text)
                .required("title", Words.said(text.title()))
                .required("author", event.author())
                .check("author", event.author() != null && isKnown(event.author()), "unknown", "No such seat here.")
                .orRefuse();
        var there = reports.findImported(Objects.requireNonNull(event.ref()));
        if (there.isPresent()) {
            if (!there.get().text().equals(text)
                    || !Objects.equals(there.get().author().seat(), event.author())
                    || !Objects.requireNonNull(there.get().intake()).on().equals(on)) {
                throw differs();
            }
            return false;
        }
        var session = calendar.sessionPeriods().on(on).map(PlenarySession::id).orElse(null);
        var now = clock.instant();
        var report = new OpinionReport(
                Ids.next(),
                1,
                OpinionStatus.SUBMITTED,
                Kind.REPORT,
                new Author(AuthorKind.MEMBER, event.author(), null),
                text,
                null,
                new Marks(null, Urgency.NORMAL, Confidentiality.INTERNAL, false, null, null),
                null,
                new Intake(session, start(on), on),
                Course.NONE,
                Upward.NONE,
                null,
                null,
                event.ref(),
                now,
                now);
        reports.insert(report);
        finding.follow(report);
        return true;
    }

    private boolean issue(OpinionImport.Event event, LocalDate on) {
        new Fields().required("mode", event.mode()).orRefuse();
        var report = known(event, on);
        var issued = report.course().issued();
        if (issued != null) {
            if (!issued.on().equals(on) || issued.mode() != event.mode()) {
                throw differs();
            }
            return false;
        }
        var move = new OpinionMove.Issue(Objects.requireNonNull(event.mode()));
        answer(report, move, OpinionStatus.ISSUED, on);
        return true;
    }

    private boolean answer(OpinionImport.Event event, LocalDate on, OpinionStatus to) {
        new Fields()
                .maxLength("reason", event.reason(), OpinionTexts.REASON_MAX)
                .orRefuse();
        var report = known(event, on);
        var code = flow.rules().notUsedReasons().stream()
                .filter(reason -> reason.text().equals(event.reason()))
                .map(CodedText::code)
                .findFirst()
                .orElse(ReasonCodes.OTHER);
        if (report.status() == to
                && Objects.requireNonNull(report.course().answer()).on().equals(on)) {
            return false;
        }
        var move = to == OpinionStatus.RETAINED
                ? new OpinionMove.Retain(null, code, event.reason(), null)
                : new OpinionMove.NotUse(null, code, event.reason(), null);
        answer(report, move, to, on);
        return true;
    }

    /** What was retained may have been issued later. */
    private void answer(OpinionReport report, OpinionMove move, OpinionStatus to, LocalDate on) {
        var open = report.status() == OpinionStatus.SUBMITTED
                || (report.status() == OpinionStatus.RETAINED && to == OpinionStatus.ISSUED);
        if (!open) {
            throw Refusal.conflict("opinion.move-not-allowed", "A report in " + report.status() + " cannot take this.")
                    .with("state", report.status())
                    .field("do");
        }
        reports.update(report.after(move, to, null, null, on, clock.instant()));
    }

    private boolean outcome(OpinionImport.Event event, LocalDate on) {
        new Fields()
                .required("level", event.level())
                .required("kind", event.kind())
                .maxLength("who", event.who(), 60)
                .orRefuse();
        var report = known(event, on);
        var issued = report.course().issued();
        if (issued == null) {
            throw Refusal.conflict("opinion.move-not-allowed", "Only an issued report has outcomes.")
                    .with("state", report.status())
                    .field("ref");
        }
        if (on.isBefore(issued.on())) {
            throw Refusal.unprocessable("outcome.before-issue", "The report was issued on " + issued.on() + " only.")
                    .field("on");
        }
        return outcomes.insert(
                new Outcome(
                        Ids.next(),
                        report.id(),
                        Objects.requireNonNull(event.kind()),
                        Objects.requireNonNull(event.level()),
                        on,
                        Words.said(event.who()),
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        clock.instant()),
                null,
                Caller.current().seatId(),
                true);
    }

    private OpinionReport known(OpinionImport.Event event, LocalDate on) {
        var report = reports.findImported(Objects.requireNonNull(event.ref()))
                .orElseThrow(() -> Refusal.unprocessable("import.ref-unknown", "No report of this name was brought in.")
                        .field("ref"));
        if (on.isBefore(Objects.requireNonNull(report.intake()).on())) {
            throw Refusal.unprocessable("import.before-submission", "It was not handed in yet on that day.")
                    .field("on");
        }
        return report;
    }

    private boolean isKnown(UUID seat) {
        return reports.seatStatus(List.of(seat)).containsKey(seat);
    }

    private static Refusal differs() {
        return Refusal.conflict("import.differs", "It was brought in before, and differently.")
                .field("ref");
    }

    private static OpinionImport.Refused refused(int index, OpinionImport.Event event, Refusal refusal) {
        var fault = refusal.fields().isEmpty() ? null : refusal.fields().getFirst();
        return new OpinionImport.Refused(
                index,
                event.ref(),
                refusal.code(),
                fault == null ? null : fault.name(),
                fault == null || fault.detail() == null ? String.valueOf(refusal.getMessage()) : fault.detail());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
