package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An office brings in the proposals of the years before it had the system. */
class ProposalImportTest {
    private final Story story = new Story();

    @Test
    void a_whole_year_comes_in_with_cosigners_several_units_merges_and_ratings() {
        var report = take(
                        receive("P1", "扎西", "央金"),
                        receive("P2", "央金"),
                        receive("P3", "扎西"),
                        receive("P4", "扎西"),
                        receive("P5", "扎西"),
                        event("2026-02-01", "file", "P1"),
                        event("2026-02-01", "file", "P5"),
                        event("2026-02-02", "merge", "P2", "into", "P1"),
                        event(
                                "2026-02-02",
                                "not_file",
                                "P3",
                                "reason",
                                "NO_CONCRETE_SUGGESTION",
                                "disposition",
                                "ARCHIVE"),
                        event("2026-02-02", "withdraw", "P4"),
                        event("2026-02-03", "unfile", "P5", "reason", "经复核不符合立案条件"),
                        event("2026-02-04", "assign", "P1", "unit", "县交通运输局", "role", "LEAD"),
                        event("2026-02-04", "assign", "P1", "unit", "县农业农村局", "role", "ASSIST"),
                        event("2026-02-05", "mark_key", "P1", "led_by", "扎西"),
                        event("2026-02-10", "return", "P1", "unit", "县农业农村局", "reason", "不属本单位职责"),
                        event("2026-02-20", "reply", "P1", "unit", "县交通运输局", "grade", "SOLVED"),
                        event(
                                "2026-02-25",
                                "rate",
                                "P1",
                                "unit",
                                "县交通运输局",
                                "attitude",
                                "SATISFIED",
                                "result",
                                "NOT_SATISFIED"),
                        event(
                                "2026-02-26",
                                "rate",
                                "P1",
                                "unit",
                                "县交通运输局",
                                "attitude",
                                "SATISFIED",
                                "result",
                                "SATISFIED"))
                .expect(200);

        assertThat(report.at("/refused")).isEmpty();
        assertThat(report.at("/imported").asInt()).isEqualTo(18);
        assertThat(story.county.historyHead())
                .as("two units, term and session, and one line")
                .isEqualTo(head + 1);
        var first = found("P1");
        assertThat(first.at("/status").asText()).isEqualTo("FEEDBACK_IN");
        assertThat(first.at("/caseNo").asText()).isEqualTo("14-2-0001");
        assertThat(first.at("/filedOn").asText()).isEqualTo("2026-02-01");
        assertThat(first.at("/cosigners/0/name").asText()).isEqualTo("央金");
        assertThat(first.at("/keyOn").asText()).isEqualTo("2026-02-05");
        assertThat(first.at("/imported").asBoolean()).isTrue();
        assertThat(first.at("/assignments/0/rating/version").asInt()).isEqualTo(2);
        assertThat(first.at("/assignments/0/rating/result").asText()).isEqualTo("SATISFIED");
        assertThat(first.at("/assignments/1/status").asText()).isEqualTo("RETURNED");
        assertThat(found("P2").at("/mergedInto").asText()).isEqualTo(first.id().toString());
        assertThat(found("P3").at("/disposition").asText()).isEqualTo("ARCHIVE");
        assertThat(found("P4").at("/status").asText()).isEqualTo("WITHDRAWN");
        assertThat(found("P5").at("/unfiledOn").asText()).isEqualTo("2026-02-03");
        assertThat(story.yangjin
                        .get("/api/proposals?mine=true")
                        .expect(200)
                        .at("/items")
                        .size())
                .as("her own and the one she signed")
                .isEqualTo(2);
    }

    @Test
    void a_second_run_of_the_same_rows_changes_nothing() {
        var rows = List.of(receive("P1", "扎西"), event("2026-02-01", "file", "P1"));
        story.office.post("/api/proposal-imports", body("events", rows)).expect(200);
        var head = story.county.historyHead();
        var again =
                story.office.post("/api/proposal-imports", body("events", rows)).expect(200);
        assertThat(again.at("/imported").asInt()).isZero();
        assertThat(again.at("/unchanged").asInt()).isEqualTo(2);
        assertThat(story.county.historyHead()).isEqualTo(head);
        assertThat(story.county.number("select count(*) from proposal")).isEqualTo(1);
    }

    @Test
    void the_same_words_on_the_same_day_may_mean_another_time() {
        var rows = List.of(
                receive("P1", "扎西"),
                event("2026-02-01", "file", "P1"),
                event("2026-02-01", "unfile", "P1", "reason", "误立"),
                event("2026-02-01", "file", "P1"));
        story.office.post("/api/proposal-imports", body("events", rows)).expect(200);
        assertThat(found("P1").at("/status").asText()).isEqualTo("FILED");
        assertThat(found("P1").at("/caseNo").asText()).isEqualTo("14-2-0002");

        var again =
                story.office.post("/api/proposal-imports", body("events", rows)).expect(200);
        assertThat(again.at("/unchanged").asInt()).isEqualTo(4);
        assertThat(found("P1").at("/caseNo").asText()).isEqualTo("14-2-0002");
    }

    @Test
    void a_row_told_twice_that_cannot_happen_twice_is_one_row() {
        var report = take(
                        receive("P1", "扎西"),
                        receive("P1", "扎西"),
                        event("2026-02-01", "file", "P1"),
                        event("2026-02-01", "file", "P1"))
                .expect(200);
        assertThat(report.at("/refused")).isEmpty();
        assertThat(report.at("/imported").asInt()).isEqualTo(2);
        assertThat(report.at("/unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void a_filed_one_that_joins_another_leaves_its_units_and_its_number() {
        var report = take(
                        receive("P1", "扎西"),
                        receive("P2", "央金"),
                        event("2026-02-01", "file", "P1"),
                        event("2026-02-01", "file", "P2"),
                        event("2026-02-02", "assign", "P2", "unit", "县交通运输局"),
                        event("2026-02-03", "merge", "P2", "into", "P1"))
                .expect(200);
        assertThat(report.at("/refused")).isEmpty();
        var merged = found("P2");
        assertThat(merged.at("/status").asText()).isEqualTo("MERGED");
        assertThat(merged.at("/caseNo").isMissingNode() || merged.at("/caseNo").isNull())
                .isTrue();
        assertThat(story.county.number("select count(*) from handling_assignment where status = 'CANCELLED'"))
                .isEqualTo(1);
    }

    @Test
    void rows_at_fault_are_named_and_nothing_of_their_batch_stays() {
        story.county.member("同名");
        story.county.member("同名");
        var report = take(
                        receive("P1", "扎西"),
                        receive("P1", "央金"),
                        receive("P2", "没有此人"),
                        receive("P3", "同名"),
                        receive("P4", "扎西", "扎西"),
                        event("2026-02-01", "file", "P9"),
                        event("2026-02-01", "explode", "P1"),
                        event("2026-13-01", "file", "P1"),
                        event("2027-01-01", "file", "P1"),
                        event("2025-01-01", "file", "P1"),
                        event("2026-02-01", "assign", "P1", "unit", "县交通运输局"),
                        event("2026-02-01", "not_file", "P1", "reason", "BECAUSE", "disposition", "ARCHIVE"),
                        event("2026-02-01", "not_file", "P1", "reason", "PERSONAL", "disposition", "BIN"))
                .expect(200);

        assertThat(report.at("/imported").asInt()).isZero();
        assertThat(story.county.number("select count(*) from proposal")).isZero();
        assertThat(story.county.number("select count(*) from proposal_number")).isZero();
        assertThat(faults(report))
                .containsExactly(
                        "2 ref import.ref-taken",
                        "3 lead import.seat-unknown",
                        "4 lead import.seat-ambiguous",
                        "5 cosigners import.cosigner-twice",
                        "6 ref import.ref-unknown",
                        "7 do import.kind-unknown",
                        "8 on import.day",
                        "9 on import.day",
                        "10 on import.too-early",
                        "11 null proposal.move-not-allowed",
                        "12 reason unknown",
                        "13 disposition unknown");
    }

    @Test
    void roles_that_clash_and_units_without_it_are_refused() {
        take(receive("P1", "扎西"), event("2026-02-01", "file", "P1")).expect(200);
        assertThat(faults(take(
                        event("2026-02-02", "assign", "P1", "unit", "县交通运输局", "role", "SOLE"),
                        event("2026-02-02", "assign", "P1", "unit", "县农业农村局", "role", "SEPARATE"))))
                .containsExactly("2 units assignment.roles-clash");
        assertThat(faults(take(
                        event("2026-02-02", "assign", "P1", "unit", "县交通运输局"),
                        event("2026-02-03", "reply", "P1", "unit", "县农业农村局", "grade", "SOLVED"),
                        event(
                                "2026-02-03",
                                "rate",
                                "P1",
                                "unit",
                                "县交通运输局",
                                "attitude",
                                "SATISFIED",
                                "result",
                                "SATISFIED"),
                        event("2026-02-03", "reply", "P1", "unit", story.unit.toString(), "grade", "A"))))
                .containsExactly("2 unit assignment.none", "3 unit assignment.not-replied", "4 grade unknown");
    }

    @Test
    void a_later_batch_is_not_tried_after_a_refused_one() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < 450; i++) {
            rows.add(receive("P" + i, i == 250 ? "没有此人" : "扎西"));
        }
        var report =
                story.office.post("/api/proposal-imports", body("events", rows)).expect(200);
        assertThat(report.at("/imported").asInt()).isEqualTo(200);
        assertThat(report.at("/notTried").asInt()).isEqualTo(50);
        assertThat(report.at("/refused/0/row").asInt()).isEqualTo(251);
        assertThat(story.county.number("select count(*) from proposal")).isEqualTo(200);
    }

    @Test
    void a_dry_run_keeps_nothing() {
        var report = story.office
                .post(
                        "/api/proposal-imports",
                        body(
                                "id", Ids.next(),
                                "dryRun", true,
                                "seats", Map.of("S1", "扎西"),
                                "events", List.of(receive("P1", "S1"), event("2026-02-01", "file", "P1"))))
                .expect(200);
        assertThat(report.at("/imported").asInt()).isEqualTo(2);
        assertThat(report.at("/dryRun").asBoolean()).isTrue();
        assertThat(story.county.number("select count(*) from proposal")).isZero();
        assertThat(story.county.historyHead()).isEqualTo(head);
    }

    @Test
    void only_proposal_staff_bring_in_and_not_more_than_five_thousand_rows() {
        story.tashi
                .post("/api/proposal-imports", body("events", List.of(receive("P1", "扎西"))))
                .refused(403, "policy.not-allowed");
        story.office
                .post("/api/proposal-imports", body("events", List.of()))
                .refused(422, "fields.invalid")
                .naming("events");
        var many = new ArrayList<Object>();
        for (var i = 0; i < 5_001; i++) {
            many.add(body("do", "x"));
        }
        story.office
                .post("/api/proposal-imports", body("events", many))
                .refused(422, "fields.invalid")
                .naming("events");
    }

    private final long head = story.county.historyHead();

    @SafeVarargs
    private Answer take(Map<String, Object>... rows) {
        return story.office.post("/api/proposal-imports", body("events", List.of(rows)));
    }

    private Answer found(String ref) {
        var row = story.office.get("/api/proposals?q="
                + java.net.URLEncoder.encode("往年提案" + ref, java.nio.charset.StandardCharsets.UTF_8));
        return story.office
                .get("/api/proposals/" + row.expect(200).at("/items/0/id").asText())
                .expect(200);
    }

    private static List<String> faults(Answer report) {
        var faults = new ArrayList<String>();
        for (var fault : report.expect(200).at("/refused")) {
            var field = fault.path("field").asText("null");
            faults.add(fault.path("row").asInt() + " " + (field.isEmpty() ? "null" : field) + " "
                    + fault.path("code").asText());
        }
        return faults;
    }

    private static Map<String, Object> receive(String ref, String lead, String... cosigners) {
        return body(
                "on", "2026-01-20",
                "do", "proposal.receive",
                "ref", ref,
                "session", "14-2",
                "kind", "MEMBER",
                "lead", lead,
                "cosigners", List.of(cosigners),
                "title", "往年提案" + ref,
                "category", "经济",
                "situation", "基本情况与存在问题。",
                "suggestions", List.of("建议一"));
    }

    private static Map<String, Object> event(String on, String what, String ref, String... more) {
        var event = body("on", on, "do", "proposal." + what, "ref", ref);
        for (var i = 0; i < more.length; i += 2) {
            event.put(more[i], more[i + 1]);
        }
        return event;
    }
}
