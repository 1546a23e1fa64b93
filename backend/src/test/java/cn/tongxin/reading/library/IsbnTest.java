package cn.tongxin.reading.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {
    @ParameterizedTest
    @CsvSource({
        "9787108009821, 9787108009821",
        "978-7-108-00982-1, 9787108009821",
        "7-108-00982-X, 9787108009821",
        "710800982x, 9787108009821",
        "080442957X, 9780804429573",
        "0-8044-2957-x, 9780804429573",
        "979-10-90636-07-1, 9791090636071",
        "' 978　7108 009821 ', 9787108009821"
    })
    void both_lengths_are_the_same_book(String written, String kept) {
        assertThat(Isbn.of(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9787108009820",
                "7108009827",
                "710800982",
                "97871080098211",
                "9777108009821",
                "978710800982X",
                "X710800982",
                "九七八",
                "-",
                "１２３"
            })
    void what_does_not_fit_its_last_figure_is_none(String written) {
        assertThat(Isbn.of(written)).isEmpty();
    }

    @Test
    void one_wrong_figure_is_always_found() {
        var right = "9787108009821";
        for (var at = 3; at < 13; at++) {
            for (var figure = '0'; figure <= '9'; figure++) {
                var wrong = right.substring(0, at) + figure + right.substring(at + 1);
                assertThat(Isbn.of(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(right));
            }
        }
    }
}
