package cn.tongxin.stand;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files that travel inside this program, whether it runs from a jar or from a folder of classes. */
final class Resources {

    private Resources() {}

    static String text(String name) throws IOException {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static InputStream open(String name) {
        return Objects.requireNonNull(Resources.class.getResourceAsStream("/" + name), name);
    }

    static void copyFolder(String name, Path target) throws IOException {
        var address = address(name);
        if (!address.getScheme().equals("jar")) {
            copy(Path.of(address), target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(address, java.util.Map.of())) {
            copy(jar.getPath("/" + name), target);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (var paths = Files.walk(source)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var to = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static URI address(String name) {
        try {
            return Objects.requireNonNull(Resources.class.getResource("/" + name), name)
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
