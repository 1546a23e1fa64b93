package cn.tongxin.proposal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Key proposals: a named leader, a notice and two meetings, and how complete they are. */
class KeyProposalTest {
    private final Story story = new Story();
    private final String today = LocalDate.now(Stage.shared().clock).toString();

    private UUID key() {
        var id = story.filed();
        story.office
                .put(at(id, "key"), body("leader", "州政协副主席 泽仁", "plannedOn", today))
                .expect(200);
        return id;
    }

    private void step(UUID id, String step) {
        story.office
                .put(at(id, "key/steps/" + step), body("on", today, "note", "会议纪要"))
                .expect(200);
    }

    private String light(UUID id) {
        return story.office.get(at(id, "key")).expect(200).at("/light").asText();
    }

    @Test
    void the_board_says_how_many_the_session_has_beside_how_many_it_should_have() {
        var id = story.filed();
        var before = story.office.get("/api/key-proposal-count").expect(200);
        assertThat(before.at("/chosen").asInt()).isZero();
        assertThat(before.at("/atLeast").asInt()).isEqualTo(5);
        assertThat(before.at("/atMost").asInt()).isEqualTo(10);
        story.office
                .put("/api/proposals/" + id + "/key", body("leader", "次仁副主席"))
                .expect(200);
        story.setting("proposal.key-max", 6);
        var after = story.office.get("/api/key-proposal-count").expect(200);
        assertThat(after.at("/chosen").asInt()).isEqualTo(1);
        assertThat(after.at("/atMost").asInt()).isEqualTo(6);
        assertThat(after.at("/session").asText()).isNotEmpty();
        story.tashi.get("/api/key-proposal-count").refused(403, "policy.not-allowed");
    }

    @Test
    void a_filed_proposal_is_chosen_led_by_somebody_and_stands_on_the_board() {
        var id = story.filed();
        story.office.get(at(id, "key")).refused(409, "proposal.not-key");
        story.office.put(at(id, "key"), body()).refused(422, "fields.invalid").naming("leader");
        story.tashi.put(at(id, "key"), body("leader", "自己")).refused(403, "policy.not-allowed");
        story.office
                .put(at(id, "key"), body("leader", "甲", "specialCommitteeId", UUID.randomUUID()))
                .refused(404, "not-found");
        var marked = story.office
                .put(at(id, "key"), body("leaderId", story.yangjin.seat()))
                .expect(200);
        assertThat(marked.at("/leader").asText()).isEqualTo("央金");
        assertThat(marked.at("/light").asText()).isEqualTo("NOT_BEGUN");
        var board = story.office.get("/api/key-proposals").expect(200);
        assertThat(board.at("/items").findValuesAsText("id")).containsExactly(id.toString());
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_key where source_id = ? and counts and seat_id = ?",
                        id,
                        story.yangjin.seat()))
                .isEqualTo(1);
        story.tashi.get("/api/key-proposals").refused(403, "policy.not-allowed");
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.tashi.get("/api/inbox").expect(200).text()).contains("被确定为重点提案", "央金");

        var changed = story.office
                .put(at(id, "key"), body("version", marked.version(), "leader", "州委副书记 王某"))
                .expect(200);
        assertThat(changed.at("/leader").asText()).isEqualTo("州委副书记 王某");
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_key where source_id = ? and counts and detail ->> 'led' = 'true'",
                        id))
                .as("a leader without a seat leads it as well")
                .isEqualTo(1);
        story.office
                .put(at(id, "key"), body("version", marked.version(), "leader", "晚了"))
                .refused(409, "proposal.version");
        assertThat(story.office.get(at(id, "timeline")).json().findValuesAsText("kind"))
                .contains("proposal.key-marked", "proposal.key-changed");
    }

    @Test
    void only_what_stands_as_filed_is_a_key_proposal() {
        story.office.put(at(story.inLastStage(), "key"), body("leader", "甲")).refused(409, "proposal.move-not-allowed");
        story.office
                .put(at(story.filed(), "key/steps/NOTICE"), body("on", today))
                .refused(409, "proposal.not-key");
    }

    @Test
    void the_light_follows_the_notice_and_the_two_meetings() {
        var id = key();
        assertThat(light(id)).isEqualTo("NOT_BEGUN");
        step(id, "NOTICE");
        assertThat(light(id)).isEqualTo("UNDER_WAY");
        Story.later(Duration.ofDays(2), () -> assertThat(light(id)).isEqualTo("LATE"));
        step(id, "FIRST_MEETING");
        step(id, "SECOND_MEETING");
        assertThat(light(id)).isEqualTo("COMPLETE");
        story.office
                .put(at(id, "key/steps/NOTICE"), body("on", "2099-01-01"))
                .refused(422, "fields.invalid")
                .naming("on");
        story.office
                .put(at(id, "key/steps/NOTICE"), body())
                .refused(422, "fields.invalid")
                .naming("on");
        var shown = story.tashi.get(at(id, "key")).expect(200);
        assertThat(shown.at("/steps")).hasSize(3);
        assertThat(shown.text()).doesNotContain("会议纪要");
        assertThat(shown.can()).isEmpty();
        story.yangjin.get(at(id, "key")).refused(404, "not-found");
    }

    @Test
    void whoever_leads_it_and_the_chair_council_follow_it_and_nobody_else_does() {
        var chair = story.county.staff("主席", Role.CHAIR_COUNCIL);
        var id = story.assigned();
        story.yangjin.get("/api/proposals/" + id).refused(404, "not-found");
        chair.get("/api/proposals/" + id).refused(404, "not-found");
        assertThat(led(story.yangjin)).isEmpty();
        story.office.put(at(id, "key"), body("leaderId", story.yangjin.seat())).expect(200);

        var mine = story.yangjin.get("/api/led-proposals").expect(200).at("/items/0");
        assertThat(mine.path("id").asText()).isEqualTo(id.toString());
        assertThat(mine.path("next").asText()).isEqualTo("NOTICE");
        assertThat(mine.path("can").isEmpty()).isTrue();
        var opened = story.yangjin.get("/api/proposals/" + id).expect(200);
        assertThat(opened.at("/assignments/0/unitName").asText()).isEqualTo("县交通运输局");
        assertThat(told(story.yangjin)).contains("请您领衔督办重点提案《关于改善牧区冬季道路通行条件的建议》");
        assertThat(led(story.tashi)).as("the proponent leads nothing").isEmpty();
        story.county.guest("读者").get("/api/led-proposals").refused(403, "policy.not-allowed");

        assertThat(chair.get("/api/key-proposals").expect(200).at("/items").findValuesAsText("id"))
                .containsExactly(id.toString());
        chair.get("/api/proposals/" + id).expect(200);
        story.county
                .staff("秘书长", Role.SECRETARY_GENERAL)
                .get("/api/proposals/" + id)
                .expect(200);
        chair.get("/api/proposals/" + story.filed()).refused(404, "not-found");
        chair.put(at(id, "key"), body("leader", "自己")).refused(403, "policy.not-allowed");

        story.office.send("DELETE", at(id, "key"), body("reason", "调整")).expect(204);
        assertThat(led(story.yangjin)).isEmpty();
        story.yangjin.get("/api/proposals/" + id).refused(404, "not-found");
    }

    @Test
    void the_next_meeting_is_announced_to_its_leader_until_one_was_held() {
        var id = story.filed();
        var tomorrow = LocalDate.parse(today).plusDays(1).toString();
        var meeting = body("on", tomorrow, "place", "县政协二楼会议室");
        story.office.put(at(id, "key/meeting"), meeting).refused(409, "proposal.not-key");
        story.office.put(at(id, "key"), body("leaderId", story.yangjin.seat())).expect(200);
        story.office
                .put(at(id, "key/meeting"), body("on", "2026-01-01", "place", "县政协"))
                .refused(422, "fields.invalid")
                .naming("on");
        story.office
                .put(at(id, "key/meeting"), body("on", tomorrow))
                .refused(422, "fields.invalid")
                .naming("place");
        story.yangjin.put(at(id, "key/meeting"), meeting).refused(403, "policy.not-allowed");
        story.office.put(at(id, "key/meeting"), meeting).expect(200);
        var shown = story.yangjin.get("/api/led-proposals").expect(200).at("/items/0/meeting");
        assertThat(shown.path("on").asText()).isEqualTo(tomorrow);
        assertThat(shown.path("place").asText()).isEqualTo("县政协二楼会议室");
        assertThat(told(story.yangjin)).contains("重点提案《关于改善牧区冬季道路通行条件的建议》的督办会议安排");
        assertThat(told(story.tashi)).noneMatch(title -> title.contains("督办会议安排"));

        step(id, "NOTICE");
        step(id, "FIRST_MEETING");
        assertThat(story.office.get(at(id, "key")).at("/meeting/on").asText())
                .as("it is still to come")
                .isEqualTo(tomorrow);
        Story.later(Duration.ofDays(2), () -> step(id, "SECOND_MEETING"));
        var held = story.office.get(at(id, "key")).expect(200).json();
        assertThat(held.has("meeting")).isFalse();
        assertThat(held.has("next")).isFalse();
        story.office.put(at(id, "key/meeting"), meeting).expect(200);
        story.office.put(at(id, "key/meeting"), body()).expect(200);
        assertThat(story.office.get(at(id, "key")).json().has("meeting")).isFalse();
    }

    private static List<String> led(Person person) {
        return person.get("/api/led-proposals").expect(200).at("/items").findValuesAsText("id");
    }

    private static List<String> told(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    @Test
    void the_minutes_are_read_by_the_office_and_nobody_else() {
        var id = key();
        var file = story.office
                .upload("/api/files?name=a.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        story.office
                .put(at(id, "key/steps/NOTICE"), body("on", today, "fileId", file))
                .expect(200);
        var colleague = story.county.staff("同事", Role.PROPOSAL_STAFF);
        colleague.post("/api/files/" + file + "/tickets", null).expect(201);
        story.tashi.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
        colleague
                .put(at(id, "key/steps/NOTICE"), body("on", today, "fileId", file))
                .expect(200);
        colleague
                .put(at(id, "key/steps/FIRST_MEETING"), body("on", today, "fileId", file))
                .refused(404, "not-found");
    }

    @Test
    void what_is_none_any_more_stays_known_and_does_not_count() {
        var id = key();
        story.office
                .send("DELETE", at(id, "key"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office.send("DELETE", at(id, "key"), body("reason", "主席会议调整")).expect(204);
        story.office.get(at(id, "key")).refused(409, "proposal.not-key");
        assertThat(story.office.get("/api/key-proposals").expect(200).at("/items"))
                .isEmpty();
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_key where source_id = ? and not counts and why_not = 'unmarked'",
                        id))
                .isEqualTo(1);
        story.office.put(at(id, "key"), body("leader", "再次确定")).expect(200);
        assertThat(story.county.number("select count(*) from evidence_proposal_key where source_id = ? and counts", id))
                .isEqualTo(1);
        assertThat(story.county.number("select count(*) from evidence_proposal_key where source_id = ?", id))
                .isEqualTo(1);

        story.office.send("DELETE", at(id, "filing"), body("reason", "立案有误")).expect(200);
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_key where source_id = ? and not counts and why_not = 'unfiled'",
                        id))
                .isEqualTo(1);
    }
}
