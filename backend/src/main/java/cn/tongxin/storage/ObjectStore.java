package cn.tongxin.storage;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The bytes of files, on the local disk under committee and digest, so that nothing written is ever overwritten by other bytes. */
@Singleton
public class ObjectStore {
    private final Path root;

    ObjectStore(@Value("${tongxin.files.root}") String root) {
        this.root = Path.of(root).toAbsolutePath();
    }

    /** The bytes are on the disk when this returns; a crash before leaves nothing under that digest. */
    public void put(UUID committee, String sha256, byte[] bytes) {
        var target = path(committee, sha256);
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createDirectories(target.getParent());
            var temporary = Files.createTempFile(target.getParent(), ".", ".part");
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public InputStream open(UUID committee, String sha256) {
        try {
            return Files.newInputStream(path(committee, sha256));
        } catch (NoSuchFileException missing) {
            throw new IllegalStateException("The store has lost an object that a row names: " + sha256, missing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path path(UUID committee, String sha256) {
        return root.resolve(committee.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }
}
