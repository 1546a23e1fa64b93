package cn.tongxin.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Reads moments and days from text alone. The framework also takes numbers for them, and writes one such as 1e-500000000 out
 * digit by digit before it looks at it, which keeps a core busy for minutes.
 */
@Factory
class Times {
    @Singleton
    Deserializer<Instant> moments() {
        return (decoder, _, _) -> read(decoder, Instant::parse);
    }

    @Singleton
    Deserializer<LocalDate> days() {
        return (decoder, _, _) -> read(decoder, LocalDate::parse);
    }

    private static <T> T read(Decoder decoder, Function<String, T> parse) throws IOException {
        var text = decoder.decodeString();
        try {
            return parse.apply(text);
        } catch (DateTimeException unreadable) {
            throw decoder.createDeserializationException("This is no moment and no day.", text);
        }
    }
}
