package cn.tongxin.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords made once for this data folder and kept in a file only its owner can read. */
public final class Secrets {
    /** The name of the file, by which a stand's folder is known. */
    public static final String FILE = "secrets.properties";

    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path folder) {
        file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of this name, made when it is first asked for. */
    public synchronized String get(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        keep(name, made);
        return made;
    }

    synchronized void keep(String name, String value) {
        values.setProperty(name, value);
        try (var out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
