package cn.tongxin.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Where the bytes of files lie, each object in its committee under a name: a file under its digest, so that nothing is ever
 * overwritten by other bytes, a piece of an upload under a name of chance. On the local disk, or in a bucket that speaks S3.
 */
public interface ObjectStore {
    /** The bytes are kept when this returns; a crash before leaves nothing under that name. There already: nothing happens. */
    void put(UUID committee, String name, byte[] bytes);

    void put(UUID committee, String name, Path file);

    /** A programmer's mistake where there is no such object: a row names it. */
    InputStream open(UUID committee, String name);

    /** The same bytes under the same name for another committee; there already: nothing happens. */
    default void copy(UUID from, UUID to, String name) {
        try {
            var whole = Files.createTempFile("tongxin-copy", null);
            try (var in = open(from, name)) {
                Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
                put(to, name, whole);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Gone already is well. */
    void delete(UUID committee, String name);
}
