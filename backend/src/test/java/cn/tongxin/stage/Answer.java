package cn.tongxin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What the service answered. */
public record Answer(String request, int status, Map<String, List<String>> headers, byte[] bytes) {
    /** Fails, showing the body, where the status is another. */
    public Answer expect(int wanted) {
        assertThat(status).as(request + " → " + text()).isEqualTo(wanted);
        return this;
    }

    /** A problem of this status and code. */
    public Answer refused(int wanted, String code) {
        expect(wanted);
        assertThat(json().path("code").asText()).as(request + " → " + text()).isEqualTo(code);
        return this;
    }

    /** A problem that names these fields. */
    public Answer naming(String... fields) {
        assertThat(StreamSupport.stream(json().path("fields").spliterator(), false)
                        .map(f -> f.path("name").asText()))
                .as(request + " → " + text())
                .contains(fields);
        return this;
    }

    public JsonNode json() {
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : Person.JSON.readTree(bytes);
        } catch (IOException failure) {
            throw new IllegalStateException(text(), failure);
        }
    }

    /** A value at a JSON pointer such as {@code /items/0/id}. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public UUID id() {
        return UUID.fromString(json().path("id").asText());
    }

    public int version() {
        return json().path("version").asInt();
    }

    public List<String> can() {
        return StreamSupport.stream(json().path("can").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                .getFirst();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
