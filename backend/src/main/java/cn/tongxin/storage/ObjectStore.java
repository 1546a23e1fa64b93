package cn.tongxin.storage;

import java.io.InputStream;
import java.nio.file.Path;
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

    /** Gone already is well. */
    void delete(UUID committee, String name);
}
