package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_BOOK;
import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_GROUP_BOOK;

import cn.tongxin.http.Fields;
import cn.tongxin.reading.library.Books;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The books that a group reads: listed ones by their place in the library; one that is only proposed stands in the group's own text. */
@Singleton
class GroupBooks {
    static final int AT_MOST = 10;

    static final Field<List<Named>> NAMED = DSL.multiset(DSL.select(READING_BOOK.ID, READING_BOOK.TITLE)
                    .from(READING_GROUP_BOOK)
                    .join(READING_BOOK)
                    .on(READING_BOOK.ID.eq(READING_GROUP_BOOK.BOOK_ID))
                    .where(READING_GROUP_BOOK.GROUP_ID.eq(READING_GROUP.ID))
                    .orderBy(READING_GROUP_BOOK.PLACE))
            .as("books")
            .convertFrom(rows -> rows.map(row -> new Named(row.value1(), row.value2())));

    private final DSLContext sql;
    private final Books books;

    GroupBooks(DSLContext sql, Books books) {
        this.sql = sql;
        this.books = books;
    }

    /** A book as a group names it. */
    @Serdeable
    record Named(UUID id, String title) {}

    List<UUID> of(UUID group) {
        return sql.select(READING_GROUP_BOOK.BOOK_ID)
                .from(READING_GROUP_BOOK)
                .where(READING_GROUP_BOOK.GROUP_ID.eq(group))
                .orderBy(READING_GROUP_BOOK.PLACE)
                .fetch(READING_GROUP_BOOK.BOOK_ID);
    }

    /** Listed ones, or those that the group has named before. */
    Fields check(Fields fields, List<UUID> wanted, List<UUID> before) {
        var more = wanted.stream().filter(id -> !before.contains(id)).toList();
        return fields.check("bookIds", wanted.size() <= AT_MOST, "too-many", "At most " + AT_MOST + ".")
                .check("bookIds", new HashSet<>(wanted).size() == wanted.size(), "repeated", "Each of them once.")
                .check("bookIds", books.countListed(more) == more.size(), "unknown", "Only books that are listed.");
    }

    /** The plan says in words what is read, as long as that may be. */
    ReadingGroup.Plan inWords(ReadingGroup.Plan plan, List<UUID> wanted) {
        new Fields().whole("bookIds", wanted).orRefuse();
        if (!plan.book().isBlank() || wanted.isEmpty()) {
            return plan;
        }
        var titles = books.titles(wanted);
        var words = wanted.stream().map(titles::get).filter(Objects::nonNull).collect(Collectors.joining("、"));
        var length = Math.min(100, words.codePointCount(0, words.length()));
        return plan.reading(words.substring(0, words.offsetByCodePoints(0, length)));
    }

    void set(UUID group, List<UUID> wanted) {
        sql.deleteFrom(READING_GROUP_BOOK)
                .where(READING_GROUP_BOOK.GROUP_ID.eq(group))
                .execute();
        for (var i = 0; i < wanted.size(); i++) {
            sql.insertInto(READING_GROUP_BOOK)
                    .set(READING_GROUP_BOOK.GROUP_ID, group)
                    .set(READING_GROUP_BOOK.PLACE, (short) (i + 1))
                    .set(READING_GROUP_BOOK.BOOK_ID, wanted.get(i))
                    .execute();
        }
    }
}
