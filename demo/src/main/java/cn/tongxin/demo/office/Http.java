package cn.tongxin.demo.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks JSON over HTTP to the service: a token, none for a stranger, and perhaps a seat. */
public final class Http {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI service;
    private final Supplier<String> token;
    private final @Nullable String seat;

    public Http(URI service, Supplier<String> token, @Nullable String seat) {
        this.service = service;
        this.token = token;
        this.seat = seat;
    }

    /** The same person in a seat. */
    public Http in(String otherSeat) {
        return new Http(service, token, otherSeat);
    }

    public JsonNode get(String path) {
        return good("GET", path, null);
    }

    public JsonNode post(String path, Object body) {
        return good("POST", path, body);
    }

    public JsonNode put(String path, Object body) {
        return good("PUT", path, body);
    }

    /** The answer as it came, good or not. */
    public Answer send(String method, String path, @Nullable Object body) {
        try {
            return exchange(method, path, body == null ? null : JSON.writeValueAsBytes(body), "application/json");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file's bytes as they are. */
    public Answer upload(String path, byte[] bytes) {
        return exchange("POST", path, bytes, "application/octet-stream");
    }

    /** Status and body. */
    public record Answer(int status, JsonNode body) {}

    private JsonNode good(String method, String path, @Nullable Object body) {
        var answer = send(method, path, body);
        if (answer.status() < 200 || answer.status() > 299) {
            throw new Refused(method + " " + path, answer);
        }
        return answer.body();
    }

    private Answer exchange(String method, String path, byte @Nullable [] body, String type) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", type)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        var bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (seat != null) {
            request.header("X-Seat", seat);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body()));
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path + ": " + failure, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The service said no where an office would not expect it. */
    public static final class Refused extends RuntimeException {
        private final transient Answer answer;

        Refused(String request, Answer answer) {
            super(request + " → " + answer.status() + " " + answer.body());
            this.answer = answer;
        }

        public String code() {
            return answer.body().path("code").asText();
        }
    }
}
