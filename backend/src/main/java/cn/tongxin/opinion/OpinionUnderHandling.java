package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_EDITION;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.HandledSubject;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Matter;
import cn.tongxin.history.History;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What handling asks of opinion reports and tells them. A unit works from the text as it was issued. */
@Singleton
class OpinionUnderHandling implements HandledSubject {
    private final OpinionReports reports;
    private final OpinionFlow flow;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    OpinionUnderHandling(OpinionReports reports, OpinionFlow flow, Calendar calendar, History history, Clock clock) {
        this.reports = reports;
        this.flow = flow;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String type() {
        return OpinionReport.SUBJECT;
    }

    @Override
    public Map<UUID, Matter> matters(Collection<UUID> ids) {
        var found = reports.get(ids);
        var editions = reports.editions(ids);
        var names = reports.names(found.stream()
                .map(report -> report.author().seat())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream().collect(Collectors.toMap(OpinionReport::id, report -> {
            var text = editions.getOrDefault(report.id(), report.text());
            var seat = report.author().seat();
            return new Matter(
                    report.id(),
                    text.title(),
                    null,
                    seat == null ? "" : names.getOrDefault(seat, ""),
                    seat == null ? Set.of() : Set.of(seat),
                    null,
                    text.situation(),
                    text.analysis(),
                    "",
                    List.of(text.suggestions()),
                    null,
                    false,
                    report.course().closedOn());
        }));
    }

    /** By the title that was issued: what the author had written is not the units' to look through. */
    @Override
    public Condition saying(Field<UUID> id, String words, Select<Record1<UUID>> among) {
        var title = DSL.coalesce(OPINION_EDITION.TITLE, OPINION_REPORT.TITLE);
        return id.in(DSL.select(OPINION_REPORT.ID)
                .from(OPINION_REPORT)
                .leftJoin(OPINION_EDITION)
                .on(OPINION_EDITION.REPORT_ID.eq(OPINION_REPORT.ID))
                .where(OPINION_REPORT.ID.in(among))
                .and(DSL.and(Arrays.stream(words.strip().split("\\s+"))
                        .map(title::containsIgnoreCase)
                        .toList())));
    }

    @Override
    public void replied(UUID id) {
        follow(id);
    }

    @Override
    public void returned(UUID id) {
        follow(id);
    }

    @Override
    public void reviewed(UUID id) {
        follow(id);
    }

    /** Nobody is asked what he thinks of a reply. */
    @Override
    public boolean isRated() {
        return false;
    }

    @Override
    public void rated(UUID id) {}

    /** The row is locked first, so that of two units that reply at once the second sees the first. */
    private void follow(UUID id) {
        reports.lock(List.of(id));
        var report = reports.get(id);
        var move = new OpinionMove.Followed();
        var to = report.status().after(move, flow.facts(report));
        if (to == report.status()) {
            return;
        }
        var deed = new Deed(Caller.current().seat(), calendar.today(), clock.instant(), false);
        var moved = flow.carryOut(report, move, deed);
        history.record(OpinionLines.of(move, report, moved));
    }
}
