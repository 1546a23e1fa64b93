package cn.tongxin.quiz;

import static cn.tongxin.quiz.bank.QuestionKind.FILL;
import static cn.tongxin.quiz.bank.QuestionKind.MULTIPLE;
import static cn.tongxin.quiz.bank.QuestionKind.SINGLE;
import static cn.tongxin.quiz.bank.QuestionKind.TRUE_FALSE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.quiz.bank.QuestionKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What answers are worth, as a table, and what holds for all of them. */
class MarkingTest {
    @ParameterizedTest
    @MethodSource("cases")
    void an_answer_is_worth(QuestionKind kind, String key, String answer, boolean partial, String points) {
        assertThat(Marking.award(kind, list(key), new BigDecimal("3"), partial, list(answer)))
                .isEqualByComparingTo(points);
    }

    static List<Arguments> cases() {
        return List.of(
                Arguments.of(SINGLE, "B", "B", false, "3"),
                Arguments.of(SINGLE, "B", "A", true, "0"),
                Arguments.of(SINGLE, "B", "", true, "0"),
                Arguments.of(TRUE_FALSE, "TRUE", "TRUE", false, "3"),
                Arguments.of(TRUE_FALSE, "TRUE", "FALSE", false, "0"),
                Arguments.of(MULTIPLE, "A,C,D", "D,A,C", false, "3"),
                Arguments.of(MULTIPLE, "A,C,D", "A,C", false, "0"),
                Arguments.of(MULTIPLE, "A,C,D", "A,C", true, "2"),
                Arguments.of(MULTIPLE, "A,B,C,D", "A", true, "0.75"),
                Arguments.of(MULTIPLE, "A,B,C,D,E,F,G", "A", true, "0.42"),
                Arguments.of(MULTIPLE, "A,C,D", "A,B", true, "0"),
                Arguments.of(MULTIPLE, "A,C", "A,B,C", true, "0"),
                Arguments.of(MULTIPLE, "A,C", "", true, "0"),
                Arguments.of(FILL, "1949,一九四九", "１９４９ ", false, "3"),
                Arguments.of(FILL, "1949,一九四九", "一九四九。", false, "3"),
                Arguments.of(FILL, "CPPCC", "cppcc", false, "3"),
                Arguments.of(FILL, "ལྷ་ས།", "ལྷ་ས།", false, "3"),
                Arguments.of(FILL, "1949", "1948", true, "0"),
                Arguments.of(FILL, "1949", "", true, "0"));
    }

    @Property
    void no_answer_is_worth_more_than_its_question_or_less_than_nothing(
            @ForAll("letters") Set<String> key,
            @ForAll("letters") Set<String> answer,
            @ForAll @BigRange(min = "0.01", max = "999.99") @Scale(2) BigDecimal points,
            @ForAll boolean partial) {
        var award = Marking.award(MULTIPLE, List.copyOf(key), points, partial, List.copyOf(answer));
        assertThat(award).isBetween(BigDecimal.ZERO, points);
        assertThat(award.compareTo(points) == 0).isEqualTo(answer.equals(key));
        assertThat(award.scale()).isLessThanOrEqualTo(2);
        if (!key.containsAll(answer)) {
            assertThat(award).isZero();
        }
        assertThat(Marking.award(MULTIPLE, List.copyOf(key), points, partial, List.copyOf(answer)))
                .isEqualTo(award);
    }

    @Property
    void one_more_right_option_is_never_worth_less(
            @ForAll("letters") Set<String> key,
            @ForAll @BigRange(min = "0.01", max = "999.99") @Scale(2) BigDecimal points) {
        var all = List.copyOf(key);
        var before = BigDecimal.ZERO;
        for (var n = 1; n <= all.size(); n++) {
            var award = Marking.award(MULTIPLE, all, points, true, all.subList(0, n));
            assertThat(award).isGreaterThanOrEqualTo(before);
            before = award;
        }
        assertThat(before).isEqualByComparingTo(points);
    }

    @Property
    void what_is_answered_in_the_letters_shown_comes_back_as_it_was(
            @ForAll("letters") Set<String> answer, @ForAll long chance) {
        var order = OptionOrder.of(8).shuffled(new Random(chance));
        var given = answer.stream().sorted().toList();
        assertThat(order.shown(MULTIPLE, order.onPaper(MULTIPLE, given))).isEqualTo(given);
        var texts = List.of("1", "2", "3", "4", "5", "6", "7", "8");
        for (var letter : given) {
            var onPaper = order.onPaper(MULTIPLE, List.of(letter)).getFirst();
            assertThat(order.shown(texts).get(letter.charAt(0) - 'A')).isEqualTo(texts.get(onPaper.charAt(0) - 'A'));
        }
    }

    @Provide
    Arbitrary<Set<String>> letters() {
        return Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H").set().ofMinSize(1);
    }

    private static List<String> list(String letters) {
        return letters.isEmpty() ? List.of() : List.of(letters.split(","));
    }
}
