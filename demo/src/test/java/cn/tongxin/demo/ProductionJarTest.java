package cn.tongxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Looks into the jar that production runs. */
class ProductionJarTest {
    private static final Path JAR = Path.of("../backend/target/tongxin.jar");

    @Test
    void it_contains_nothing_of_the_demo() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).contains("cn/tongxin/Tongxin.class", "db/changelog.xml", "application.yml");
            for (var stranger : List.of(
                    "cn/tongxin/demo/",
                    "cn/tongxin/stand/",
                    "io/zonky/",
                    "keycloak/realm.json",
                    "postgres-linux",
                    "cn/tongxin/stage/")) {
                assertThat(names).as(stranger).noneMatch(name -> name.startsWith(stranger));
            }
        }
    }

    @Test
    void no_setting_of_it_holds_a_password() throws IOException {
        try (var jar = new JarFile(JAR.toFile());
                var settings = jar.getInputStream(jar.getEntry("application.yml"))) {
            var lines = new String(settings.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines();
            assertThat(lines.map(String::strip).filter(line -> line.matches("(password|secret|.*-secret|key|data):.*")))
                    .allMatch(line -> line.matches("[a-z-]+: \\$\\{[A-Z_]+:?}"));
        }
    }
}
