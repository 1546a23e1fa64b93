package cn.tongxin.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an office may set, and what it may not. */
class SettingTest {

    @Test
    void every_setting_says_what_it_does_and_by_which_rule() {
        assertThat(Setting.ALL).allSatisfy(setting -> {
            assertThat(setting.key()).matches("[a-z]+\\.[a-z-]+");
            assertThat(setting.effect()).endsWith("。");
            assertThat(setting.rule()).isNotBlank();
        });
        assertThat(Setting.ALL).extracting(Setting::key).doesNotHaveDuplicates();
    }

    @Test
    void the_standard_is_what_the_appendix_says() {
        var rules = ProposalRules.STANDARD;

        assertThat(rules.plenaryWindow()).isEqualTo(Span.months(3));
        assertThat(rules.reviewStages()).isEqualTo(3);
        assertThat(rules.tellResultWithin()).isEqualTo(Span.workingDays(10));
        assertThat(rules.notFileReasons()).hasSize(11).last().isEqualTo(new CodedText("OTHER", "其他（写明理由）"));
        assertThat(HandlingRules.STANDARD.acceptBy()).isEqualTo(Span.workingDays(3));
        assertThat(HandlingRules.STANDARD.returnWindow()).isEqualTo(Span.workingDays(5));
        assertThat(HandlingRules.STANDARD.feedbackDue()).isEqualTo(Span.workingDays(15));
        assertThat(HandlingRules.STANDARD.gradeLetters())
                .extracting(GradeLetter::grade)
                .containsExactly(ResolutionGrade.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proposal.review-stages       | 4
            proposal.review-stages       | 2.0
            office.small                 | true
            statistics.period            | "YEAR"
            handling.plenary-reply-due   | {"n": 5, "unit": "MONTH"}
            proposal.tell-result-within  | {"n": 15, "unit": "DAY"}
            proposal.not-file-reasons    | [{"code": "OTHER", "text": "其他"}]
            handling.grade-letters       | [{"letter": "A", "meaning": "解决", "grade": "SOLVED"}]
            """)
    void a_value_of_the_right_kind_is_taken(String key, String json) throws IOException {
        assertThat(Setting.find(key).orElseThrow().kind().read(json(json))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proposal.review-stages       | 5
            proposal.review-stages       | 1
            proposal.review-stages       | 3.5
            proposal.review-stages       | 1e99
            proposal.review-stages       | "3"
            proposal.review-stages       | null
            office.small                 | "yes"
            statistics.period            | "MONTH"
            handling.plenary-reply-due   | {"n": 7, "unit": "MONTH"}
            handling.plenary-reply-due   | {"n": 0, "unit": "MONTH"}
            handling.plenary-reply-due   | {"unit": "MONTH"}
            handling.plenary-reply-due   | 3
            handling.accept-by           | {"n": 1, "unit": "MONTH"}
            proposal.not-file-reasons    | []
            proposal.not-file-reasons    | ["OTHER"]
            proposal.not-file-reasons    | [{"code": "other", "text": "其他"}]
            proposal.not-file-reasons    | [{"code": "OTHER", "text": " "}]
            proposal.not-file-reasons    | [{"code": "OTHER", "text": "一"}, {"code": "OTHER", "text": "二"}]
            reading.posts-from           | 24
            reading.closed-days          | "SUNDAYS"
            reading.watch-words          | "密件"
            reading.watch-words          | [""]
            reading.watch-words          | [1]
            reading.watch-words          | ["密件", "密件"]
            reading.watch-words          | ["一二三四五六七八九十一二三四五六七八九十一"]
            handling.grade-letters       | [{"letter": "A", "meaning": "解决", "grade": "GOOD"}]
            handling.grade-letters       | [{"letter": "A", "meaning": "解决", "grade": "SOLVED"}, {"letter": "A", "meaning": "计划", "grade": "PLANNED"}]
            """)
    void any_other_is_refused(String key, String json) {
        assertThatThrownBy(() -> Setting.find(key).orElseThrow().kind().read(json(json)))
                .isInstanceOf(SettingKind.NotAllowed.class)
                .hasMessageEndingWith("。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proposal", "proposal.Review-Stages"})
    void an_unknown_key_is_no_setting(String key) {
        assertThat(Setting.find(key)).isEmpty();
    }

    private static JsonNode json(String text) throws IOException {
        return JsonMapper.createDefault().readValue(text, JsonNode.class);
    }
}
