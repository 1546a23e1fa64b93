package cn.tongxin.reading.library;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

class RequiredTitleTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");

    @Test
    void members_confirm_with_one_tap_and_the_office_sees_how_many_but_nobody_sees_who() {
        var title = require("id", Ids.next());
        assertThat(title.at("/n").asInt()).isZero();
        assertThat(title.at("/of").asInt()).isEqualTo(2);
        assertThat(title.can()).containsExactly("withdraw");

        var mine = tashi.get("/api/required-titles").expect(200).at("/0");
        assertThat(mine.path("confirmed").asBoolean()).isFalse();
        assertThat(mine.path("can").path(0).asText()).isEqualTo("confirm");
        var path = "/api/required-titles/" + title.id();
        var confirmed = tashi.put(path + "/confirmation", body()).expect(200);
        assertThat(confirmed.at("/confirmed").asBoolean()).isTrue();
        assertThat(confirmed.json().has("n")).isFalse();
        tashi.put(path + "/confirmation", body()).expect(200);
        assertThat(office.get(path).expect(200).at("/n").asInt()).isEqualTo(1);
        assertThat(droma.get(path).expect(200).at("/confirmed").asBoolean()).isFalse();
        office.put(path + "/confirmation", body()).refused(403, "policy.not-allowed");
    }

    @Test
    void a_member_who_works_in_the_office_confirms_too() {
        var both = county.staff("白玛", Role.STUDY_STAFF, Role.MEMBER);
        var title = both.get("/api/required-titles/" + require("id", Ids.next()).id());
        assertThat(title.expect(200).can()).containsExactly("withdraw", "confirm");
    }

    @Test
    void a_category_counts_while_it_holds_a_title() {
        var title = require("category", "规定书目");
        assertThat(county.number("select count(*) from evidence_reading_list where counts"))
                .isEqualTo(1);
        office.delete("/api/required-titles/" + title.id()).expect(204);
        office.delete("/api/required-titles/" + title.id()).expect(204);
        assertThat(county.number("select count(*) from evidence_reading_list where counts"))
                .isZero();
        tashi.put("/api/required-titles/" + title.id() + "/confirmation", body())
                .refused(409, "reading.title-withdrawn");
        assertThat(tashi.get("/api/required-titles").expect(200).json()).isEmpty();
        require("category", "规定书目");
    }

    @Test
    void the_office_alone_keeps_the_lists_and_wrong_fields_are_named() {
        tashi.post("/api/required-titles", body("category", "类", "title", "书")).refused(403, "policy.not-allowed");
        county.guest("李读者").get("/api/required-titles").refused(403, "policy.not-allowed");
        office.post(
                        "/api/required-titles",
                        body(
                                "category",
                                " ",
                                "title",
                                "书".repeat(101),
                                "author",
                                "人".repeat(61),
                                "link",
                                "javascript:alert(1)"))
                .refused(422, "fields.invalid")
                .naming("category", "title", "author", "link");
        office.get("/api/required-titles?year=1").refused(422, "fields.invalid").naming("year");
        require();
        office.post("/api/required-titles", body("category", "规定书目", "title", "乡土中国"))
                .refused(409, "reading.title-there");
    }

    private cn.tongxin.stage.Answer require(Object... changes) {
        var title = body("category", "规定书目", "title", "乡土中国", "author", "费孝通", "link", "https://example.cn/book");
        title.putAll(body(changes));
        return office.post("/api/required-titles", title).expect(201);
    }
}
