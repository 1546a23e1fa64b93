package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.today;
import static cn.tongxin.opinion.Newsroom.todo;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The office asks members to write. */
class CommissionTest {
    private final Newsroom room = new Newsroom();

    @Test
    void a_member_is_asked_writes_and_has_done_with_it() {
        var asked = body(
                "topic",
                "虫草采挖秩序",
                "brief",
                "各乡情况与建议",
                "dueOn",
                today(),
                "seatIds",
                List.of(room.tashi.seat(), room.yangjin.seat()));
        var id = room.editor.post("/api/opinion-commissions", asked).expect(201).id();
        assertThat(told(room.tashi)).containsExactly("约请您就“虫草采挖秩序”撰写社情民意信息");
        assertThat(todo(room.tashi)).containsExactly("WRITE_COMMISSIONED 1");
        var draft = text("虫草采挖");
        draft.put("commissionId", id);
        var report = room.tashi.post("/api/opinion-reports", draft).expect(201).id();
        room.tashi.put(at(report, "submission"), body("secrecyConfirmed", true)).expect(200);
        assertThat(todo(room.tashi)).isEmpty();
        var seen = room.editor.get("/api/opinion-commissions/" + id).expect(200);
        assertThat(seen.at("/asked").findValuesAsText("reportStatus")).containsExactly("SUBMITTED");
        assertThat(room.yangjin
                        .get("/api/opinion-commissions?open=true")
                        .expect(200)
                        .at("/items/0/asked"))
                .hasSize(1);
        assertThat(room.editor
                        .get("/api/opinion-reports?commissionId=" + id)
                        .expect(200)
                        .at("/items"))
                .hasSize(1);

        room.editor
                .put("/api/opinion-commissions/" + id + "/closing", body("version", 1))
                .expect(200);
        room.editor
                .put("/api/opinion-commissions/" + id + "/closing", body("version", 1))
                .refused(409, "commission.version");
        assertThat(todo(room.yangjin)).isEmpty();
    }

    @Test
    void whom_it_does_not_ask_it_is_not_there_for() {
        var id = room.editor
                .post(
                        "/api/opinion-commissions",
                        body("topic", "题", "dueOn", today(), "seatIds", List.of(room.tashi.seat())))
                .expect(201)
                .id();
        room.yangjin.get("/api/opinion-commissions/" + id).refused(404, "not-found");
        room.committee.guest("客人").get("/api/opinion-commissions/" + id).refused(404, "not-found");
        var draft = text("冒充");
        draft.put("commissionId", id);
        room.yangjin.post("/api/opinion-reports", draft).refused(404, "not-found");
        room.tashi
                .post(
                        "/api/opinion-commissions",
                        body("topic", "题", "dueOn", today(), "seatIds", List.of(room.tashi.seat())))
                .refused(403, "policy.not-allowed");
        room.editor
                .post(
                        "/api/opinion-commissions",
                        body(
                                "topic",
                                "题",
                                "dueOn",
                                "2020-01-01",
                                "seatIds",
                                List.of(Stage.committee().member("外县").seat())))
                .refused(422, "fields.invalid")
                .naming("dueOn", "seatIds[0]");
    }
}
