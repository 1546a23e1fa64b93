package cn.tongxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/api-errors.md lists every code that the source refuses with, and none that it does not know. */
class ApiErrorsTest {
    private static final Pattern THROWN = Pattern.compile(
            "Refusal\\s*\\.\\s*(?:badRequest|unauthorized|forbidden|conflict|unprocessable|tooMany|tooLarge|unavailable)\\(\\s*\"([a-z.-]+[a-z])\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ((?:`[a-z.-]+`(?:, )?)+) \\|");
    private static final Pattern MADE_OF_PARTS =
            Pattern.compile("(sector|special-committee)\\.(taken|version)|import\\.(seat|unit)-(unknown|ambiguous)");
    private static final Pattern CODE = Pattern.compile("`([a-z.-]+)`");

    @Test
    void every_code_in_the_source_is_explained() throws IOException {
        var thrown = new TreeSet<String>();
        var found = THROWN.matcher(source());
        while (found.find()) {
            thrown.add(found.group(1));
        }
        assertThat(thrown).isNotEmpty();
        assertThat(listed()).containsAll(thrown);
    }

    @Test
    void every_explained_code_is_in_the_source() throws IOException {
        var source = source();
        assertThat(listed())
                .allMatch(code -> source.contains("\"" + code + "\"")
                        || MADE_OF_PARTS.matcher(code).matches());
    }

    private static TreeSet<String> listed() throws IOException {
        var listed = new TreeSet<String>();
        var rows = LISTED.matcher(Files.readString(Path.of("../docs/api-errors.md")));
        while (rows.find()) {
            var codes = CODE.matcher(rows.group(1));
            while (codes.find()) {
                listed.add(codes.group(1));
            }
        }
        return listed;
    }

    private static String source() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
