package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.todo;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a report is: the members' who wrote it together, a body's, or somebody's for whom the office writes. */
class OpinionAuthorTest {
    private static final String TITLE = "乡镇退烧药断货";
    private final Newsroom room = new Newsroom();

    @Test
    void how_to_reach_an_outsider_is_seen_by_the_editor_alone() {
        var draft = text(TITLE);
        draft.put(
                "coauthors",
                List.of(body("name", "店主老王", "contact", "13800001234"), body("seatId", room.yangjin.seat())));
        var id = room.tashi.post("/api/opinion-reports", draft).expect(201).id();
        assertThat(room.tashi.get(at(id)).text()).contains("13800001234");
        var again = text(TITLE);
        again.put("version", 1);
        assertThat(room.tashi.put(at(id), again).expect(200).text())
                .as("a client that does not know coauthors leaves them alone")
                .contains("店主老王");
        room.yangjin.get(at(id)).refused(404, "not-found");
        room.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        for (var other : List.of(room.tashi, room.yangjin, room.approver)) {
            assertThat(other.get(at(id)).expect(200).text()).contains("店主老王").doesNotContain("13800001234");
            assertThat(other.get("/api/opinion-reports").expect(200).text()).doesNotContain("13800001234");
        }
        assertThat(room.editor.get(at(id)).text()).contains("13800001234");
        assertThat(told(room.yangjin)).containsExactly("您参与撰写的社情民意信息《" + TITLE + "》已提交");
        assertThat(room.committee.number("select count(*) from opinion_author where contact like '%1380%'"))
                .isZero();

        draft.put(
                "coauthors",
                List.of(
                        body("seatId", room.tashi.seat()),
                        body("seatId", Stage.committee().member("外县").seat()),
                        body()));
        room.tashi
                .post("/api/opinion-reports", draft)
                .refused(422, "fields.invalid")
                .naming("coauthors[0].seatId", "coauthors[1].seatId", "coauthors[2].name");
    }

    @Test
    void an_autosave_leaves_the_coauthors_that_it_does_not_name() {
        var draft = text(TITLE);
        draft.put("coauthors", List.of(body("name", "店主老王", "contact", "13800001234")));
        var id = room.tashi.post("/api/opinion-reports", draft).expect(201).id();
        var edit = text(TITLE);
        edit.put("version", 1);
        var kept = room.tashi.put(at(id), edit).expect(200);
        assertThat(kept.at("/coauthors").findValuesAsText("contact")).containsExactly("13800001234");
        edit.put("version", 2);
        edit.put("coauthors", List.of());
        assertThat(room.tashi.put(at(id), edit).expect(200).at("/coauthors")).isEmpty();
    }

    @Test
    void the_office_writes_for_a_member_and_for_an_informant_without_a_seat() {
        var forTashi = text("代录");
        forTashi.put("onBehalfOf", room.tashi.seat());
        var id = room.editor.post("/api/opinion-reports", forTashi).expect(201).id();
        room.editor.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        assertThat(told(room.tashi)).containsExactly("工作人员已代您提交社情民意信息《代录》");
        room.tashi.post("/api/opinion-reports", forTashi).refused(403, "policy.not-allowed");
        forTashi.put("onBehalfOf", room.approver.seat());
        room.editor
                .post("/api/opinion-reports", forTashi)
                .refused(422, "seat.not-member")
                .naming("onBehalfOf");

        var informant = text("信息员反映");
        informant.put("authorKind", "INFORMANT");
        var nameless =
                room.editor.post("/api/opinion-reports", informant).expect(201).id();
        room.editor
                .put(at(nameless, "submission"), body("secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("coauthors");
        informant.put("coauthors", List.of(body("name", "信息员小李", "contact", "0836-123")));
        var named =
                room.editor.post("/api/opinion-reports", informant).expect(201).id();
        assertThat(room.editor
                        .put(at(named, "submission"), body("secrecyConfirmed", true))
                        .expect(200)
                        .at("/authorKind")
                        .asText())
                .isEqualTo("INFORMANT");
    }

    @Test
    void a_clerk_writes_in_his_bodys_name_and_so_does_the_other_one() {
        var affairs = room.committee.staff("委员工作", Role.MEMBER_AFFAIRS);
        var league = room.committee.staff("民盟县支部", Role.ORG_ACCOUNT).seat();
        affairs.put(
                        "/api/organizations/" + league,
                        body("kind", "PARTY", "clerks", List.of(room.tashi.seat(), room.yangjin.seat())))
                .expect(200);
        var written = text("盟员反映");
        written.put("onBehalfOf", league);
        var draft = room.tashi.post("/api/opinion-reports", written).expect(201);
        assertThat(draft.at("/authorKind").asText()).isEqualTo("ORGANIZATION");
        assertThat(draft.at("/author/name").asText()).isEqualTo("民盟县支部");
        assertThat(draft.json().has("enteredBy")).as("the body's own").isFalse();
        var edited = text("盟员反映断药");
        edited.put("version", 1);
        room.yangjin.put(at(draft.id()), edited).expect(200);
        var outsider = room.committee.member("拉姆");
        outsider.post("/api/opinion-reports", written).refused(403, "policy.not-allowed");
        outsider.get(at(draft.id())).refused(404, "not-found");
        room.yangjin
                .put(at(draft.id(), "submission"), body("secrecyConfirmed", true))
                .expect(200);
        assertThat(room.committee.number(
                        "select count(*) from history where kind = 'opinion.submitted' and subject_id = ? and seat_id = ?",
                        draft.id(),
                        room.yangjin.seat()))
                .as("history says which clerk acted")
                .isEqualTo(1);
        assertThat(room.tashi
                        .get("/api/opinion-reports?mine=true")
                        .expect(200)
                        .at("/items/0/author")
                        .asText())
                .isEqualTo("民盟县支部");
        room.editor
                .put(at(draft.id(), "retention"), body("reason", "KEPT_FOR_REFERENCE"))
                .expect(200);
        for (var clerk : List.of(room.tashi, room.yangjin)) {
            assertThat(told(clerk)).as("both clerks learn of the answer").anyMatch(title -> title.contains("留存"));
        }
        assertThat(room.committee.number(
                        "select count(*) from evidence_opinion_submitted where counts and seat_id = ?", league))
                .as("it counts for the body, not for its clerks")
                .isEqualTo(1);

        affairs.put("/api/organizations/" + league, body("kind", "PARTY", "clerks", List.of(room.yangjin.seat())))
                .expect(200);
        room.tashi.get(at(draft.id())).refused(404, "not-found");
        room.tashi.post("/api/opinion-reports", written).refused(403, "policy.not-allowed");
    }

    @Test
    void what_a_body_is_asked_to_write_waits_for_its_clerks() {
        var affairs = room.committee.staff("委员工作", Role.MEMBER_AFFAIRS);
        var league = room.committee.staff("民盟县支部", Role.ORG_ACCOUNT).seat();
        affairs.put("/api/organizations/" + league, body("kind", "PARTY", "clerks", List.of(room.tashi.seat())))
                .expect(200);
        var due = java.time.LocalDate.now(Stage.shared().clock).plusDays(10).toString();
        var asked = room.editor
                .post("/api/opinion-commissions", body("topic", "春耕农资", "dueOn", due, "seatIds", List.of(league)))
                .expect(201)
                .id();
        assertThat(todo(room.tashi)).containsExactly("WRITE_COMMISSIONED 1");
        assertThat(told(room.tashi)).containsExactly("约请您就“春耕农资”撰写社情民意信息");
        assertThat(todo(room.yangjin)).isEmpty();
        assertThat(room.tashi
                        .get("/api/opinion-commissions?open=true")
                        .expect(200)
                        .at("/items/0/asked/0/seatId")
                        .asText())
                .isEqualTo(league.toString());
        var written = text("农资");
        written.put("commissionId", asked);
        room.tashi.post("/api/opinion-reports", written).refused(404, "not-found");
        written.put("onBehalfOf", league);
        var id = room.tashi.post("/api/opinion-reports", written).expect(201).id();
        room.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        assertThat(todo(room.tashi)).isEmpty();
    }
}
