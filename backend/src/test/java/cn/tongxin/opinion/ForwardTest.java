package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.todo;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.schedule.Schedule;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report that is handed to a unit, by the same machine as a proposal. */
class ForwardTest {
    private final Newsroom room = new Newsroom();
    private final Person admin = room.committee.staff("管理员", Role.TENANT_ADMIN);
    private final UUID unit = admin.post("/api/units", body("name", "县卫健局", "validFrom", "2020-01-01"))
            .expect(201)
            .id();
    private final Person clerk = room.committee.clerk("多吉", unit);

    ForwardTest() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        admin.post(
                        "/api/sessions",
                        body("termNo", 14, "sessionNo", 2, "opensOn", "2026-01-15", "closesOn", "2026-01-18"))
                .expect(201);
    }

    @Test
    void a_unit_is_told_of_a_report_as_it_was_issued() {
        var id = room.taken("我家乡断药了");
        var edited = Newsroom.text("乡镇断药应引起重视");
        edited.put("version", room.editor.get(at(id)).at("/version").asInt());
        room.editor.put(at(id, "edition"), edited).expect(200);
        room.editor.put(at(id, "approval-request"), body()).expect(200);
        room.issue(Newsroom.single(id)).expect(200);
        room.editor.put(at(id, "assignment"), order()).expect(200);
        assertThat(told(clerk)).containsExactly("收到转办社情民意信息《乡镇断药应引起重视》");
        assertThat(clerk.get("/api/todo").expect(200).text())
                .contains("乡镇断药应引起重视")
                .doesNotContain("我家乡断药了");
    }

    @Test
    void a_unit_replies_and_the_report_is_closed_once_nothing_is_open() {
        var id = room.issued("断药");
        room.editor
                .put(at(id, "assignment"), body())
                .refused(422, "fields.invalid")
                .naming("units");
        var sent = room.editor.put(at(id, "assignment"), order()).expect(200);
        assertThat(sent.at("/status").asText()).isEqualTo("FORWARDED");
        assertThat(sent.at("/outcomes/0/kind").asText()).isEqualTo("FORWARDED");
        room.editor.put(at(id, "closing"), body()).refused(409, "opinion.forward-open");
        clerk.get(at(id)).refused(404, "not-found");
        var assignment = "/api/assignments/" + sent.at("/assignments/0/id").asText();
        assertThat(clerk.get(assignment).expect(200).at("/situation").asText()).startsWith("入冬以来");
        assertThat(told(clerk)).containsExactly("收到转办社情民意信息《断药》");
        assertThat(todo(clerk)).containsExactly("SIGN_FOR 1");
        var proposals = room.committee.staff("提案室", Role.PROPOSAL_STAFF, Role.ASSIGNING_OFFICE);
        proposals.get(assignment).refused(404, "not-found");
        assertThat(proposals.get("/api/assignments").expect(200).at("/items")).isEmpty();
        assertThat(todo(proposals)).isEmpty();
        clerk.put(assignment + "/acceptance", body()).expect(200);
        clerk.put(assignment + "/reply", reply()).expect(200);
        assertThat(room.editor.get(at(id)).at("/status").asText()).isEqualTo("FORWARDED");
        assertThat(todo(room.editor)).contains("REVIEW_REPLY 1");
        room.editor.put(assignment + "/reply-review", body("approved", true)).expect(200);
        assertThat(room.editor.get(at(id)).at("/status").asText()).isEqualTo("ISSUED");
        assertThat(room.tashi.get(at(id)).at("/assignments/0/reply/docNo").asText())
                .isEqualTo("卫健〔2026〕1号");
        room.tashi.get(assignment + "/reply-letter").refused(409, "assignment.no-papers");
        room.editor.get(assignment + "/feedback-form").refused(409, "assignment.no-papers");
        room.editor.put(at(id, "closing"), body()).expect(200);
        assertThat(room.editor.get(at(id, "timeline")).expect(200).text())
                .contains("assignment.replied", "opinion.followed");
    }

    @Test
    void a_withdrawn_report_is_taken_from_its_unit() {
        var id = room.issued("断药");
        var sent = room.editor.put(at(id, "assignment"), order()).expect(200);
        room.editor.put(at(id, "withdrawal"), body("reason", "有误")).expect(200);
        clerk.get("/api/assignments/" + sent.at("/assignments/0/id").asText()).refused(404, "not-found");
    }

    @Test
    void a_unit_finds_what_it_holds_by_the_title_that_was_issued_and_by_nothing_that_it_does_not_read() {
        var id = room.issued("牧区断药");
        room.editor.put(at(id, "assignment"), order()).expect(200);
        for (var reader : List.of(clerk, room.editor)) {
            assertThat(found(reader, "牧区 断药")).isEqualTo(1);
            assertThat(found(reader, "断药 通村路")).isZero();
            assertThat(found(reader, "入冬以来")).isZero();
            assertThat(found(reader, "%")).isZero();
        }
    }

    @Test
    void a_late_reply_is_told_to_the_unit_the_editor_the_leader_and_at_last_to_the_secretary_general() {
        var leader = room.committee.staff("局长", Role.UNIT_LEADER);
        room.committee.inside("update seat_role set unit_id = ? where seat_id = ?", unit, leader.seat());
        var secretary = room.committee.staff("秘书长", Role.SECRETARY_GENERAL);
        var id = room.issued("断药");
        room.editor.put(at(id, "assignment"), order()).expect(200);
        later(Duration.ofDays(94), () -> {
            time();
            assertThat(told(clerk)).anyMatch(title -> title.startsWith("《断药》已超期"));
            assertThat(told(room.editor)).anyMatch(title -> title.startsWith("《断药》已超期"));
            assertThat(told(secretary)).isEmpty();
            assertThat(told(room.tashi)).noneMatch(title -> title.contains("超期"));
        });
        later(Duration.ofDays(100), () -> {
            time();
            assertThat(told(leader)).contains("督办：县卫健局办理的《断药》超期未答复");
            assertThat(told(secretary)).isEmpty();
        });
        later(Duration.ofDays(110), () -> {
            time();
            assertThat(told(secretary)).contains("督办：县卫健局办理的《断药》超期未答复");
        });
    }

    private void time() {
        Stage.shared().bean(Schedule.class).in(room.committee.id());
    }

    private static int found(Person reader, String words) {
        return reader.get("/api/assignments?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .at("/items")
                .size();
    }

    private java.util.Map<String, Object> order() {
        return body("units", List.of(body("unitId", unit, "role", "SOLE")));
    }

    private static java.util.Map<String, Object> reply() {
        return body(
                "version",
                2,
                "docNo",
                "卫健〔2026〕1号",
                "text",
                "已设立储备点。",
                "answers",
                List.of(body("no", 1, "text", "已落实")),
                "grade",
                "A",
                "contact",
                body("mode", "PHONE", "on", "2026-01-20", "who", "扎西"),
                "signer",
                "局长",
                "signedOn",
                "2026-01-20");
    }
}
