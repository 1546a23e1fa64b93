package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.dispatch.Letter;
import cn.tongxin.dispatch.Recipient;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.opinion.OpinionReport.Author;
import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Confidentiality;
import cn.tongxin.opinion.OpinionReport.Course;
import cn.tongxin.opinion.OpinionReport.Intake;
import cn.tongxin.opinion.OpinionReport.Marks;
import cn.tongxin.opinion.OpinionReport.Origin;
import cn.tongxin.opinion.OpinionReport.Upward;
import cn.tongxin.opinion.OpinionReports.Coauthor;
import cn.tongxin.shared.Ids;
import cn.tongxin.storage.TravellingFiles;
import cn.tongxin.storage.TravellingFiles.Enclosure;
import cn.tongxin.tenancy.Committees;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes the copies that committees below send up: each lies in the queue like any other report, with where it came from. */
@Singleton
class CopyInbox implements Recipient {
    private final OpinionReports reports;
    private final OpinionFinding finding;
    private final TravellingFiles files;
    private final Upwards upwards;
    private final Committees committees;
    private final Calendar calendar;
    private final History history;
    private final JsonMapper json;
    private final Clock clock;

    CopyInbox(
            OpinionReports reports,
            OpinionFinding finding,
            TravellingFiles files,
            Upwards upwards,
            Committees committees,
            Calendar calendar,
            History history,
            JsonMapper json,
            Clock clock) {
        this.reports = reports;
        this.finding = finding;
        this.files = files;
        this.upwards = upwards;
        this.committees = committees;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Upwards.Copy.LETTER;
    }

    @Override
    public List<Enclosure> encloses(Letter letter) {
        return Objects.requireNonNullElse(letter.read(json, Upwards.Copy.class).files(), List.of());
    }

    @Override
    public void receive(UUID sender, Letter letter) {
        var copy = letter.read(json, Upwards.Copy.class);
        var from = committees.find(sender).orElseThrow(() -> new IllegalStateException("A letter from nowhere."));
        var now = clock.instant();
        var today = calendar.today();
        var session =
                calendar.sessionPeriods().on(today).map(PlenarySession::id).orElse(null);
        var report = new OpinionReport(
                Ids.next(),
                1,
                OpinionStatus.SUBMITTED,
                copy.kind(),
                new Author(AuthorKind.COMMITTEE, null, null),
                copy.text(),
                null,
                new Marks(copy.topic(), copy.urgency(), Confidentiality.INTERNAL, false, null, null),
                null,
                new Intake(session, now, today),
                Course.NONE,
                Upward.NONE,
                new Origin(sender, from.code(), from.name(), copy.reportId()),
                null,
                null,
                now,
                now);
        if (!reports.insert(report)) {
            return;
        }
        reports.insertCoauthors(
                report.id(),
                copy.authors().stream()
                        .map(name -> new Coauthor(null, name, null))
                        .toList());
        files.hang(OpinionReport.SUBJECT, report.id(), encloses(letter), now);
        finding.follow(report);
        history.record(Line.of("opinion.received", OpinionReport.SUBJECT, report.id())
                .moved(null, report.status())
                .with("from", from.name()));
        upwards.echo(report);
    }
}
