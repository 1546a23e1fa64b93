package cn.tongxin.reading.library;

import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whoever sees a book fetches its cover, and its text where that is licensed. */
@Singleton
class BookFiles implements FileReaders {
    private final Books books;

    BookFiles(Books books) {
        this.books = books;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return books.naming(file).stream().anyMatch(book -> BookPolicy.sees(caller, book));
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return books.filesAmong(files);
    }
}
