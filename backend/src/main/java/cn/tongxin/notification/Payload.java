package cn.tongxin.notification;

import cn.tongxin.history.HistoryLine;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a line says, as the values of a sentence. */
final class Payload {
    private Payload() {}

    static Map<String, String> texts(HistoryLine line) {
        return line.payload().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    static Optional<String> text(HistoryLine line, String name) {
        return Optional.ofNullable(line.payload().get(name)).map(String::valueOf);
    }

    static Optional<UUID> id(HistoryLine line, String name) {
        return text(line, name).map(UUID::fromString);
    }
}
