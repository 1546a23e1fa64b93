package cn.tongxin.reading.library;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books of the library over HTTP. */
@Controller("/api/books")
@ExecuteOn(TaskExecutors.BLOCKING)
class BookController {
    private final Books books;
    private final BookActions actions;

    BookController(Books books, BookActions actions) {
        this.books = books;
        this.actions = actions;
    }

    /**
     * A book as it is recommended; {@code id} is made by the client, edits carry the {@code version}. {@code isbn} has ten or
     * thirteen figures, or is left out. {@code fileId}, the whole book, needs {@code licensed} and {@code licensor}, who allows it.
     */
    @Serdeable
    record Recommended(
            @Nullable UUID id,
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String author,
            @Nullable String publisher,
            @Nullable String isbn,
            @Nullable String summary,
            @Nullable List<String> tags,
            @Nullable UUID coverId,
            @Nullable String link,
            @Nullable UUID fileId,
            @Nullable Boolean licensed,
            @Nullable String licensor,
            @Nullable String reason) {
        BookChecks.Said said() {
            return new BookChecks.Said(
                    title,
                    author,
                    publisher,
                    isbn,
                    summary,
                    tags,
                    coverId,
                    link,
                    fileId,
                    Boolean.TRUE.equals(licensed),
                    licensor,
                    reason);
        }
    }

    @Serdeable
    record Listing(Book.@Nullable Shelf shelf) {}

    @Serdeable
    record Declining(@Nullable String reason) {}

    /** The listed books, and those that the caller has recommended or, in the office, all; the latest first. */
    @Get("{?status,shelf,mine,after,limit,count}")
    @Transactional(readOnly = true)
    Page<BookView> list(
            @Nullable @QueryValue BookStatus status,
            @QueryValue Book.@Nullable Shelf shelf,
            @Nullable @QueryValue Boolean mine,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        BookPolicy.checkReads(caller);
        var filter = new Books.Filter(status, shelf, Boolean.TRUE.equals(mine));
        var size = Page.limit(limit);
        return Page.of(books.page(caller, filter, Cursor.decode(after), size), size, Books::cursor)
                .map(found -> BookView.of(found, caller))
                .counted(Boolean.TRUE.equals(count) ? books.count(caller, filter) : null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    BookView show(UUID id) {
        var caller = Caller.current();
        BookPolicy.checkReads(caller);
        return books.find(id)
                .filter(found -> BookPolicy.sees(caller, found.book()))
                .map(found -> BookView.of(found, caller))
                .orElseThrow(Refusal::notFound);
    }

    /** 409 {@code reading.book-there} where the library has a book of this ISBN. */
    @Post
    @Status(HttpStatus.CREATED)
    BookView recommend(@Body Recommended body) {
        return show(actions.recommend(body.id(), body.said()));
    }

    @Put("/{id}")
    BookView edit(UUID id, @Body Recommended body) {
        actions.edit(id, body.version() == null ? 0 : body.version(), body.said());
        return show(id);
    }

    @Put("/{id}/review")
    BookView review(UUID id) {
        actions.review(id);
        return show(id);
    }

    /** Puts it on a list, or on the other one. */
    @Put("/{id}/listing")
    BookView list(UUID id, @Body Listing body) {
        actions.list(id, body.shelf());
        return show(id);
    }

    @Delete("/{id}/listing")
    BookView unlist(UUID id) {
        actions.unlist(id);
        return show(id);
    }

    @Put("/{id}/declining")
    BookView decline(UUID id, @Body Declining body) {
        actions.decline(id, body.reason());
        return show(id);
    }

    @Delete("/{id}/declining")
    BookView reopen(UUID id) {
        actions.reopen(id);
        return show(id);
    }
}
