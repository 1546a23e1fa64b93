package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private final cn.tongxin.stage.TestCommittee county = Stage.committee();
    private final cn.tongxin.stage.Person tashi = county.member("扎西");
    private final cn.tongxin.stage.Person office = county.staff("卓玛", Role.PROPOSAL_STAFF);

    @Test
    void a_member_submits_and_the_office_sees_it() {
        var draft = tashi.post("/api/proposals", text("关于乡村道路的建议")).expect(201);
        assertThat(draft.can()).containsExactly("edit", "submit");
        office.get("/api/proposals/" + draft.id()).refused(404, "not-found");

        tashi.put("/api/proposals/" + draft.id() + "/submission", body("version", 1, "secrecyConfirmed", true))
                .expect(200);

        assertThat(office.get("/api/proposals/" + draft.id()).expect(200).can()).containsExactly("return");
        assertThat(office.get("/api/proposals?count=true")
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(county.historyHead()).isEqualTo(2);
    }

    @Test
    void a_repeated_id_makes_one_row_and_anothers_id_is_taken() {
        var id = Ids.next();
        tashi.post("/api/proposals", body("id", id, "title", "一")).expect(201);
        tashi.post("/api/proposals", body("id", id, "title", "一")).expect(201);
        county.member("央金").post("/api/proposals", body("id", id, "title", "一")).refused(409, "id.taken");
        assertThat(county.number("select count(*) from proposal")).isEqualTo(1);
    }

    @Test
    void bad_fields_are_all_named() {
        tashi.post("/api/proposals", body("title", "长".repeat(61), "suggestions", List.of("好", "长".repeat(501))))
                .refused(422, "fields.invalid")
                .naming("title", "suggestions[1]");
        tashi.post("/api/proposals", "{\"title\": 3, ").refused(400, "request.malformed");
    }

    private static java.util.Map<String, Object> text(String title) {
        return body("title", title, "situation", "情况", "suggestions", List.of("建议一"));
    }
}
