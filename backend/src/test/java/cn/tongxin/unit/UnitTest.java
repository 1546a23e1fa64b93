package cn.tongxin.unit;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The office keeps its list of handling units. */
class UnitTest {
    private final TestCommittee ganzi = Stage.committee();
    private final Person office = ganzi.staff("卓玛", Role.ASSIGNING_OFFICE);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void units_are_listed_by_name_a_page_at_a_time() {
        for (var name : new String[] {"B局", "A局", "C局"}) {
            office.post("/api/units", body("name", name)).expect(201);
        }

        var first = tashi.get("/api/units?limit=2&count=true").expect(200);
        var second = tashi.get("/api/units?limit=2&after=" + first.at("/next").asText())
                .expect(200);

        assertThat(first.json().findValuesAsText("name")).containsExactly("A局", "B局");
        assertThat(first.at("/total").asInt()).isEqualTo(3);
        assertThat(second.json().findValuesAsText("name")).containsExactly("C局");
        assertThat(second.json().has("next")).isFalse();
        assertThat(first.at("/items/0/system").asText()).isEqualTo("GOVERNMENT");
        assertThat(first.at("/items/0/validFrom").asText()).isEqualTo("2026-03-02");
    }

    @Test
    void a_reform_ends_a_unit_and_names_its_successor() {
        var old = office.post("/api/units", body("name", "州农牧局", "validFrom", "2015-01-01"))
                .expect(201);
        var next = office.post("/api/units", body("name", "州农业农村局", "validFrom", "2026-03-01"))
                .expect(201);

        office.put("/api/units/" + old.id(), change(1, "州农牧局", "2026-03-01", next.id()))
                .expect(200);

        assertThat(tashi.get("/api/units").json().findValuesAsText("name")).containsExactly("州农业农村局");
        assertThat(tashi.get("/api/units?ended=true").json().findValuesAsText("name"))
                .containsExactlyInAnyOrder("州农业农村局", "州农牧局");
        assertThat(tashi.get("/api/units/" + old.id())
                        .expect(200)
                        .at("/successorId")
                        .asText())
                .isEqualTo(next.id().toString());
        office.post("/api/units", body("name", "州农牧局")).expect(201); // the name is free again
        office.put("/api/units/" + next.id(), change(1, "州农业农村局", "2027-01-01", old.id()))
                .refused(422, "unit.successor-circle");
    }

    @Test
    void a_renamed_unit_keeps_its_id_and_one_hand_wins() {
        var unit = office.post("/api/units", body("name", "州水务局")).expect(201);

        var renamed = office.put("/api/units/" + unit.id(), change(1, "州水利局", null, null))
                .expect(200);

        assertThat(renamed.id()).isEqualTo(unit.id());
        assertThat(renamed.version()).isEqualTo(2);
        office.put("/api/units/" + unit.id(), change(1, "州水务局", null, null)).refused(409, "unit.version");
    }

    @Test
    void one_name_is_one_unit_and_one_id_is_one_row() {
        var id = Ids.next();
        office.post("/api/units", body("id", id, "name", "州教育局")).expect(201);
        office.post("/api/units", body("id", id, "name", "州教育局")).expect(201);

        office.post("/api/units", body("name", "州教育局"))
                .refused(409, "unit.taken")
                .naming("name");
        office.post("/api/units", body("id", id, "name", "州公安局")).refused(409, "id.taken");
        assertThat(ganzi.number("select count(*) from handling_unit")).isEqualTo(1);
    }

    @Test
    void bad_units_are_refused_by_field() {
        var unit = office.post("/api/units", body("name", "州林草局")).expect(201);

        office.post("/api/units", body("name", ""))
                .refused(422, "fields.invalid")
                .naming("name");
        office.post("/api/units", body("name", "局".repeat(81)))
                .refused(422, "fields.invalid")
                .naming("name");
        office.post("/api/units", body("name", "州局", "system", "ARMY")).refused(400, "request.malformed");
        office.put("/api/units/" + unit.id(), change(1, "州林草局", "2015-01-01", null))
                .refused(422, "fields.invalid")
                .naming("validTo");
        office.put("/api/units/" + unit.id(), change(1, "州林草局", null, UUID.randomUUID()))
                .refused(422, "fields.invalid")
                .naming("successorId");
        office.put("/api/units/" + unit.id(), change(1, "州林草局", "2027-01-01", UUID.randomUUID()))
                .refused(404, "not-found");
        var foreign = Stage.committee()
                .staff("金花", Role.ASSIGNING_OFFICE)
                .post("/api/units", body("name", "别处的局"))
                .expect(201);
        office.put("/api/units/" + unit.id(), change(1, "州林草局", "2027-01-01", foreign.id()))
                .refused(404, "not-found");
        office.put("/api/units/" + foreign.id(), change(1, "州林草局", null, null)).refused(404, "not-found");
        office.get("/api/units?limit=101").refused(400, "page.limit");
        office.get("/api/units?after=zzz").refused(400, "page.cursor");
    }

    @Test
    void only_the_office_keeps_the_list_and_guests_do_not_see_it() {
        tashi.post("/api/units", body("name", "州局")).refused(403, "policy.not-allowed");
        ganzi.guest("游客").get("/api/units").refused(403, "policy.not-allowed");
        assertThat(ganzi.historyHead()).isZero();
    }

    private static Object change(int version, String name, String validTo, UUID successor) {
        return body(
                "version",
                version,
                "name",
                name,
                "system",
                "GOVERNMENT",
                "validFrom",
                "2015-01-01",
                "validTo",
                validTo,
                "successorId",
                successor);
    }
}
