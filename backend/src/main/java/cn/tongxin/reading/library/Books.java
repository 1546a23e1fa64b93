package cn.tongxin.reading.library;

import static cn.tongxin.db.cell.Tables.READING_BOOK;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of the library's books. */
@Singleton
public class Books {
    private final DSLContext sql;

    Books(DSLContext sql) {
        this.sql = sql;
    }

    /** A book, and the name of who recommended it. */
    record Found(Book book, String recommenderName) {}

    /** What a list is narrowed to. */
    record Filter(@Nullable BookStatus status, Book.@Nullable Shelf shelf, boolean mine) {}

    Optional<Found> find(UUID id) {
        return select(READING_BOOK.ID.eq(id)).fetchOptional(Books::read);
    }

    Optional<Book> findByIsbn(String isbn) {
        return select(READING_BOOK.ISBN.eq(isbn).and(READING_BOOK.ISBN.ne("")))
                .fetchOptional(Books::read)
                .map(Found::book);
    }

    /** Of what the caller sees, the latest first. */
    List<Found> page(Caller caller, Filter filter, @Nullable Cursor after, int limit) {
        return select(seen(caller).and(of(caller, filter)).and(before(after)))
                .orderBy(READING_BOOK.CREATED_AT.desc(), READING_BOOK.ID.desc())
                .limit(Page.rows(limit))
                .fetch(Books::read);
    }

    long count(Caller caller, Filter filter) {
        return sql.fetchCount(READING_BOOK, seen(caller).and(of(caller, filter)));
    }

    static Cursor cursor(Found found) {
        return new Cursor(found.book().createdAt().toString(), found.book().id());
    }

    /** The same that {@link BookPolicy#sees} says of one book. */
    private static Condition seen(Caller caller) {
        return BookPolicy.keeps(caller)
                ? DSL.trueCondition()
                : READING_BOOK.STATUS.eq(BookStatus.LISTED.name()).or(READING_BOOK.RECOMMENDER_ID.eq(caller.seat()));
    }

    private static Condition of(Caller caller, Filter filter) {
        var condition = filter.status() == null
                ? DSL.noCondition()
                : READING_BOOK.STATUS.eq(filter.status().name());
        if (filter.shelf() != null) {
            condition = condition.and(READING_BOOK.SHELF.eq(filter.shelf().name()));
        }
        return filter.mine() ? condition.and(READING_BOOK.RECOMMENDER_ID.eq(caller.seat())) : condition;
    }

    private static Condition before(@Nullable Cursor after) {
        return after == null
                ? DSL.noCondition()
                : DSL.row(READING_BOOK.CREATED_AT, READING_BOOK.ID).lt(after.moment(), after.id());
    }

    /** How many of these are on a list now. */
    public int countListed(Collection<UUID> ids) {
        return sql.fetchCount(
                READING_BOOK, READING_BOOK.ID.in(ids).and(READING_BOOK.STATUS.eq(BookStatus.LISTED.name())));
    }

    /** The titles of books, whether or not they are listed still. */
    public Map<UUID, String> titles(Collection<UUID> ids) {
        return sql.select(READING_BOOK.ID, READING_BOOK.TITLE)
                .from(READING_BOOK)
                .where(READING_BOOK.ID.in(ids))
                .fetchMap(READING_BOOK.ID, READING_BOOK.TITLE);
    }

    /** False where the id or the ISBN is taken. */
    boolean insert(Book book) {
        return sql.insertInto(READING_BOOK)
                        .set(READING_BOOK.ID, book.id())
                        .set(READING_BOOK.RECOMMENDER_ID, book.recommenderId())
                        .set(READING_BOOK.CREATED_AT, book.createdAt())
                        .set(columns(book))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Book next) {
        var updated = sql.update(READING_BOOK)
                .set(columns(next))
                .where(READING_BOOK.ID.eq(next.id()))
                .and(READING_BOOK.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw Refusal.conflict("reading.book-version", "Somebody has changed this book meanwhile.");
        }
    }

    private static Map<?, ?> columns(Book book) {
        var card = book.card();
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(READING_BOOK.VERSION, book.version());
        columns.put(READING_BOOK.STATUS, book.status().name());
        columns.put(
                READING_BOOK.SHELF, book.shelf() == null ? null : book.shelf().name());
        columns.put(READING_BOOK.TITLE, card.title());
        columns.put(READING_BOOK.AUTHOR, card.author());
        columns.put(READING_BOOK.PUBLISHER, card.publisher());
        columns.put(READING_BOOK.ISBN, card.isbn());
        columns.put(READING_BOOK.SUMMARY, card.summary());
        columns.put(READING_BOOK.TAGS, card.tags().toArray(String[]::new));
        columns.put(READING_BOOK.COVER_ID, card.coverId());
        columns.put(READING_BOOK.LINK, book.source().link());
        columns.put(READING_BOOK.FILE_ID, book.source().fileId());
        columns.put(READING_BOOK.LICENSOR, book.source().licensor());
        columns.put(READING_BOOK.REASON, book.reason());
        columns.put(READING_BOOK.DECLINED_REASON, book.declinedReason());
        columns.put(READING_BOOK.UPDATED_AT, book.updatedAt());
        return columns;
    }

    /** The books that name this file, as cover or as text. */
    List<Book> naming(UUID file) {
        return select(READING_BOOK.COVER_ID.eq(file).or(READING_BOOK.FILE_ID.eq(file)))
                .fetch(row -> read(row).book());
    }

    Set<UUID> filesAmong(Collection<UUID> files) {
        return sql.select(READING_BOOK.COVER_ID)
                .from(READING_BOOK)
                .where(READING_BOOK.COVER_ID.in(files))
                .union(DSL.select(READING_BOOK.FILE_ID).from(READING_BOOK).where(READING_BOOK.FILE_ID.in(files)))
                .fetchSet(READING_BOOK.COVER_ID);
    }

    private SelectConditionStep<Record> select(Condition which) {
        return sql.select(READING_BOOK.fields())
                .select(SEAT.NAME)
                .from(READING_BOOK)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_BOOK.RECOMMENDER_ID))
                .where(which);
    }

    private static Found read(Record row) {
        var shelf = row.get(READING_BOOK.SHELF);
        var book = new Book(
                row.get(READING_BOOK.ID),
                row.get(READING_BOOK.VERSION),
                BookStatus.valueOf(row.get(READING_BOOK.STATUS)),
                shelf == null ? null : Book.Shelf.valueOf(shelf),
                new Book.Card(
                        row.get(READING_BOOK.TITLE),
                        row.get(READING_BOOK.AUTHOR),
                        row.get(READING_BOOK.PUBLISHER),
                        row.get(READING_BOOK.ISBN),
                        row.get(READING_BOOK.SUMMARY),
                        List.of(row.get(READING_BOOK.TAGS)),
                        row.get(READING_BOOK.COVER_ID)),
                new Book.Source(
                        row.get(READING_BOOK.LINK), row.get(READING_BOOK.FILE_ID), row.get(READING_BOOK.LICENSOR)),
                row.get(READING_BOOK.REASON),
                row.get(READING_BOOK.RECOMMENDER_ID),
                row.get(READING_BOOK.DECLINED_REASON),
                row.get(READING_BOOK.CREATED_AT),
                row.get(READING_BOOK.UPDATED_AT));
        return new Found(book, row.get(SEAT.NAME));
    }
}
