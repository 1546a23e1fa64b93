package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.dispatch.Letter;
import cn.tongxin.dispatch.Recipient;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.opinion.OpinionReport.Upward;
import cn.tongxin.tenancy.Committees;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hears from above what became of a copy, and passes it on below where the report is itself a copy. */
@Singleton
class EchoInbox implements Recipient {
    private static final String CORRECTED = "上级已更正";

    private final OpinionReports reports;
    private final Outcomes outcomes;
    private final Upwards upwards;
    private final Committees committees;
    private final Calendar calendar;
    private final History history;
    private final JsonMapper json;
    private final Clock clock;

    EchoInbox(
            OpinionReports reports,
            Outcomes outcomes,
            Upwards upwards,
            Committees committees,
            Calendar calendar,
            History history,
            JsonMapper json,
            Clock clock) {
        this.reports = reports;
        this.outcomes = outcomes;
        this.upwards = upwards;
        this.committees = committees;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Upwards.Echo.LETTER;
    }

    /** Only the committee that the report was sent to is heard. */
    @Override
    public void receive(UUID sender, Letter letter) {
        var echo = letter.read(json, Upwards.Echo.class);
        var from = committees.find(sender).orElseThrow(() -> new IllegalStateException("A letter from nowhere."));
        reports.find(echo.reportId())
                .filter(report -> from.code().equals(report.upward().to()))
                .ifPresent(report -> hear(report, echo, from.name()));
    }

    private void hear(OpinionReport report, Upwards.Echo echo, String from) {
        var before = report.upward();
        var next = report.upwardNow(new Upward(before.sentOn(), before.to(), echo.status(), calendar.today()))
                .nextVersion(clock.instant());
        reports.update(next);
        if (before.status() != echo.status()) {
            history.record(Line.of("opinion.upper-status", OpinionReport.SUBJECT, report.id())
                    .with("from", from)
                    .with("upper", echo.status())
                    .with("answerReason", echo.reason())
                    .with("reason", echo.comment()));
        }
        takeOver(next, echo, from);
        upwards.echo(next);
    }

    private void takeOver(OpinionReport report, Upwards.Echo echo, String from) {
        var there = echo.came().stream().map(Upwards.Came::id).collect(Collectors.toSet());
        for (var known : outcomes.of(List.of(report.id())).getOrDefault(report.id(), List.of())) {
            if (known.echoedFrom() != null && !there.contains(known.id())) {
                outcomes.remove(known.id(), CORRECTED, calendar.today());
                history.record(OutcomeActions.line("opinion.outcome-removed", known));
            }
        }
        for (var came : echo.came()) {
            var outcome = new Outcome(
                    came.id(),
                    report.id(),
                    came.kind(),
                    came.level(),
                    came.on(),
                    came.kind() == Outcome.Kind.INSTRUCTION ? "" : from,
                    null,
                    null,
                    false,
                    from,
                    null,
                    null,
                    clock.instant());
            if (outcomes.insert(outcome, null, null, false)) {
                history.record(OutcomeActions.line("opinion.outcome-recorded", outcome));
            }
        }
    }
}
