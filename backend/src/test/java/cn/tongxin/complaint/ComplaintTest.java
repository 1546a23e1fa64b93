package cn.tongxin.complaint;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

/** Anybody may complain or suggest, follows it by its number, and gets an answer. */
class ComplaintTest {
    private final TestCommittee ganzi = Stage.committee();
    private final Person office = ganzi.staff("卓玛", Role.MEMBER_AFFAIRS);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void a_member_complains_and_reads_the_answer() {
        var written = tashi.post(
                        "/api/complaints", body("kind", "COMPLAINT", "text", "字太小，看不清。", "contact", "13900000000"))
                .expect(201);
        assertThat(written.at("/trackingNo").asText()).matches("TX-[0-9A-F]{10}");
        assertThat(written.can()).isEmpty();

        var seen = office.get("/api/complaints?status=OPEN&count=true").expect(200);
        assertThat(seen.at("/total").asInt()).isEqualTo(1);
        assertThat(seen.at("/items/0/contact").asText()).isEqualTo("13900000000");
        assertThat(seen.at("/items/0/can/0").asText()).isEqualTo("answer");
        office.put("/api/complaints/" + written.id() + "/answer", body("text", "请在“我的”里打开大字版。"))
                .expect(200);

        var answered = tashi.get("/api/complaints/" + written.id()).expect(200);
        assertThat(answered.at("/answer").asText()).contains("大字版");
        assertThat(answered.at("/status").asText()).isEqualTo("ANSWERED");
        assertThat(ganzi.historyHead()).isEqualTo(2);
        assertThat(ganzi.number("select count(*) from complaint where contact like '%139%'"))
                .isZero();
    }

    @Test
    void a_complaint_is_answered_once() {
        var written = tashi.post("/api/complaints", body("kind", "SUGGESTION", "text", "加一个语音输入"))
                .expect(201);
        office.put("/api/complaints/" + written.id() + "/answer", body("text", "已列入计划"))
                .expect(200);

        office.put("/api/complaints/" + written.id() + "/answer", body("text", "再答一次"))
                .refused(409, "complaint.answered");
    }

    @Test
    void nobody_else_reads_it_and_a_writer_does_not_answer_himself() {
        var written = tashi.post("/api/complaints", body("kind", "SUGGESTION", "text", "加一个语音输入"))
                .expect(201);
        var other = ganzi.member("央金");

        other.get("/api/complaints/" + written.id()).refused(404, "not-found");
        other.put("/api/complaints/" + written.id() + "/answer", body("text", "好"))
                .refused(404, "not-found");
        tashi.put("/api/complaints/" + written.id() + "/answer", body("text", "好"))
                .refused(403, "policy.not-allowed");
        assertThat(other.get("/api/complaints").expect(200).at("/items")).isEmpty();
    }

    @Test
    void a_repeated_complaint_is_one_and_bad_ones_are_refused() {
        var id = Ids.next();
        var body = body("id", id, "kind", "SUGGESTION", "text", "一次就好");
        tashi.post("/api/complaints", body).expect(201);
        tashi.post("/api/complaints", body).expect(201);
        ganzi.guest("游客").post("/api/complaints", body).refused(409, "id.taken");
        tashi.post("/api/complaints", body("kind", "SUGGESTION", "text", " "))
                .refused(422, "fields.invalid")
                .naming("text");
        tashi.post("/api/complaints", body("kind", "SUGGESTION", "text", "长".repeat(2001), "contact", "长".repeat(101)))
                .refused(422, "fields.invalid")
                .naming("text", "contact");
        tashi.post("/api/complaints", body("kind", "PRAISE", "text", "好")).refused(400, "request.malformed");
        assertThat(tashi.get("/api/complaints").at("/items")).hasSize(1);
    }
}
