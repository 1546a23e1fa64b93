package cn.tongxin.indicator;

import static cn.tongxin.db.cell.Tables.ORGANIZATION;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.evidence.Count;
import cn.tongxin.evidence.OpinionAuthors;
import cn.tongxin.evidence.OpinionAuthors.Whose;
import cn.tongxin.evidence.Period;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The notice of use by organisation (domain §3.2): what came of each organisation's reports in a period. Its figures are those of
 * the indicators {@code opinion.submitted}, {@code opinion.issued}, {@code opinion.used_*} and {@code opinion.instructions_*}, by
 * their own counts over the same evidence, so that the lines make the figure: submitted and issued belong to the period in which
 * the report came in, use and instructions to the one in which they happened.
 */
@Singleton
class UsageNotice {
    private static final List<List<Count>> COUNTS = List.of(
            List.of(count("opinion.submitted")),
            List.of(count("opinion.issued")),
            List.of(count("opinion.used_county")),
            List.of(count("opinion.used_prefecture")),
            List.of(count("opinion.used_province")),
            List.of(count("opinion.used_national")),
            Stream.of("county", "prefecture", "province", "national")
                    .map(level -> count("opinion.instructions_" + level))
                    .toList());
    private static final List<Count> ASKED =
            COUNTS.stream().flatMap(List::stream).toList();
    private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0);

    private final OpinionAuthors authors;
    private final DSLContext sql;

    UsageNotice(OpinionAuthors authors, DSLContext sql) {
        this.authors = authors;
        this.sql = sql;
    }

    /** Whose reports a line is about: one organisation's, or those of all members, informants or stations together. */
    enum By {
        ORGANIZATION,
        MEMBER,
        INFORMANT,
        STATION
    }

    /**
     * What came of the reports.
     *
     * @param submitted reports, as {@code issued}
     * @param usedCounty how often they were used at a level; a report may be used at several, and more than once
     * @param instructed how many instructions they got, at whichever level
     */
    @Serdeable
    @Schema(name = "UsageFigures")
    record Figures(
            long submitted,
            long issued,
            long usedCounty,
            long usedPrefecture,
            long usedProvince,
            long usedNational,
            long instructed) {
        Figures plus(Figures other) {
            return new Figures(
                    submitted + other.submitted,
                    issued + other.issued,
                    usedCounty + other.usedCounty,
                    usedPrefecture + other.usedPrefecture,
                    usedProvince + other.usedProvince,
                    usedNational + other.usedNational,
                    instructed + other.instructed);
        }

        /** In the order of the columns. */
        List<Long> numbers() {
            return List.of(submitted, issued, usedCounty, usedPrefecture, usedProvince, usedNational, instructed);
        }
    }

    /** A line of the notice; only an organisation has a seat and a name of its own. */
    @Serdeable
    @Schema(name = "UsageLine")
    record Line(
            By by, @Nullable UUID organizationId, @Nullable String name, Figures figures) {}

    /** The lines, and their sum, which is the committee's own figure. */
    @Serdeable
    @Schema(name = "UsageNotice")
    record Table(List<Line> lines, Figures total) {}

    /** Parties, then organisations, then special committees, each by name, and after them everybody else: no order of merit. */
    Table of(Period period) {
        var counted = authors.of(ASKED, period);
        var lines = new ArrayList<>(organizations(counted));
        for (var by : List.of(By.MEMBER, By.INFORMANT, By.STATION)) {
            var numbers = counted.get(new Whose(by.name(), null));
            if (numbers != null) {
                lines.add(new Line(by, null, null, figures(numbers)));
            }
        }
        return new Table(lines, lines.stream().map(Line::figures).reduce(NOTHING, Figures::plus));
    }

    private List<Line> organizations(Map<Whose, List<Long>> counted) {
        var byId = counted.entrySet().stream()
                .filter(entry -> entry.getKey().organization() != null)
                .collect(Collectors.toMap(
                        entry -> Objects.requireNonNull(entry.getKey().organization()), Map.Entry::getValue));
        var kind = DSL.case_(ORGANIZATION.KIND)
                .when("PARTY", 1)
                .when("ORGANIZATION", 2)
                .when("SPECIAL_COMMITTEE", 3)
                .otherwise(2);
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.SEAT_ID.eq(SEAT.ID))
                .where(SEAT.ID.in(byId.keySet()))
                .orderBy(kind, SEAT.NAME.collate(DSL.collation(DSL.quotedName("zh-x-icu"))), SEAT.ID)
                .fetch(row -> new Line(
                        By.ORGANIZATION,
                        row.value1(),
                        row.value2(),
                        figures(Objects.requireNonNull(byId.get(row.value1())))));
    }

    private static Figures figures(List<Long> numbers) {
        var sums = COUNTS.stream()
                .map(counts -> counts.stream()
                        .mapToLong(count -> numbers.get(ASKED.indexOf(count)))
                        .sum())
                .toList();
        return new Figures(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4), sums.get(5), sums.get(6));
    }

    private static Count count(String indicator) {
        return Indicator.get(indicator).part();
    }
}
