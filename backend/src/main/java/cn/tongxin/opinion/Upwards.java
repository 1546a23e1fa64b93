package cn.tongxin.opinion;

import cn.tongxin.committee.Settings;
import cn.tongxin.dispatch.Post;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.opinion.OpinionReport.Upward;
import cn.tongxin.opinion.OpinionReport.Urgency;
import cn.tongxin.storage.TravellingFiles;
import cn.tongxin.storage.TravellingFiles.Enclosure;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes up and what comes back: a copy to the committee above, and what it did with its copy to the one below. */
@Singleton
class Upwards {
    private final OpinionReports reports;
    private final Outcomes outcomes;
    private final TravellingFiles files;
    private final Post post;
    private final Settings settings;

    Upwards(OpinionReports reports, Outcomes outcomes, TravellingFiles files, Post post, Settings settings) {
        this.reports = reports;
        this.outcomes = outcomes;
        this.files = files;
        this.post = post;
        this.settings = settings;
    }

    /** A report as it was issued, with what hangs on it; who sent it, the letter says. The authors are told by name; how to reach them stays below. */
    @Serdeable
    record Copy(
            UUID reportId,
            Kind kind,
            Text text,
            List<String> authors,
            @Nullable String topic,
            Urgency urgency,
            @Nullable List<Enclosure> files) {
        static final String LETTER = "opinion.copy";
    }

    /** How the copy stands above. Of an instruction it says that there is one, at which level; never its words or whose they are. */
    @Serdeable
    record Echo(
            UUID reportId,
            OpinionStatus status,
            @Nullable String reason,
            @Nullable String comment,
            List<Came> came) {
        static final String LETTER = "opinion.echo";
    }

    /** An outcome in the terms of an echo. */
    @Serdeable
    record Came(UUID id, Outcome.Kind kind, Outcome.Level level, LocalDate on) {}

    OpinionReport send(OpinionReport report, LocalDate on) {
        var self = reports.self();
        if (self.parent() == null) {
            throw Refusal.conflict("opinion.no-parent", "There is no committee above this one.");
        }
        post.send(
                self.parent(),
                Copy.LETTER,
                new Copy(
                        report.id(),
                        report.kind(),
                        reports.edition(report.id()).orElse(report.text()),
                        authors(report),
                        settings.opinionRules().topicName(report.marks().topic()),
                        report.marks().urgency(),
                        files.of(OpinionReport.SUBJECT, report.id())));
        return report.upwardNow(new Upward(on, self.parent(), null, null));
    }

    /** Nothing where the report is the committee's own. */
    void echo(OpinionReport report) {
        var origin = report.origin();
        if (origin == null) {
            return;
        }
        var answer = report.course().answer();
        post.send(
                origin.code(),
                Echo.LETTER,
                new Echo(
                        origin.reportId(),
                        report.status(),
                        answer == null ? null : answer.reason(),
                        answer == null ? null : answer.comment(),
                        came(report)));
    }

    /** The outcomes there, and that it was issued there: it is used at that committee's level. What was withdrawn has none. */
    private List<Came> came(OpinionReport report) {
        var issued = report.course().issued();
        if (issued == null || !report.status().standsIssued()) {
            return List.of();
        }
        var came = new ArrayList<Came>();
        var level = Outcome.Level.valueOf(reports.self().level());
        came.add(new Came(report.id(), Outcome.Kind.USED, level, issued.on()));
        outcomes.of(List.of(report.id())).getOrDefault(report.id(), List.of()).stream()
                .map(o -> new Came(o.id(), o.kind(), o.level(), o.on()))
                .forEach(came::add);
        return came;
    }

    private List<String> authors(OpinionReport report) {
        var names = new ArrayList<String>();
        var seat = report.author().seat();
        if (seat != null) {
            names.add(reports.names(List.of(seat)).getOrDefault(seat, ""));
        }
        reports.coauthors(report.id()).forEach(author -> names.add(author.name()));
        return names;
    }
}
