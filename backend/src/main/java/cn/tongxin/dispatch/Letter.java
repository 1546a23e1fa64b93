package cn.tongxin.dispatch;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Something on its way from one committee to another; {@code body} is JSON in the terms of its kind. */
public record Letter(UUID id, String recipientCode, String kind, String body, Instant sentAt) {

    /** What it says, as a value of its kind. */
    public <T> T read(JsonMapper json, Class<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(body, type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
