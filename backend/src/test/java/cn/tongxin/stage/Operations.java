package cn.tongxin.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The operations of the OpenAPI document, as generated from the code. */
public final class Operations {
    /** One operation: {@code GET /api/proposals/{id}}. */
    public record Operation(String method, String path, boolean isPublic, Pattern pattern) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Operation> all = new ArrayList<>();

    public Operations() {
        var options = new LoaderOptions();
        options.setCodePointLimit(50_000_000);
        try (var document = Operations.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            Map<String, Object> root = new Yaml(options).load(document);
            var paths = map(root.get("paths"));
            paths.forEach((path, item) -> map(item).forEach((method, operation) -> {
                if (List.of("get", "put", "post", "delete", "patch").contains(method)) {
                    all.add(new Operation(
                            method.toUpperCase(Locale.ROOT),
                            path,
                            Boolean.parseBoolean(String.valueOf(map(operation).get("x-public"))),
                            Pattern.compile(path.replaceAll("\\{[^}/]+}", "[^/]+"))));
                }
            }));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public List<Operation> all() {
        return List.copyOf(all);
    }

    /** Which operation a request was; the one with the most fixed text where several fit. */
    public Optional<Operation> of(String method, String pathAndQuery) {
        var path = pathAndQuery.replaceAll("\\?.*", "");
        return all.stream()
                .filter(o ->
                        o.method().equals(method) && o.pattern().matcher(path).matches())
                .max(java.util.Comparator.comparingInt(
                        o -> o.path().replaceAll("\\{[^}]+}", "").length()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
