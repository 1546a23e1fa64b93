package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.link.Converter;
import cn.tongxin.link.Convertible;
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
import cn.tongxin.opinion.OpinionReports.Coauthor;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/**
 * Takes a proposal over that was not filed and whose proponent agreed (domain §3.1): a report of the same people, handed in with
 * that consent, so that the office owes them an answer as it does to any other.
 */
@Singleton
class FromProposals implements Converter {
    private final OpinionReports reports;
    private final OpinionFinding finding;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    FromProposals(OpinionReports reports, OpinionFinding finding, Calendar calendar, History history, Clock clock) {
        this.reports = reports;
        this.finding = finding;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String type() {
        return OpinionReport.SUBJECT;
    }

    @Override
    public UUID take(Convertible matter) {
        var now = clock.instant();
        var today = calendar.today();
        var report = new OpinionReport(
                Ids.next(),
                1,
                OpinionStatus.SUBMITTED,
                Kind.REPORT,
                new Author(matter.ofBody() ? AuthorKind.ORGANIZATION : AuthorKind.MEMBER, matter.author(), null),
                new Text(
                        matter.title(), matter.situation(), matter.analysis(), String.join("\n", matter.suggestions())),
                null,
                new Marks(null, Urgency.NORMAL, Confidentiality.INTERNAL, matter.openToPublic(), null, null),
                null,
                new Intake(
                        calendar.sessionPeriods()
                                .on(today)
                                .map(PlenarySession::id)
                                .orElse(null),
                        now,
                        today),
                Course.NONE,
                Upward.NONE,
                null,
                null,
                null,
                now,
                now);
        reports.insert(report);
        var names = reports.names(matter.signers());
        reports.insertCoauthors(
                report.id(),
                matter.signers().stream()
                        .map(seat -> new Coauthor(seat, names.getOrDefault(seat, ""), null))
                        .toList());
        finding.follow(report);
        history.record(
                Line.of("opinion.submitted", OpinionReport.SUBJECT, report.id()).moved(null, report.status()));
        return report.id();
    }
}
