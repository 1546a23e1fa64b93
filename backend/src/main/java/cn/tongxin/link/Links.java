package cn.tongxin.link;

import static cn.tongxin.db.cell.Tables.LINK;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The links between matters; written inside the move that makes them, read from either end. */
@Singleton
public class Links {
    private final DSLContext sql;

    Links(DSLContext sql) {
        this.sql = sql;
    }

    public void add(LinkKind kind, String fromType, UUID from, String toType, UUID to, Instant at) {
        sql.insertInto(LINK)
                .set(LINK.KIND, kind.name())
                .set(LINK.FROM_TYPE, fromType)
                .set(LINK.FROM_ID, from)
                .set(LINK.TO_TYPE, toType)
                .set(LINK.TO_ID, to)
                .set(LINK.MADE_AT, at)
                .execute();
    }

    /** Where these matters went by one kind of link, by the matter that they came from. */
    public Map<UUID, List<Link>> onward(LinkKind kind, String fromType, Select<Record1<UUID>> from) {
        return sql.select(LINK.FROM_ID, LINK.TO_TYPE, LINK.TO_ID)
                .from(LINK)
                .where(LINK.KIND.eq(kind.name()))
                .and(LINK.FROM_TYPE.eq(fromType))
                .and(LINK.FROM_ID.in(from))
                .orderBy(LINK.MADE_AT, LINK.TO_ID)
                .fetchGroups(row -> row.value1(), row -> new Link(kind, false, row.value2(), row.value3()));
    }

    /** Where a matter came from by one kind of link. */
    public Optional<UUID> origin(LinkKind kind, String fromType, String toType, UUID to) {
        return sql.select(LINK.FROM_ID)
                .from(LINK)
                .where(LINK.KIND.eq(kind.name()))
                .and(LINK.FROM_TYPE.eq(fromType))
                .and(LINK.TO_TYPE.eq(toType))
                .and(LINK.TO_ID.eq(to))
                .fetchOptional(LINK.FROM_ID);
    }

    /** All links of a matter, to be read along with it: where it went, then where it came from. */
    public static Field<List<Link>> of(String type, UUID id) {
        var onward = DSL.select(DSL.inline(false), LINK.KIND, LINK.TO_TYPE, LINK.TO_ID)
                .from(LINK)
                .where(LINK.FROM_TYPE.eq(type))
                .and(LINK.FROM_ID.eq(id));
        var back = DSL.select(DSL.inline(true), LINK.KIND, LINK.FROM_TYPE, LINK.FROM_ID)
                .from(LINK)
                .where(LINK.TO_TYPE.eq(type))
                .and(LINK.TO_ID.eq(id));
        return DSL.multiset(onward.unionAll(back))
                .as("links")
                .convertFrom(rows -> rows.stream()
                        .map(row -> new Link(LinkKind.valueOf(row.value2()), row.value1(), row.value3(), row.value4()))
                        .sorted(Comparator.comparing(Link::from).thenComparing(Link::id))
                        .toList());
    }
}
