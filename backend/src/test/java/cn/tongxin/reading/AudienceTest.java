package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.path;
import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.reading.ReadingGroupTest.with;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group that only those of one sector, or of one special committee, see (domain §3.7: committee, sector, all members). */
class AudienceTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person affairs = county.staff("尼玛", Role.MEMBER_AFFAIRS);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person other = county.member("别的界别");
    private UUID farmers = UUID.randomUUID();
    private UUID schools = UUID.randomUUID();

    @BeforeEach
    void sections() {
        county.decide("reading.roster-weeks", "0");
        farmers = affairs.post("/api/sectors", body("name", "农业")).expect(201).id();
        schools = affairs.post("/api/sectors", body("name", "教育")).expect(201).id();
        of(tashi, farmers);
        of(droma, farmers);
        of(other, schools);
    }

    @Test
    void only_its_sector_sees_it_in_the_list_by_itself_and_comes_in() {
        var group = opened("visibility", "SECTOR", "sectionId", farmers);
        assertThat(group.at("/sectionName").asText()).isEqualTo("农业");
        assertThat(droma.get(path(group)).expect(200).can()).containsExactly("join");
        assertThat(seenBy(droma)).contains(group.id().toString());
        assertThat(seenBy(other)).doesNotContain(group.id().toString());
        other.get(path(group)).refused(404, "not-found");
        other.put(path(group) + "/membership", body()).refused(404, "not-found");
        other.put(path(group) + "/waiting", body()).refused(404, "not-found");
        county.guest("读者").get(path(group)).refused(404, "not-found");
        assertThat(seenBy(office)).contains(group.id().toString());

        of(other, farmers);
        other.put(path(group) + "/membership", body()).expect(200);
        of(other, schools);
        other.get(path(group)).expect(200);
    }

    @Test
    void one_for_a_special_committee_is_for_its_members() {
        var study = affairs.post("/api/special-committees", body("name", "学习委员会"))
                .expect(201)
                .id();
        county.inside(
                "insert into seat_special_committee (seat_id, special_committee_id) values (?, ?)",
                droma.seat(),
                study);
        var group = opened("visibility", "SPECIAL_COMMITTEE", "sectionId", study);
        droma.put(path(group) + "/membership", body()).expect(200);
        other.get(path(group)).refused(404, "not-found");
        assertThat(seenBy(other)).doesNotContain(group.id().toString());
    }

    @Test
    void it_names_a_section_that_goes_on_and_that_is_ours() {
        refused("visibility", "SECTOR");
        refused("visibility", "SPECIAL_COMMITTEE", "sectionId", farmers);
        refused("visibility", "SECTOR", "sectionId", UUID.randomUUID());
        var away = Stage.committee();
        refused(
                "visibility",
                "SECTOR",
                "sectionId",
                away.staff("外县", Role.MEMBER_AFFAIRS)
                        .post("/api/sectors", body("name", "外县的"))
                        .expect(201)
                        .id());
        var group = opened("visibility", "SECTOR", "sectionId", farmers);
        county.inside("update sector set retired_on = date '2026-01-01' where id = ?", farmers);
        refused("visibility", "SECTOR", "sectionId", farmers);
        var all = office.put(path(group), edited(group, "visibility", "SECTOR", "sectionId", farmers))
                .expect(200);
        var open = office.put(path(all), edited(all, "visibility", "MEMBERS", "sectionId", farmers))
                .expect(200);
        assertThat(open.at("/sectionId").isMissingNode()).isTrue();
        other.get(path(open)).expect(200);
    }

    private void refused(Object... changes) {
        office.post("/api/reading-groups", plan(with(changes, "ownerId", tashi.seat())))
                .refused(422, "fields.invalid")
                .naming("sectionId");
    }

    private Object edited(Answer group, Object... changes) {
        return plan(with(changes, "version", group.at("/version").asInt(), "ownerId", tashi.seat()));
    }

    private Answer opened(Object... changes) {
        var group = office.post("/api/reading-groups", plan(with(changes, "ownerId", tashi.seat())))
                .expect(201);
        return office.put(path(group) + "/opening", body()).expect(200);
    }

    private void of(Person person, UUID sector) {
        county.inside("update seat set sector_id = ? where id = ?", sector, person.seat());
    }

    private static java.util.List<String> seenBy(Person person) {
        return person.get("/api/reading-groups").expect(200).json().findValuesAsText("id");
    }
}
