package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.search.Findable;
import cn.tongxin.search.Search;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Lets a report be found by its words: what was handed in, and once it is issued what was printed. A draft, a sealed text and
 * the words of an instruction are never among them.
 */
@Singleton
class OpinionFinding {
    private final Search search;
    private final OpinionReports reports;

    OpinionFinding(Search search, OpinionReports reports) {
        this.search = search;
        this.reports = reports;
    }

    /** Called with each step that may change what it says, whose it is, or whether it may be found. */
    void follow(OpinionReport report) {
        if (report.status() == OpinionStatus.DRAFT || report.intake() == null || report.sealedText() != null) {
            search.remove(OpinionReport.SUBJECT, report.id());
            return;
        }
        var printed = report.course().issued() == null
                ? Text.NONE
                : reports.edition(report.id()).orElse(Text.NONE);
        search.put(new Findable(
                OpinionReport.SUBJECT,
                report.id(),
                report.text().title(),
                names(report),
                Stream.of(report.text().paragraphs(), printed.title(), printed.paragraphs())
                        .collect(Collectors.joining("\n"))));
    }

    private List<String> names(OpinionReport report) {
        var names = new ArrayList<String>();
        if (report.author().seat() != null) {
            names.addAll(reports.names(List.of(report.author().seat())).values());
        }
        if (report.origin() != null) {
            names.add(report.origin().name());
        }
        reports.coauthors(report.id()).forEach(each -> names.add(each.name()));
        return names;
    }

    /**
     * Those that have every word. The office sees all that was handed in, and nothing else is indexed: for it the newest are
     * enough for a page. An author looks among his own.
     *
     * @param most how many rows a page needs at most; none where the list is narrowed further or counted
     */
    static Condition matching(Caller caller, String words, @Nullable UUID before, @Nullable Integer most) {
        if (OpinionPolicy.readsAll(caller)) {
            return Search.newest(
                    OPINION_REPORT.ID, OpinionReport.SUBJECT, words, before, most == null ? Integer.MAX_VALUE : most);
        }
        return Search.among(
                OPINION_REPORT.ID,
                OpinionReport.SUBJECT,
                words,
                DSL.select(OPINION_REPORT.ID).from(OPINION_REPORT).where(OpinionReports.visibleTo(caller)));
    }
}
