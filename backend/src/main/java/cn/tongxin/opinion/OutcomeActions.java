package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.shared.Words;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office notes what came of an issued report, months later too, and strikes out what was noted by mistake. */
@Singleton
class OutcomeActions {
    private static final int WHO_MAX = 60;
    private static final int NOTE_MAX = 500;
    private static final int INSTRUCTION_MAX = 2_000;

    private final Outcomes outcomes;
    private final OpinionFlow flow;
    private final OpinionReports reports;
    private final OpinionViews views;
    private final Upwards upwards;
    private final StoredFiles files;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    OutcomeActions(
            Outcomes outcomes,
            OpinionFlow flow,
            OpinionReports reports,
            OpinionViews views,
            Upwards upwards,
            StoredFiles files,
            Calendar calendar,
            History history,
            Clock clock) {
        this.outcomes = outcomes;
        this.flow = flow;
        this.reports = reports;
        this.views = views;
        this.upwards = upwards;
        this.files = files;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    OpinionView add(UUID reportId, OutcomeController.NewOutcome body) {
        var report = flow.getVisible(reportId);
        var caller = Caller.current();
        OpinionPolicy.checkWorks(caller);
        if (!report.status().standsIssued()) {
            throw Refusal.conflict("opinion.move-not-allowed", "Only an issued report has outcomes.")
                    .with("state", report.status());
        }
        check(body, report, caller);
        var id = Ids.orNext(body.id());
        var there = outcomes.find(id);
        if (there.isPresent()) {
            if (!there.get().reportId().equals(reportId)) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return views.of(report);
        }
        var outcome = new Outcome(
                id,
                reportId,
                Objects.requireNonNull(body.kind()),
                Objects.requireNonNull(body.level()),
                Objects.requireNonNull(body.on()),
                Words.said(body.who()),
                body.note(),
                body.fileId(),
                body.instruction() != null,
                null,
                null,
                null,
                clock.instant());
        if (!outcomes.insert(outcome, body.instruction(), caller.seatId(), false)) {
            throw Refusal.conflict("outcome.duplicate", "This is noted already: the same by the same on the same day.")
                    .field("who");
        }
        history.record(line("opinion.outcome-recorded", outcome));
        upwards.echo(report);
        return views.of(report);
    }

    @Transactional
    OpinionView remove(UUID id, @Nullable String reason) {
        var outcome = outcomes.get(id);
        var report = flow.getVisible(outcome.reportId());
        OpinionPolicy.checkWorks(Caller.current());
        OpinionTexts.checkWords(reason, true);
        if (outcome.removedOn() != null || outcome.echoedFrom() != null) {
            throw Refusal.conflict(
                    "outcome.not-ours", "It is struck out already, or was noted by the committee above.");
        }
        outcomes.remove(id, Objects.requireNonNull(reason), calendar.today());
        history.record(line("opinion.outcome-removed", outcome).with("reason", reason));
        upwards.echo(report);
        return views.of(reports.get(report.id()));
    }

    /** Kind and level, never whose words and which. */
    static Line line(String kind, Outcome outcome) {
        return Line.of(kind, OpinionReport.SUBJECT, outcome.reportId())
                .with("outcome", outcome.kind())
                .with("level", outcome.level())
                .with("from", outcome.echoedFrom());
    }

    private void check(OutcomeController.NewOutcome body, OpinionReport report, Caller caller) {
        var on = body.on();
        new Fields()
                .required("kind", body.kind())
                .required("level", body.level())
                .required("on", on)
                .check("on", on == null || !on.isAfter(calendar.today()), "in-future", "Not after today.")
                .maxLength("who", body.who(), WHO_MAX)
                .check(
                        "who",
                        body.kind() != Outcome.Kind.INSTRUCTION
                                || (body.who() != null
                                        && !Words.said(body.who()).isEmpty()),
                        "required",
                        "Whose instruction it is.")
                .maxLength("note", body.note(), NOTE_MAX)
                .maxLength("instruction", body.instruction(), INSTRUCTION_MAX)
                .check(
                        "instruction",
                        body.instruction() == null || body.kind() == Outcome.Kind.INSTRUCTION,
                        "not-expected",
                        "Only an instruction has words of its own.")
                .orRefuse();
        var issued = Objects.requireNonNull(report.course().issued()).on();
        if (Objects.requireNonNull(on).isBefore(issued)) {
            throw Refusal.unprocessable("outcome.before-issue", "The report was issued on " + issued + " only.")
                    .field("on");
        }
        if (body.fileId() != null
                && files.find(body.fileId())
                        .filter(file -> file.isOf(caller.seat()))
                        .isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
