package cn.tongxin.storage;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Objects as files of the local disk. */
@Singleton
@Requires(missingProperty = "tongxin.files.s3.bucket")
class DiskStore implements ObjectStore {
    private final Path root;

    DiskStore(@Value("${tongxin.files.root}") String root) {
        this.root = Path.of(root).toAbsolutePath();
    }

    @Override
    public void put(UUID committee, String name, byte[] bytes) {
        put(path(committee, name), new ByteArrayInputStream(bytes));
    }

    @Override
    public void put(UUID committee, String name, Path file) {
        try (var in = Files.newInputStream(file)) {
            put(path(committee, name), in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void put(Path target, InputStream bytes) {
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createDirectories(target.getParent());
            var temporary = Files.createTempFile(target.getParent(), ".", ".part");
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                bytes.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public InputStream open(UUID committee, String name) {
        try {
            return Files.newInputStream(path(committee, name));
        } catch (NoSuchFileException missing) {
            throw new IllegalStateException("The store has lost an object that a row names: " + name, missing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void delete(UUID committee, String name) {
        try {
            Files.deleteIfExists(path(committee, name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path path(UUID committee, String name) {
        return root.resolve(committee.toString()).resolve(name.substring(0, 2)).resolve(name);
    }
}
