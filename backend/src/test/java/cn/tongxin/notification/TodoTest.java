package cn.tongxin.notification;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TodoTest {
    private final TestCommittee county = Stage.committee();
    private final Person tashi = county.member("扎西");
    private final Person study = county.staff("央宗", Role.STUDY_STAFF);

    @Test
    void who_has_nothing_to_do_has_an_empty_list() {
        assertThat(todo(county.guest("读者"))).isEmpty();
        assertThat(todo(tashi)).isEmpty();
    }

    @Test
    void a_draft_waits_for_its_author_alone() {
        tashi.post("/api/proposals", body("title", "关于草场的建议")).expect(201);
        assertThat(todo(tashi)).containsExactly("FINISH_DRAFT 1");
        assertThat(todo(county.member("卓玛"))).isEmpty();
        assertThat(todo(county.staff("提案委", Role.PROPOSAL_STAFF))).isEmpty();
    }

    @Test
    void a_paper_half_typed_waits_for_who_typed_it_and_for_the_office_once_he_has_left() {
        var office = county.staff("提案委", Role.PROPOSAL_STAFF);
        var id = office.post("/api/proposals", body("title", "代录", "onBehalfOf", tashi.seat()))
                .expect(201)
                .id();
        assertThat(todo(office)).containsExactly("FINISH_DRAFT 1");
        assertThat(todo(tashi)).containsExactly("FINISH_DRAFT 1");
        var other = county.staff("提案委二", Role.PROPOSAL_STAFF);
        assertThat(todo(other)).isEmpty();
        county.staff("管理员", Role.TENANT_ADMIN)
                .put("/api/seats/" + office.seat() + "/ending", body("version", 1, "reason", "TRANSFERRED"))
                .expect(200);
        assertThat(todo(other)).containsExactly("FINISH_DRAFT 1");
        other.put("/api/proposals/" + id, body("version", 1, "title", "代录完")).expect(200);
        assertThat(todo(county.staff("审查", Role.PROPOSAL_REVIEWER))).isEmpty();
    }

    @Test
    void a_group_that_should_begin_and_a_held_post_wait_for_owner_and_office() {
        county.decide("reading.roster-weeks", "0");
        var made = study.post(
                        "/api/reading-groups",
                        body(
                                "theme", "春季共读",
                                "book", "书",
                                "startsOn", "2026-03-02",
                                "endsOn", "2026-04-30",
                                "visibility", "GUESTS",
                                "ownerId", tashi.seat()))
                .expect(201);
        var path = "/api/reading-groups/" + made.id();
        assertThat(todo(tashi)).containsExactly("OPEN_GROUP 1");
        assertThat(todo(study)).containsExactly("OPEN_GROUP 1");
        assertThat(todo(county.member("卓玛"))).isEmpty();
        tashi.put(path + "/opening", body()).expect(200);
        assertThat(todo(tashi)).containsExactly("OPEN_WITH_WORDS 1", "MISSING_HOST 1");

        var guest = county.guest("读者");
        guest.put(path + "/membership", body()).expect(200);
        var post =
                guest.post(path + "/posts", body("kind", "NOTE", "text", "来信")).expect(201);
        assertThat(todo(tashi)).containsExactlyInAnyOrder("CHECK_POST 1", "OPEN_WITH_WORDS 1", "MISSING_HOST 1");
        assertThat(todo(guest)).isEmpty();
        tashi.put(path + "/posts/" + post.id() + "/release", body()).expect(200);
        assertThat(todo(study)).containsExactly("MISSING_HOST 1");
    }

    @Test
    void a_complaint_and_a_pending_seat_wait_for_member_affairs() {
        var affairs = county.staff("委员科", Role.MEMBER_AFFAIRS);
        var complaint = tashi.post("/api/complaints", body("kind", "COMPLAINT", "text", "页面打不开"))
                .expect(201);
        county.inside(
                "insert into seat (id, name, status, created_at) values (?, '新任委员', 'PENDING', now())", complaint.id());
        assertThat(todo(affairs)).containsExactly("ANSWER_COMPLAINT 1", "ACTIVATE_SEAT 1");
        assertThat(affairs.get("/api/todo")
                        .expect(200)
                        .at("/groups/0/items/0/title")
                        .asText())
                .isEqualTo("页面打不开");
        affairs.put("/api/complaints/" + complaint.id() + "/answer", body("text", "已修复"))
                .expect(200);
        assertThat(todo(affairs)).containsExactly("ACTIVATE_SEAT 1");
    }

    @Test
    void an_ended_seat_has_nothing_left_to_do() {
        tashi.post("/api/proposals", body("title", "未写完")).expect(201);
        county.inside("update seat set status = 'ENDED' where id = ?", tashi.seat());
        county.inside("update seat_directory set status = 'ENDED' where seat_id = ?", tashi.seat());
        county.stage().bean(cn.tongxin.identity.Callers.class).forget();
        assertThat(todo(tashi)).isEmpty();
    }

    static List<String> todo(Person person) {
        return groups(person.get("/api/todo").expect(200));
    }

    private static List<String> groups(Answer answer) {
        return StreamSupport.stream(answer.at("/groups").spliterator(), false)
                .map(group ->
                        group.path("verb").asText() + " " + group.path("count").asInt())
                .toList();
    }
}
