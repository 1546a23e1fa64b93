package cn.tongxin.committee;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A committee decides how it works. */
class SettingsTest {
    private final TestCommittee ganzi = Stage.committee();
    private final Person admin = ganzi.staff("卓玛", Role.TENANT_ADMIN);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void every_setting_shows_its_standard_its_effect_and_its_rule() {
        var settings = tashi.get("/api/settings").expect(200).json();

        assertThat(settings).hasSize(Setting.ALL.size());
        var stages = find(settings, "proposal.review-stages");
        assertThat(stages.at("/value").asInt()).isEqualTo(3);
        assertThat(stages.at("/default").asInt()).isEqualTo(3);
        assertThat(stages.at("/type").asText()).isEqualTo("NUMBER");
        assertThat(stages.at("/max").asInt()).isEqualTo(4);
        assertThat(stages.at("/version").asInt()).isZero();
        assertThat(stages.at("/effect").asText()).contains("审定");
        assertThat(stages.at("/rule").asText()).contains("提案工作条例");
        assertThat(find(settings, "handling.accept-by").at("/value/unit").asText())
                .isEqualTo("WORKING_DAY");
        assertThat(find(settings, "handling.grade-letters").at("/value/0/grade").asText())
                .isEqualTo("SOLVED");
    }

    @Test
    void five_months_for_plenary_replies_and_three_for_the_others_are_a_preset() {
        admin.put("/api/settings-presets/handling.five-and-three-months", body())
                .expect(204);

        var settings = tashi.get("/api/settings").expect(200).json();
        assertThat(find(settings, "handling.plenary-reply-due").at("/value/n").asInt())
                .isEqualTo(5);
        assertThat(find(settings, "handling.intersession-reply-due")
                        .at("/value/n")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void what_an_office_decides_is_what_features_read() {
        decide("proposal.review-stages", 4);
        decide("handling.plenary-reply-due", body("n", 5, "unit", "MONTH"));
        decide("handling.silence-accepts", false);
        decide("statistics.period", "YEAR");
        decide("office.small", true);
        decide(
                "handling.grade-letters",
                List.of(
                        body("letter", "A", "meaning", "已解决", "grade", "SOLVED"),
                        body("letter", "B", "meaning", "留作参考", "grade", "REFERENCE")));
        decide("proposal.not-file-reasons", List.of(body("code", "OTHER", "text", "其他")));

        var settings = Stage.shared().bean(Settings.class);
        Caller.system(ganzi.id())
                .run(() -> Stage.shared().bean(Transactions.class).alone(() -> {
                    assertThat(settings.proposalRules().reviewStages()).isEqualTo(4);
                    assertThat(settings.proposalRules().titleMax()).isEqualTo(60);
                    assertThat(settings.proposalRules().notFileReasons()).containsExactly(new CodedText("OTHER", "其他"));
                    assertThat(settings.handlingRules().plenaryReplyDue()).isEqualTo(Span.months(5));
                    assertThat(settings.handlingRules().silenceAccepts()).isFalse();
                    assertThat(settings.handlingRules().gradeLetters()).hasSize(2);
                    assertThat(settings.statisticsPeriod()).isEqualTo(StatisticsPeriod.YEAR);
                    assertThat(settings.isSmallOffice()).isTrue();
                    return true;
                }));
        assertThat(ganzi.historyHead()).isEqualTo(7);
    }

    @Test
    void a_committee_decides_for_itself_alone() {
        decide("proposal.review-stages", 2);

        var elsewhere = Stage.committee().member("金花").get("/api/settings").json();

        assertThat(find(elsewhere, "proposal.review-stages").at("/value").asInt())
                .isEqualTo(3);
    }

    @Test
    void an_old_version_is_a_conflict_that_shows_what_stands() {
        var first = decide("proposal.review-stages", 2);
        assertThat(first).isEqualTo(1);

        var refused = admin.put("/api/settings/proposal.review-stages", body("value", 4, "version", 0))
                .refused(409, "setting.version");

        assertThat(refused.at("/value").asInt()).isEqualTo(2);
        admin.put("/api/settings/proposal.review-stages", body("value", 4, "version", 1))
                .expect(200);
    }

    @Test
    void a_value_of_the_wrong_kind_is_refused_by_name() {
        admin.put("/api/settings/proposal.review-stages", body("value", 5, "version", 0))
                .refused(422, "setting.value-not-allowed")
                .naming("value");
        admin.put("/api/settings/proposal.review-stages", body("version", 0))
                .refused(422, "setting.value-not-allowed")
                .naming("value");
        admin.put("/api/settings/handling.accept-by", body("value", body("n", 3, "unit", "YEAR"), "version", 0))
                .refused(422, "setting.value-not-allowed");
        admin.put("/api/settings/proposal.colour", body("value", 5, "version", 0))
                .refused(404, "not-found");
        assertThat(ganzi.historyHead()).isZero();
    }

    private int decide(String key, Object value) {
        return admin.put("/api/settings/" + key, body("value", value, "version", 0))
                .expect(200)
                .version();
    }

    private static JsonNode find(JsonNode settings, String key) {
        return StreamSupport.stream(settings.spliterator(), false)
                .filter(setting -> setting.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
