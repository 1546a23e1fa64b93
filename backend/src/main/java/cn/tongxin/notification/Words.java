package cn.tongxin.notification;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The sentences of the inbox, from a message file by kind; made when they are read, so that other languages can join. */
@Singleton
class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("y年M月d日");

    private final Properties messages = new Properties();

    Words() {
        try (var file = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/messages/inbox_zh_CN.properties")),
                StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    boolean know(String kind) {
        return messages.containsKey(kind);
    }

    String title(News news) {
        return filled(messages.getProperty(news.kind(), news.kind()), news.said());
    }

    /** What is to be said besides: a reason, most often. Nothing where one of its values is missing. */
    Optional<String> text(News news) {
        return Optional.ofNullable(messages.getProperty(news.kind() + ".text"))
                .filter(sentence ->
                        PLACE.matcher(sentence).results().allMatch(place -> isSaid(place.group(1), news.said())))
                .map(sentence -> filled(sentence, news.said()));
    }

    private static boolean isSaid(String name, Map<String, String> said) {
        return !said.getOrDefault(name, "").isBlank();
    }

    private String filled(String sentence, Map<String, String> said) {
        return PLACE.matcher(sentence)
                .replaceAll(
                        (MatchResult place) -> java.util.regex.Matcher.quoteReplacement(word(place.group(1), said)));
    }

    /** A value of a list ({@code disposition.ARCHIVE}) by its word, a day as in prose, anything else as it was said. */
    private String word(String name, Map<String, String> said) {
        var value = said.getOrDefault(name, "");
        return messages.getProperty(name + "." + value, DAY.matcher(value).matches() ? prose(value) : value);
    }

    private static String prose(String day) {
        try {
            return LocalDate.parse(day).format(PROSE);
        } catch (DateTimeParseException _) { // somebody's own words
            return day;
        }
    }
}
