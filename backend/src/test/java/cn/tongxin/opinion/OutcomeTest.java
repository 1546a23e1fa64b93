package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.instruction;
import static cn.tongxin.opinion.Newsroom.single;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.today;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import cn.tongxin.transfer.Export;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What came of reports, and who may know what of it. */
class OutcomeTest {
    private static final String WORDS = "请卫健委三日内解决";
    private final Newsroom room = new Newsroom();

    @Test
    void many_outcomes_are_noted_months_later_too_with_their_evidence() {
        var id = room.issued("断药");
        var file = room.editor
                .upload("/api/files?name=scan.pdf", "%PDF-1.7 一份批示件".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        var used = body("kind", "USED", "level", "PROVINCE", "on", today(), "who", "省政协信息专报", "note", "第8期");
        used.put("fileId", file);
        room.editor.post(at(id, "outcomes"), used).expect(201);
        room.editor.put(at(id, "closing"), body()).expect(200);
        Stage.shared().clock.pass(Duration.ofDays(90));
        var shown = room.approver
                .post(at(id, "outcomes"), body("kind", "RESOLVED", "level", "COUNTY", "on", today()))
                .expect(201);
        assertThat(shown.at("/outcomes").findValuesAsText("kind")).containsExactly("USED", "RESOLVED");
        assertThat(told(room.tashi)).startsWith("您的社情民意信息《断药》县级推动解决", "您的社情民意信息《断药》省级采用");
        var badges =
                room.tashi.get("/api/opinion-reports?mine=true").expect(200).at("/items/0/badges");
        assertThat(badges.findValuesAsText("level")).containsExactly("PROVINCE", "COUNTY");
        var register = room.editor
                .get("/api/opinion-outcomes?kind=USED&level=PROVINCE")
                .expect(200);
        assertThat(register.at("/items/0/title").asText()).isEqualTo("断药");
        room.approver.post("/api/files/" + file + "/tickets", body()).expect(201);
        room.tashi.post("/api/files/" + file + "/tickets", body()).refused(404, "not-found");
    }

    @Test
    void an_outcome_of_a_later_session_belongs_to_that_and_the_report_to_its_own() {
        var admin = room.committee.staff("管理员", Role.TENANT_ADMIN);
        var day = LocalDate.now(room.committee.stage().clock);
        admin.post("/api/terms", body("no", 14)).expect(201);
        plenary(admin, 1, day.minusDays(30));
        plenary(admin, 2, day.plusDays(60));
        var id = room.issued("断药");
        room.committee.stage().clock.pass(Duration.ofDays(90));
        room.editor
                .post(at(id, "outcomes"), body("kind", "USED", "level", "PROVINCE", "on", today(), "who", "专报"))
                .expect(201);
        assertThat(sessions("evidence_opinion_outcome")).isEqualTo(2);
        assertThat(sessions("evidence_opinion_submitted")).isEqualTo(1);
        assertThat(sessions("evidence_opinion_escalated"))
                .as("what is counted of reports stays with the report")
                .isEqualTo(1);
        for (var session : List.of("14-1", "14-2")) {
            var at = "?basis=session&period=" + session;
            var listed = room.editor
                    .get("/api/indicators/opinion.used_province/items" + at)
                    .expect(200)
                    .at("/items")
                    .size();
            var counted = room.editor
                    .get("/api/indicators" + at)
                    .expect(200)
                    .json()
                    .valueStream()
                    .filter(figure -> figure.path("key").asText().equals("opinion.used_province"))
                    .mapToInt(figure -> figure.path("n").asInt())
                    .sum();
            assertThat(counted).as(session).isEqualTo(listed).isEqualTo(session.equals("14-2") ? 1 : 0);
        }
    }

    private static void plenary(Person admin, int no, LocalDate opens) {
        admin.post("/api/sessions", body("termNo", 14, "sessionNo", no, "opensOn", opens.toString()))
                .expect(201);
    }

    /** The number of the session in which the one thing of a kind is counted. */
    private long sessions(String view) {
        return room.committee.number(
                "select p.session_no from " + view + " e join plenary_session p on p.id = e.session_id");
    }

    @Test
    void the_same_leader_on_the_same_day_is_noted_once() {
        var id = room.issued("断药");
        var first = instruction("李书记", today());
        first.put("id", UUID.randomUUID());
        room.editor.post(at(id, "outcomes"), first).expect(201);
        room.editor.post(at(id, "outcomes"), first).expect(201);
        room.editor.post(at(id, "outcomes"), instruction(" 李 书记", today())).refused(409, "outcome.duplicate");
        room.editor.post(at(id, "outcomes"), instruction("王州长", today())).expect(201);
        assertThat(room.editor.get(at(id)).at("/outcomes")).hasSize(2);
    }

    @Test
    void an_outcome_before_the_issue_or_after_today_or_of_an_unissued_report_is_refused() {
        var yesterday = Stage.shared()
                .clock
                .instant()
                .minus(Duration.ofDays(1))
                .atZone(Stage.shared().clock.getZone())
                .toLocalDate();
        var id = room.issued("断药");
        room.editor
                .post(at(id, "outcomes"), body("kind", "USED", "level", "COUNTY", "on", yesterday.toString()))
                .refused(422, "outcome.before-issue")
                .naming("on");
        room.editor
                .post(
                        at(id, "outcomes"),
                        body(
                                "kind",
                                "USED",
                                "level",
                                "COUNTY",
                                "on",
                                yesterday.plusDays(3).toString()))
                .refused(422, "fields.invalid")
                .naming("on");
        room.editor
                .post(at(id, "outcomes"), body("kind", "INSTRUCTION", "level", "COUNTY", "on", today()))
                .refused(422, "fields.invalid")
                .naming("who");
        room.editor
                .post(at(id, "outcomes"), body("kind", "USED", "level", "COUNTY", "on", today(), "instruction", WORDS))
                .refused(422, "fields.invalid")
                .naming("instruction");
        room.editor
                .post(at(room.taken("未发"), "outcomes"), body("kind", "USED", "level", "COUNTY", "on", today()))
                .refused(409, "opinion.move-not-allowed");
        room.tashi
                .post(at(id, "outcomes"), body("kind", "USED", "level", "COUNTY", "on", today()))
                .refused(403, "policy.not-allowed");
    }

    @Test
    void an_outcome_noted_by_mistake_is_struck_out_with_a_reason_and_no_longer_counts() {
        var id = room.issued("断药");
        var outcome = room.editor
                .post(at(id, "outcomes"), body("kind", "USED", "level", "PROVINCE", "on", today()))
                .expect(201)
                .at("/outcomes/0/id")
                .asText();
        assertThat(counting("evidence_opinion_escalated")).isEqualTo(1);
        room.editor.send("DELETE", "/api/opinion-outcomes/" + outcome, body()).refused(422, "fields.invalid");
        assertThat(room.editor
                        .send("DELETE", "/api/opinion-outcomes/" + outcome, body("reason", "录错"))
                        .expect(200)
                        .at("/outcomes"))
                .isEmpty();
        room.editor
                .send("DELETE", "/api/opinion-outcomes/" + outcome, body("reason", "录错"))
                .refused(409, "outcome.not-ours");
        assertThat(counting("evidence_opinion_escalated")).isZero();
        assertThat(room.committee.number(
                        "select count(*) from evidence_opinion_escalated where why_not = 'outcome-removed'"))
                .isEqualTo(1);
    }

    @Test
    void the_words_of_an_instruction_are_for_listed_roles_and_the_author_knows_only_that_there_is_one_and_its_level()
            throws IOException {
        var id = room.issued("断药");
        var outcome = room.editor
                .post(at(id, "outcomes"), instruction("李书记", today()))
                .expect(201)
                .at("/outcomes/0/id")
                .asText();
        var words = "/api/opinion-outcomes/" + outcome + "/instruction";
        assertThat(room.editor.get(words).expect(200).at("/text").asText()).isEqualTo(WORDS);
        assertThat(room.committee.number(
                        "select count(*) from access_log where kind = 'instruction.read' and detail = ?", outcome))
                .isEqualTo(1);
        assertThat(room.editor.get(at(id)).at("/outcomes/0/can").toString()).contains("read-instruction");

        var mine = room.tashi.get(at(id)).expect(200);
        assertThat(mine.at("/outcomes/0").properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "reportId", "kind", "level", "can");
        assertThat(mine.at("/outcomes/0/level").asText()).isEqualTo("PREFECTURE");
        room.tashi.get(words).refused(404, "not-found");
        assertThat(told(room.tashi)).startsWith("您的社情民意信息《断药》州市级领导作出批示");

        var admin = room.committee.staff("管理员", Role.TENANT_ADMIN);
        admin.get(words).refused(404, "not-found");
        admin.put("/api/settings/opinion.instruction-readers", body("value", List.of("MEMBER"), "version", 0))
                .expect(422);
        admin.put(
                        "/api/settings/opinion.instruction-readers",
                        body("value", List.of("SECRETARY_GENERAL"), "version", 0))
                .expect(200);
        room.editor.get(words).refused(404, "not-found");
        assertThat(room.committee
                        .staff("秘书长", Role.SECRETARY_GENERAL)
                        .get(words)
                        .expect(200)
                        .at("/text")
                        .asText())
                .isEqualTo(WORDS);

        for (var reader : List.of(room.tashi, room.editor, room.approver)) {
            for (var path : List.of(at(id), at(id, "timeline"), "/api/opinion-reports", "/api/inbox", "/api/todo")) {
                assertThat(reader.get(path).expect(200).text()).as(path).doesNotContain(WORDS);
            }
        }
        for (var path : List.of("/api/opinion-outcomes", "/api/bulletin-issues", "/api/opinion-usage")) {
            assertThat(room.editor.get(path).expect(200).text()).as(path).doesNotContain(WORDS);
        }
        for (var path : List.of(at(id), at(id, "timeline"), "/api/opinion-reports", "/api/inbox")) {
            assertThat(room.tashi.get(path).expect(200).text()).as(path).doesNotContain("李书记");
        }
        assertThat(exported()).contains("断药").doesNotContain(WORDS);
        assertThat(room.committee.number("select count(*) from history_payload where payload::text like '%李书记%'"))
                .isZero();
    }

    @Test
    void the_evidence_of_an_instruction_is_for_those_who_read_instructions() {
        var id = room.issued("断药");
        var scan = room.editor
                .upload("/api/files?name=scan.pdf", "%PDF-1.7 批示件".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        var given = instruction("李书记", today());
        given.put("fileId", scan);
        room.editor.post(at(id, "outcomes"), given).expect(201);
        room.approver.post("/api/files/" + scan + "/tickets", body()).expect(201);
        room.committee
                .staff("管理员", Role.TENANT_ADMIN)
                .put(
                        "/api/settings/opinion.instruction-readers",
                        body("value", List.of("SECRETARY_GENERAL"), "version", 0))
                .expect(200);
        for (var reader : List.of(room.editor, room.approver)) {
            assertThat(reader.get(at(id)).expect(200).at("/outcomes/0").has("fileId"))
                    .isFalse();
        }
        room.approver.post("/api/files/" + scan + "/tickets", body()).refused(404, "not-found");
        var listed = room.committee.staff("秘书长", Role.SECRETARY_GENERAL);
        assertThat(listed.get(at(id)).expect(200).at("/outcomes/0/fileId").asText())
                .isEqualTo(scan.toString());
        listed.post("/api/files/" + scan + "/tickets", body()).expect(201);
    }

    @Test
    void why_an_outcome_was_struck_out_is_not_for_its_author() {
        var id = room.issued("断药");
        var outcome = room.editor
                .post(at(id, "outcomes"), instruction("李书记", today()))
                .expect(201)
                .at("/outcomes/0/id")
                .asText();
        room.editor
                .send("DELETE", "/api/opinion-outcomes/" + outcome, body("reason", "李书记批示登记有误"))
                .expect(200);
        assertThat(room.editor.get(at(id, "timeline")).expect(200).text()).contains("李书记批示登记有误");
        assertThat(room.tashi.get(at(id, "timeline")).expect(200).text()).doesNotContain("李书记");
    }

    @Test
    void a_named_accusation_is_referred_elsewhere_and_its_text_leaves_every_list_and_export() throws IOException {
        var accusation = text("举报张三");
        accusation.put("situation", "张三多次收受好处，详情如下。");
        var id = room.tashi.post("/api/opinion-reports", accusation).expect(201).id();
        room.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        room.editor.put(at(id, "editing"), body()).expect(200);
        assertThat(exported()).contains("张三多次收受好处");
        var issue = room.build(single(id));
        room.editor
                .put(at(id, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .refused(409, "bulletin.report-taken");
        room.editor.delete("/api/bulletin-issues/" + issue).expect(204);
        room.editor
                .put(at(id, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .expect(200);
        assertThat(exported()).doesNotContain("张三多次收受好处");
        assertThat(room.approver.get("/api/opinion-reports").expect(200).text()).doesNotContain("张三");
        assertThat(room.approver.get(at(id)).expect(200).text()).doesNotContain("张三多次收受好处");
        assertThat(room.tashi.get(at(id)).expect(200).at("/text/situation").asText())
                .startsWith("张三");
        assertThat(room.tashi.get(at(id)).at("/answerReason").asText()).isEqualTo("OTHER_CHANNEL");
        assertThat(told(room.tashi).getFirst()).doesNotContain("张三");
        assertThat(room.tashi.get("/api/inbox").expect(200).at("/items/0/text").asText())
                .contains("信访、纪检监察");

        var back = room.editor.delete(at(id, "last-move")).expect(200);
        assertThat(back.at("/text/title").asText()).isEqualTo("举报张三");
        assertThat(back.at("/edition/title").asText()).isEqualTo("举报张三");
        assertThat(back.at("/sealed").asBoolean()).isFalse();
    }

    @Test
    void usage_is_told_by_author_and_organisation() {
        var org = room.committee.member("县工商联");
        room.committee.inside("update seat_role set role = 'ORG_ACCOUNT' where seat_id = ?", org.seat());
        var id = org.post("/api/opinion-reports", text("组织来稿")).expect(201).id();
        org.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        var mine = room.issued("断药");
        room.editor
                .post(at(mine, "outcomes"), body("kind", "USED", "level", "PROVINCE", "on", today()))
                .expect(201);
        room.editor.post(at(mine, "outcomes"), instruction("李书记", today())).expect(201);
        var rows = room.editor.get("/api/opinion-usage").expect(200);
        assertThat(rows.json()).hasSize(2);
        assertThat(rows.at("/0/authorKind").asText()).isEqualTo("ORGANIZATION");
        assertThat(rows.at("/1/issued").asInt()).isEqualTo(1);
        assertThat(rows.at("/1/usedProvince").asInt()).isEqualTo(1);
        assertThat(rows.at("/1/instructed").asInt()).isEqualTo(1);
        room.editor.get("/api/opinion-usage?year=12").refused(422, "fields.invalid");
    }

    @Test
    void the_notice_of_use_names_who_wrote_along_and_who_has_no_seat() {
        var along = text("两人同写");
        along.put("coauthors", List.of(body("seatId", room.yangjin.seat()), body("name", "李老师")));
        var id = room.tashi.post("/api/opinion-reports", along).expect(201).id();
        room.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        var informed = text("信息员反映");
        informed.put("authorKind", "INFORMANT");
        informed.put("coauthors", List.of(body("name", "信息员小李")));
        var typed =
                room.editor.post("/api/opinion-reports", informed).expect(201).id();
        room.editor.put(at(typed, "submission"), body("secrecyConfirmed", true)).expect(200);
        var rows = room.editor.get("/api/opinion-usage").expect(200);
        assertThat(rows.json()).hasSize(4);
        assertThat(of(rows, "扎西").path("submitted").asInt()).isEqualTo(1);
        assertThat(of(rows, "扎西").path("thisMonth").asInt()).isEqualTo(1);
        assertThat(of(rows, "央金").path("submitted").asInt()).isZero();
        assertThat(of(rows, "央金").path("coauthored").asInt()).isEqualTo(1);
        assertThat(of(rows, "央金").has("authorKind")).isFalse();
        assertThat(of(rows, "李老师").has("seatId")).isFalse();
        assertThat(of(rows, "李老师").path("coauthored").asInt()).isEqualTo(1);
        assertThat(of(rows, "信息员小李").path("authorKind").asText()).isEqualTo("INFORMANT");
        assertThat(of(rows, "信息员小李").path("submitted").asInt()).isEqualTo(1);
        assertThat(of(rows, "信息员小李").path("months").asInt()).isEqualTo(1);
    }

    private static JsonNode of(Answer rows, String name) {
        return rows.json()
                .valueStream()
                .filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + name));
    }

    private long counting(String view) {
        return room.committee.number("select count(*) from " + view + " where counts");
    }

    /** Everything that the committee would take away with it, as text. */
    private String exported() throws IOException {
        var out = new ByteArrayOutputStream();
        Stage.shared().bean(Export.class).write(room.committee.id(), out);
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
