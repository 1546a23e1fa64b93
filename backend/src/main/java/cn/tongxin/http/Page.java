package cn.tongxin.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list. {@code next} is the cursor of the following page, absent on the last; {@code total} is counted only
 * when the client asks with {@code count=true}.
 */
@Serdeable
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** How many rows to show when the client said {@code limit}. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Refusal.badRequest("page.limit", "A page has 1 to " + MAX_LIMIT + " rows.")
                    .field("limit");
        }
        return asked;
    }

    /**
     * How many rows a page reads: one more than it shows, to know whether there is a next. It stands in the SQL itself, because
     * PostgreSQL keeps no plan for a limit that it does not know, and planning such a list takes longer than reading it.
     */
    public static Param<Integer> rows(int limit) {
        return DSL.inline(limit + 1);
    }

    /** Cuts rows that were read with {@link #rows} down to a page; the cursor comes from its last row. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, null);
        }
        var shown = rows.subList(0, limit);
        return new Page<>(List.copyOf(shown), cursor.apply(shown.getLast()).encode(), null);
    }

    public Page<T> counted(@Nullable Long count) {
        return new Page<>(items, next, count);
    }

    public <U> Page<U> map(Function<T, U> each) {
        return new Page<>(items.stream().map(each).toList(), next, total);
    }
}
