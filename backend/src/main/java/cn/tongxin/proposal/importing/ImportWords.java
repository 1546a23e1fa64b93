package cn.tongxin.proposal.importing;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of an imported row as what they mean; a wrong one is refused naming its field. */
final class ImportWords {
    private ImportWords() {}

    static String reason(ImportEvent event) {
        new Fields()
                .required("reason", event.reason())
                .maxLength("reason", event.reason(), 500)
                .orRefuse();
        return Objects.requireNonNull(event.reason());
    }

    static LocalDate day(@Nullable String text, LocalDate today) {
        try {
            var day = LocalDate.parse(Objects.requireNonNullElse(text, ""));
            if (!day.isAfter(today) && day.getYear() >= 1949) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // refused below
        }
        throw Refusal.unprocessable("import.day", "A day that is past, as 2023-02-07.")
                .field("on");
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, @Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        throw Refusal.unprocessable("fields.invalid", "One of " + List.of(type.getEnumConstants()) + ".")
                .field(field, "unknown", "One of " + List.of(type.getEnumConstants()) + ".");
    }
}
