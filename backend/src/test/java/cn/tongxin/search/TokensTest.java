package cn.tongxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as a word in the scripts of the members. */
class TokensTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("乡村道路", new String[] {"乡村", "村道", "道路"}),
                Arguments.of("路", new String[] {"路"}),
                Arguments.of("“一老一小”", new String[] {"一老", "老一", "一小"}),
                Arguments.of("𬭎𫓧镇", new String[] {"𬭎𫓧", "𫓧镇"}),
                Arguments.of("5G 网络", new String[] {"5g", "网络"}),
                Arguments.of("第14-2-0001号提案", new String[] {"第", "14-2-0001", "号提", "提案"}),
                Arguments.of("买买提·艾山", new String[] {"买买", "买提", "提艾", "艾山"}),
                Arguments.of("연변 교육", new String[] {"연변", "교육"}),
                Arguments.of("བོད་ཡིག", new String[] {"བོད", "ཡིག"}),
                Arguments.of("乡\u200b村", new String[] {"乡村"}),
                Arguments.of("😀，。—", new String[] {}));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_has_these_tokens(String text, String[] tokens) {
        assertThat(Tokens.of(text)).containsExactlyInAnyOrder(tokens);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("道路", "'道路'"),
                Arguments.of("路", "'路':*"),
                Arguments.of("乡村 5G", "'乡村' & '5g'"),
                Arguments.of("') | ('x", "'x'"),
                Arguments.of("!&|:*'", ""));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_asks_for_each_of_its_words_and_carries_nothing_else(String asked, String wanted) {
        assertThat(String.join(" & ", Tokens.wanted(asked))).isEqualTo(wanted);
    }
}
