package cn.tongxin.search;

import static cn.tongxin.db.cell.Tables.SEARCH_DOCUMENT;
import static cn.tongxin.db.cell.Tables.SEARCH_TOKEN;

import cn.tongxin.tenancy.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How much a text shares with others of its committee: the overlap of tokens, each weighing more the fewer texts have it.
 * Tokens in more than 2 % of the texts say nothing and are left out.
 */
@Singleton
public class Similarity {
    /** So many of the rarest tokens decide. */
    private static final int DECIDING = 64;

    /** Among few texts 2 % would be none. */
    private static final int COMMON_FROM = 20;

    private static final double LEAST = 0.2;

    private final DSLContext sql;
    private final Cache<Counted, Integer> counts;

    Similarity(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.counts = Caffeine.newBuilder()
                .maximumSize(300_000)
                .expireAfterWrite(Duration.ofHours(1))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** In how many texts a token stands; remembered for an hour, since it changes slowly. The empty token counts the texts. */
    private record Counted(UUID committee, String type, String token) {}

    /** A text that shares much: {@code share} is between 0 and 1. */
    public record Similar(UUID id, double share) {}

    /** The most similar first, those alone that share a fifth or more. */
    public List<Similar> to(String type, String title, String text, int most) {
        var tokens = new LinkedHashSet<>(Tokens.of(Search.beginning(title)));
        tokens.addAll(Tokens.of(Search.beginning(text)));
        if (tokens.isEmpty()) {
            return List.of();
        }
        var documents = documents(type);
        var common = Math.max(COMMON_FROM, documents / 50);
        var known = count(type, tokens, common + 1);
        var deciding = tokens.stream()
                .filter(token -> known.getOrDefault(token, 0) <= common)
                .sorted(Comparator.comparingInt(token -> known.getOrDefault(token, 0)))
                .toList();
        var whole = deciding.stream()
                .mapToDouble(token -> weight(known.getOrDefault(token, 0), documents))
                .sum();
        var there = deciding.stream()
                .filter(token -> known.getOrDefault(token, 0) > 0)
                .limit(DECIDING)
                .toList();
        if (there.isEmpty()) {
            return List.of();
        }
        return overlap(type, there, known, documents, LEAST * whole, most).stream()
                .map(found -> new Similar(found.id, Math.min(1, found.share / whole)))
                .toList();
    }

    /** A token that stands in no text yet weighs like one that stands in one. */
    private static double weight(int count, int documents) {
        return Math.log(1.0 + (double) documents / Math.max(1, count));
    }

    private List<Similar> overlap(
            String type, List<String> tokens, Map<String, Integer> known, int documents, double least, int most) {
        var weights = tokens.stream()
                .map(token -> weight(known.getOrDefault(token, 0), documents))
                .toArray(Double[]::new);
        return sql.fetch(
                        """
                        select t.subject_id, sum(w.weight)
                          from unnest({0}::text[], {1}::float8[]) as w (token, weight)
                          join search_token t on t.subject_type = {2} and t.token = w.token
                         group by t.subject_id
                        having sum(w.weight) >= {4}
                         order by 2 desc, 1
                         limit {3}
                        """,
                        DSL.val(tokens.toArray(new String[0])),
                        DSL.val(weights),
                        DSL.val(type),
                        DSL.inline(most),
                        DSL.val(least))
                .map(row -> new Similar(row.get(0, UUID.class), row.get(1, Double.class)));
    }

    private int documents(String type) {
        return counts.get(
                new Counted(Caller.current().committeeId(), type, ""),
                _ -> sql.fetchCount(
                        sql.selectOne().from(SEARCH_DOCUMENT).where(SEARCH_DOCUMENT.SUBJECT_TYPE.eq(type))));
    }

    private Map<String, Integer> count(String type, Collection<String> tokens, int most) {
        var committee = Caller.current().committeeId();
        var known = new HashMap<String, Integer>();
        var unknown = new ArrayList<String>();
        for (var token : tokens) {
            var count = counts.getIfPresent(new Counted(committee, type, token));
            if (count == null) {
                unknown.add(token);
            } else {
                known.put(token, count);
            }
        }
        if (!unknown.isEmpty()) {
            var token = DSL.field("w.token", SQLDataType.VARCHAR);
            var some = DSL.selectOne()
                    .from(SEARCH_TOKEN)
                    .where(SEARCH_TOKEN.SUBJECT_TYPE.eq(type))
                    .and(SEARCH_TOKEN.TOKEN.eq(token))
                    .limit(most);
            sql.select(token, DSL.field(DSL.selectCount().from(some)))
                    .from("unnest({0}::text[]) as w (token)", DSL.val(unknown.toArray(new String[0])))
                    .forEach(row -> {
                        known.put(row.value1(), row.value2());
                        // What no text has may be in the next one.
                        if (row.value2() > 0) {
                            counts.put(new Counted(committee, type, row.value1()), row.value2());
                        }
                    });
        }
        return known;
    }
}
