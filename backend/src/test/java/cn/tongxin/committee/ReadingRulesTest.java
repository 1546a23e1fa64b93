package cn.tongxin.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRulesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 24, 00:00, true",
        "0, 24, 23:59, true",
        "8, 22, 07:59, false",
        "8, 22, 08:00, true",
        "8, 22, 21:59, true",
        "8, 22, 22:00, false",
        "20, 8, 19:59, false",
        "20, 8, 20:00, true",
        "20, 8, 07:59, true",
        "20, 8, 08:00, false",
        "9, 9, 03:00, true"
    })
    void hours_go_past_midnight_where_they_end_before_they_begin(int from, int until, LocalTime at, boolean open) {
        assertThat(new ReadingRules(from, until, ClosedDays.NONE, List.of(), 2, 10).isOpenAt(at))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "密件, 这是密件, true",
        "密件, 密 \u200B件, true",
        "密件, 密、件, true",
        "密件, 密封的文件, false",
        "ABC, ａ-ｂ-ｃ, true",
        "བོད, བད, false",
        "…, 没有字的词不算……, false"
    })
    void a_watched_word_is_found_by_its_letters_and_figures(String word, String text, boolean found) {
        var rules = new ReadingRules(0, 24, ClosedDays.NONE, List.of(word), 2, 10);
        assertThat(rules.watchedIn(text).contains(word)).isEqualTo(found);
    }
}
