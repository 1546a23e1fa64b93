package cn.tongxin.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Somebody who speaks HTTP to the service from one seat. */
public final class Person {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final ObjectMapper JSON = new ObjectMapper();

    private final TestCommittee committee;
    private final String name;
    private final UUID account;
    private final String subject;
    private final UUID seat;
    private final boolean console;
    private String quietToken;
    private Instant quietSince;

    Person(TestCommittee committee, String name, UUID account, String subject, UUID seat, boolean console) {
        this.committee = committee;
        this.name = name;
        this.account = account;
        this.subject = subject;
        this.seat = seat;
        this.console = console;
    }

    public String name() {
        return name;
    }

    public UUID account() {
        return account;
    }

    public String subject() {
        return subject;
    }

    public UUID seat() {
        return seat;
    }

    public TestCommittee committee() {
        return committee;
    }

    public boolean isConsole() {
        return console;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** A file's bytes as they are. */
    public Answer upload(String path, byte[] bytes) {
        return exchange("POST", path, bytes, "application/octet-stream", _ -> {});
    }

    public Answer send(String method, String path, Object body) {
        return exchange(method, path, bytes(body), "application/json", _ -> {});
    }

    /** The same, with headers of the test's own over the usual ones. */
    public Answer with(String method, String path, Object body, Consumer<HttpRequest.Builder> headers) {
        return exchange(method, path, bytes(body), "application/json", headers);
    }

    /** A request that is not recorded for the stranger: the stranger's own. His token serves for a while. */
    public Answer quietly(String method, String path, byte[] body, String type) {
        var now = committee.stage().clock.instant();
        if (quietToken == null || Duration.between(quietSince, now).abs().toMinutes() >= 4) {
            quietToken = token();
            quietSince = now;
        }
        return send(request(method, path, body, type, quietToken).build());
    }

    /** An event stream, open until it is closed. */
    public Ear listen(String path) {
        try {
            var answer = HTTP.send(
                    request("GET", path, null, "application/json", token()).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            var opened = new Answer(
                    "GET " + path, answer.statusCode(), answer.headers().map(), new byte[0]);
            opened.expect(200);
            committee.stage().recorder.note(this, "GET", path, "application/json", null, opened);
            return new Ear(answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public String token() {
        var issuer = committee.stage().issuer;
        return console ? issuer.console(subject) : issuer.phone(subject);
    }

    private Answer exchange(
            String method, String path, byte[] body, String type, Consumer<HttpRequest.Builder> headers) {
        var request = request(method, path, body, type, token());
        headers.accept(request);
        var built = request.build();
        var answer = send(built);
        var sent = built.headers().firstValue("Content-Type").orElse(type);
        committee.stage().recorder.note(this, method, path, sent, body, answer);
        return answer;
    }

    private HttpRequest.Builder request(String method, String path, byte[] body, String type, String token) {
        return HttpRequest.newBuilder(URI.create(committee.stage().baseUrl() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("X-Seat", seat.toString())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
    }

    public static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, Person::body);
            return new Answer(
                    request.method() + " " + request.uri().getPath(),
                    response.statusCode(),
                    response.headers().map(),
                    response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The whole body; of an event stream, which has no end, nothing. */
    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head) {
        var streams = head.headers()
                .firstValue("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return streams ? new Unread() : HttpResponse.BodySubscribers.ofByteArray();
    }

    private static final class Unread implements HttpResponse.BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return CompletableFuture.completedFuture(new byte[0]);
        }

        @Override
        public void onSubscribe(Flow.Subscription stream) {
            stream.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> rest) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    static byte[] bytes(Object body) {
        try {
            return switch (body) {
                case null -> null;
                case byte[] raw -> raw;
                case String text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                default -> JSON.writeValueAsBytes(body);
            };
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An object for a request's body: name, value, name, value… Nulls are left out, days are written as JSON has them. */
    public static Map<String, Object> body(Object... pairs) {
        var map = new java.util.LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                map.put((String) pairs[i], pairs[i + 1] instanceof Temporal day ? day.toString() : pairs[i + 1]);
            }
        }
        return map;
    }
}
