package cn.tongxin.evidence;

import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Breaks figures of opinion reports down by whose they are, by the condition that counts and lists them: parts make the whole. */
@Singleton
public class OpinionAuthors {
    private final DSLContext sql;

    OpinionAuthors(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Whose reports are counted together: one organisation's, or all of a kind of author.
     *
     * @param organization its seat; absent for every other kind
     */
    public record Whose(String authorKind, @Nullable UUID organization) {}

    /**
     * Several figures by author, in the order of the counts; whoever has nothing that counts is not there. What several wrote is
     * its author's, and is counted once.
     */
    public Map<Whose, List<Long>> of(List<Count> counts, Period period) {
        Evidence.planAnew(sql);
        var found = new HashMap<Whose, List<Long>>();
        for (var kind : counts.stream().map(Count::kind).distinct().toList()) {
            tally(kind, counts, period, found);
        }
        found.values().removeIf(numbers -> numbers.stream().allMatch(n -> n == 0));
        return found;
    }

    private void tally(EvidenceKind kind, List<Count> counts, Period period, Map<Whose, List<Long>> found) {
        var asked = counts.stream().filter(count -> count.kind() == kind).toList();
        var organization =
                DSL.when(OPINION_REPORT.AUTHOR_KIND.eq(DSL.inline("ORGANIZATION")), OPINION_REPORT.AUTHOR_ID);
        var select = new ArrayList<Field<?>>(List.of(OPINION_REPORT.AUTHOR_KIND, organization));
        asked.forEach(count -> select.add(Evidence.measured(count)));
        sql.select(select)
                .from(Evidence.from(kind, period.basis())
                        .join(OPINION_REPORT)
                        .on(OPINION_REPORT.ID.eq(
                                kind == EvidenceKind.OPINION_OUTCOME ? Evidence.LINK : Evidence.SOURCE)))
                .where(Evidence.in(period))
                .groupBy(OPINION_REPORT.AUTHOR_KIND, organization)
                .forEach(row -> {
                    var numbers = found.computeIfAbsent(
                            new Whose(row.get(OPINION_REPORT.AUTHOR_KIND), row.get(1, UUID.class)),
                            _ -> new ArrayList<>(Collections.nCopies(counts.size(), 0L)));
                    for (var i = 0; i < asked.size(); i++) {
                        numbers.set(counts.indexOf(asked.get(i)), row.get(i + 2, Long.class));
                    }
                });
    }
}
