package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a unit is told of who stands behind its matter and of what was joined to it. */
class BehindTest {
    private final Story story = new Story();
    private final Person lamu = story.county.member("拉姆");

    @Test
    void a_unit_reads_what_was_joined_to_its_case_until_that_is_parted_again() {
        var main = story.assigned();
        var joined = inLastStage(story.yangjin, "关于垭口除雪的建议");
        var file = joined.file();
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(joined.id())))
                .expect(200);
        var assignment = story.assignmentOf(main);

        var seen = story.clerk.get("/api/assignments/" + assignment).expect(200);
        assertThat(seen.at("/joined").size()).isEqualTo(1);
        assertThat(seen.at("/joined/0/title").asText()).isEqualTo("关于垭口除雪的建议");
        assertThat(seen.at("/joined/0/proponents/0/name").asText()).isEqualTo("央金");
        assertThat(seen.at("/joined/0/analysis").asText()).isEqualTo("养护经费不足。");
        assertThat(seen.at("/joined/0/situation").asText()).contains("塌方");
        assertThat(seen.at("/joined/0/suggestions/1").asText()).isEqualTo("在垭口设除雪点");
        story.clerk.get("/api/attachments/proposal/" + joined.id()).expect(200);
        story.clerk.post("/api/files/" + file + "/tickets", null).expect(201);
        assertThat(story.clerk.get("/api/assignments").expect(200).text()).doesNotContain("关于垭口除雪的建议");
        assertThat(story.tashi
                        .get("/api/assignments/" + assignment)
                        .expect(200)
                        .at("/joined")
                        .size())
                .as("between office and unit")
                .isZero();
        story.otherClerk.get("/api/assignments/" + assignment).refused(404, "not-found");
        story.otherClerk.get("/api/attachments/proposal/" + joined.id()).refused(404, "not-found");
        story.otherClerk.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");

        story.office
                .send("DELETE", at(joined.id(), "merger"), body("reason", "并非同一事项"))
                .expect(200);
        assertThat(story.clerk.get("/api/assignments/" + assignment).expect(200).text())
                .doesNotContain("关于垭口除雪的建议");
        story.clerk.get("/api/attachments/proposal/" + joined.id()).refused(404, "not-found");
        story.clerk.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
    }

    @Test
    void a_unit_knows_who_stands_behind_its_matter_and_opens_the_number_of_who_speaks_for_it() {
        known(story.tashi, "县人民医院副院长", "13900001234");
        known(story.yangjin, "县一中教师", "13900005678");
        var id = cosigned();
        story.office.put(at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        var assignment = story.assignmentOf(id);

        var seen = story.clerk.get("/api/assignments/" + assignment).expect(200);
        assertThat(seen.at("/proponents").findValuesAsText("name")).containsExactly("扎西", "央金");
        assertThat(seen.at("/proponents/0/post").asText()).isEqualTo("县人民医院副院长");
        assertThat(seen.at("/proponents/0/phone").asText()).isEqualTo("139****1234");
        assertThat(seen.at("/proponents/1").has("phone"))
                .as("of who speaks for it alone")
                .isFalse();
        assertThat(seen.can()).contains("open-phone");
        assertThat(seen.text()).doesNotContain("13900001234");
        assertThat(story.clerk.get("/api/assignments").expect(200).text())
                .doesNotContain("13900001234", "139****1234", "副院长");

        var looks = "select count(*) from access_log where kind = 'phone.shown-to-unit'";
        assertThat(story.county.number(looks)).isZero();
        assertThat(story.clerk
                        .get(phone(assignment, story.tashi))
                        .expect(200)
                        .at("/phone")
                        .asText())
                .isEqualTo("13900001234");
        assertThat(story.county.number(looks + " and seat_id = ? and detail like '扎西%14-2-0001%'", story.clerk.seat()))
                .isEqualTo(1);
        story.clerk.get(phone(assignment, story.yangjin)).refused(404, "not-found");
        story.otherClerk.get(phone(assignment, story.tashi)).refused(404, "not-found");
        story.office.get(phone(assignment, story.tashi)).refused(403, "policy.not-allowed");
        lamu.get(phone(assignment, story.tashi)).refused(404, "not-found");
        assertThat(story.county.number(looks)).isEqualTo(1);
    }

    @Test
    void an_assistant_reads_the_names_and_opens_no_number() {
        known(story.tashi, "县人民医院副院长", "13900001234");
        var id = story.filed();
        story.office
                .put(at(id, "assignment"), Story.toUnits(story.unit, "LEAD", story.otherUnit, "ASSIST"))
                .expect(200);
        var assisting = story.assignmentOf(id, story.otherUnit);
        var seen = story.otherClerk.get("/api/assignments/" + assisting).expect(200);
        assertThat(seen.at("/proponents/0/name").asText()).isEqualTo("扎西");
        assertThat(seen.can()).doesNotContain("open-phone");
        story.otherClerk.get(phone(assisting, story.tashi)).refused(403, "policy.not-allowed");
        story.clerk.get(phone(story.assignmentOf(id, story.unit), story.tashi)).expect(200);
        story.clerk.get("/api/proposals/" + id + "/form").expect(200);
    }

    private static String phone(UUID assignment, Person of) {
        return "/api/assignments/" + assignment + "/proponents/" + of.seat() + "/phone";
    }

    private void known(Person person, String post, String phone) {
        var keeper = story.county.staff("次仁", Role.MEMBER_AFFAIRS);
        var seat = keeper.get("/api/seats/" + person.seat()).expect(200);
        keeper.put(
                        "/api/seats/" + person.seat(),
                        body(
                                "version",
                                seat.at("/version").asInt(),
                                "name",
                                seat.at("/name").asText(),
                                "employment",
                                post,
                                "phone",
                                phone))
                .expect(200);
    }

    /** Signed by 央金 beside 扎西, and filed. */
    private UUID cosigned() {
        var id = story.draft();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.yangjin
                .put(at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        reviewed(id);
        story.office.put(at(id, "filing"), body()).expect(200);
        return id;
    }

    private record WithFile(UUID id, UUID file) {}

    private WithFile inLastStage(Person author, String title) {
        var id = author.post("/api/proposals", Story.text(title)).expect(201).id();
        var file = author.upload("/api/files?name=a.pdf", "%PDF-1.7 附件".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        author.put("/api/attachments/proposal/" + id + "/" + file, null).expect(200);
        author.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        reviewed(id);
        return new WithFile(id, file);
    }

    private void reviewed(UUID id) {
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
    }
}
