package cn.tongxin.search;

import static cn.tongxin.db.cell.Tables.SEARCH_DOCUMENT;
import static cn.tongxin.db.cell.Tables.SEARCH_TOKEN;

import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects of the present committee by their words. Who may see them is the feature's to say: it joins its own
 * condition in the same statement.
 */
@Singleton
public class Search {
    private static final int NEAR = 300;

    private final DSLContext sql;

    Search(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes it found by what it says now. */
    public void put(Findable found) {
        remove(found.type(), found.id());
        var near = new LinkedHashSet<String>(Tokens.of(found.title()));
        found.names().forEach(name -> near.addAll(Tokens.of(name)));
        near.addAll(Tokens.of(beginning(found.text())));
        var all = new LinkedHashSet<>(near);
        all.addAll(Tokens.of(found.text()));
        all.add("@" + Caller.current().committeeId());
        all.add("@" + found.type());
        sql.execute(
                "insert into search_document (subject_type, subject_id, words) values (?, ?, array_to_tsvector(?))",
                found.type(),
                found.id(),
                all.toArray(new String[0]));
        sql.execute(
                "insert into search_token (subject_type, token, subject_id) select ?, token, ? from unnest(?::text[]) as token",
                found.type(),
                found.id(),
                near.toArray(new String[0]));
    }

    public void remove(String type, UUID id) {
        sql.deleteFrom(SEARCH_DOCUMENT)
                .where(SEARCH_DOCUMENT.SUBJECT_TYPE.eq(type))
                .and(SEARCH_DOCUMENT.SUBJECT_ID.eq(id))
                .execute();
        sql.deleteFrom(SEARCH_TOKEN)
                .where(SEARCH_TOKEN.SUBJECT_TYPE.eq(type))
                .and(SEARCH_TOKEN.SUBJECT_ID.eq(id))
                .execute();
    }

    /** The ids of those among the given that have every word, for who sees few; none for a text without a word. */
    public static Condition among(Field<UUID> id, String type, String words, Select<Record1<UUID>> seen) {
        return in(id, type, words, DSL.array(seen), null, Integer.MAX_VALUE);
    }

    /** The newest that have every word, before one of them where a list goes on. */
    public static Condition newest(Field<UUID> id, String type, String words, @Nullable UUID before, int most) {
        return in(id, type, words, DSL.inline((UUID[]) null), before, most);
    }

    /** What nobody has fed yet. */
    public static Condition lacks(Field<UUID> id, String type) {
        return DSL.notExists(DSL.selectOne()
                .from(SEARCH_DOCUMENT)
                .where(SEARCH_DOCUMENT.SUBJECT_TYPE.eq(type))
                .and(SEARCH_DOCUMENT.SUBJECT_ID.eq(id)));
    }

    /** As an array, its rows are looked up by their key; joined, they are met on a walk over all that are newer. */
    private static Condition in(
            Field<UUID> id, String type, String words, Field<UUID[]> among, @Nullable UUID before, int most) {
        var wanted = Tokens.wanted(words);
        if (wanted.isEmpty()) {
            return DSL.falseCondition();
        }
        return DSL.condition(
                "{0} = any (array(select hit from search_hits({1}, {2}::tsquery, {3}, {4}, {5}) as hit))",
                id,
                DSL.val(type),
                DSL.val(String.join(" & ", wanted)),
                among,
                DSL.val(before, SQLDataType.UUID),
                DSL.val(most));
    }

    static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= NEAR
                ? text
                : text.substring(0, text.offsetByCodePoints(0, NEAR));
    }
}
