package cn.tongxin.reading;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingGroupTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person guest = county.guest("李读者");

    @Test
    void staff_create_a_group_open_it_and_a_member_joins() {
        county.decide("reading.roster-weeks", "0");
        var group = office.post("/api/reading-groups", plan("ownerId", tashi.seat()))
                .expect(201);
        assertThat(group.at("/status").asText()).isEqualTo("APPROVED");
        assertThat(group.at("/ownerName").asText()).isEqualTo("扎西");
        assertThat(group.can())
                .containsExactly("edit", "open", "plan", "appoint", "addMember", "invite", "removeMember", "delete");
        droma.get(path(group)).refused(404, "not-found");

        var open = office.put(path(group) + "/opening", body()).expect(200);
        assertThat(open.at("/openedOn").asText())
                .isEqualTo(LocalDate.now(county.stage().clock).toString());
        assertThat(droma.get(path(group)).expect(200).can()).containsExactly("join");

        var joined = droma.put(path(group) + "/membership", body()).expect(200);
        assertThat(joined.at("/members").asInt()).isEqualTo(2);
        assertThat(joined.can()).containsExactly("leave", "post");
        assertThat(county.historyHead()).isEqualTo(3);

        droma.put(path(group) + "/membership", body()).expect(200);
        droma.delete(path(group) + "/membership").expect(204);
        droma.delete(path(group) + "/membership").expect(204);
        assertThat(county.historyHead()).isEqualTo(4);
        tashi.delete(path(group) + "/membership").refused(409, "reading.owner-stays");
    }

    @Test
    void its_owner_opens_edits_and_closes_it_and_a_closed_one_is_only_read() {
        var group = create("ownerId", tashi.seat());
        tashi.put(path(group) + "/closing", body()).refused(409, "reading.move-not-allowed");
        tashi.put(path(group) + "/opening", body()).expect(200);
        tashi.put(path(group) + "/opening", body()).refused(409, "reading.move-not-allowed");
        var edited = tashi.put(path(group), plan("version", 2, "introduction", "新导语", "ownerId", tashi.seat()))
                .expect(200);
        assertThat(edited.at("/introduction").asText()).isEqualTo("新导语");
        tashi.put(path(group), plan("version", 2, "theme", "旧主题")).refused(409, "reading.version");
        droma.put(path(group) + "/closing", body()).refused(403, "policy.not-allowed");

        tashi.put(path(group) + "/closing", body()).refused(409, "reading.not-wrapped");
        tashi.put(path(group) + "/wrapping", body()).expect(200);
        tashi.put(path(group) + "/closing", body()).refused(409, "reading.no-summary");
        tashi.put(path(group) + "/summary", body("text", "读了九周，写了三篇笔记。")).expect(200);
        tashi.put(path(group) + "/closing", body()).refused(409, "reading.digest-missing");
        tashi.put(path(group) + "/digests/2026-03-02/omission", body("version", 0, "reason", "当周收尾"))
                .expect(200);
        var closed = tashi.put(path(group) + "/closing", body()).expect(200);
        assertThat(closed.can()).containsExactly("archive", "export");
        assertThat(closed.at("/summary").asText()).isEqualTo("读了九周，写了三篇笔记。");
        assertThat(closed.at("/closedOn").asText()).isNotEmpty();
        droma.put(path(group) + "/membership", body()).refused(409, "reading.move-not-allowed");
        tashi.put(path(group), plan("version", 6)).refused(409, "reading.move-not-allowed");
        tashi.post(path(group) + "/posts", body("kind", "NOTE", "text", "迟了")).refused(409, "reading.move-not-allowed");
    }

    @Test
    void what_the_office_has_approved_only_the_office_changes() {
        var group = create("ownerId", tashi.seat());
        assertThat(tashi.get(path(group)).expect(200).at("/planFixed").asBoolean())
                .isTrue();
        assertThat(office.get(path(group)).expect(200).at("/planFixed").asBoolean())
                .isFalse();
        assertThat(tashi.put(path(group), body("version", 1, "ownerId", tashi.seat()))
                        .status())
                .isIn(400, 422);
        tashi.put(
                        path(group),
                        plan(
                                "version",
                                1,
                                "theme",
                                "新主题",
                                "book",
                                "《边城》",
                                "startsOn",
                                "2026-03-03",
                                "visibility",
                                "GUESTS",
                                "ownerId",
                                tashi.seat()))
                .refused(422, "fields.invalid")
                .naming("theme", "book", "startsOn", "visibility");
        tashi.put(
                        path(group),
                        plan(
                                "version",
                                1,
                                "endsOn",
                                "2026-05-31",
                                "capacity",
                                40,
                                "reviewFirst",
                                true,
                                "ownerId",
                                tashi.seat()))
                .expect(200);
        office.put(path(group), plan("version", 2, "theme", "新主题", "ownerId", tashi.seat()))
                .expect(200);
        assertThat(tashi.get(path(group)).expect(200).at("/theme").asText()).isEqualTo("新主题");
    }

    @Test
    void a_convener_creates_his_own_group_but_nobody_elses_and_a_plain_member_none() {
        var convener = county.staff("召集人", Role.SECTOR_CONVENER, Role.MEMBER);
        convener.post("/api/reading-groups", plan()).expect(201);
        convener.post("/api/reading-groups", plan("ownerId", droma.seat())).refused(403, "policy.not-allowed");
        tashi.post("/api/reading-groups", plan()).refused(403, "policy.not-allowed");
        guest.post("/api/reading-groups", plan()).refused(403, "policy.not-allowed");
        county.staff("审查员", Role.PROPOSAL_STAFF)
                .post("/api/reading-groups", plan("ownerId", tashi.seat()))
                .refused(403, "policy.not-allowed");
    }

    @Test
    void wrong_fields_are_all_named() {
        office.post(
                        "/api/reading-groups",
                        body(
                                "theme",
                                "题".repeat(61),
                                "book",
                                " ",
                                "introduction",
                                "长".repeat(2001),
                                "startsOn",
                                "2026-03-02",
                                "endsOn",
                                "2026-03-01",
                                "capacity",
                                1,
                                "ownerId",
                                county.staff("别的工作人员", Role.MEETING_STAFF).seat()))
                .refused(422, "fields.invalid")
                .naming("theme", "book", "introduction", "endsOn", "capacity", "ownerId");
        office.post("/api/reading-groups", plan("ownerId", tashi.seat(), "theme", "有\u0000无"))
                .refused(422, "fields.invalid")
                .naming("theme");
        office.post("/api/reading-groups", plan("ownerId", UUID.randomUUID()))
                .refused(422, "fields.invalid")
                .naming("ownerId");
        office.post(
                        "/api/reading-groups",
                        plan("ownerId", Stage.committee().member("外人").seat()))
                .refused(422, "fields.invalid")
                .naming("ownerId");
        office.post("/api/reading-groups", plan("startsOn", "三月")).refused(400, "request.malformed");
        office.post("/api/reading-groups", plan("visibility", "WORLD")).refused(400, "request.malformed");
    }

    @Test
    void a_repeated_id_makes_one_group_and_anothers_id_is_taken() {
        var id = Ids.next();
        create("id", id, "ownerId", tashi.seat());
        create("id", id, "ownerId", tashi.seat());
        assertThat(county.number("select count(*) from reading_group")).isEqualTo(1);
        county.staff("别的干部", Role.STUDY_STAFF)
                .post("/api/reading-groups", plan("id", id, "ownerId", tashi.seat()))
                .refused(409, "id.taken");
    }

    @Test
    void an_invited_group_is_seen_only_by_those_who_were_brought_in() {
        var group = opened("visibility", "INVITED");
        droma.get(path(group)).refused(404, "not-found");
        droma.put(path(group) + "/membership", body()).refused(404, "not-found");
        droma.get(path(group) + "/posts").refused(404, "not-found");

        tashi.put(path(group) + "/members/" + droma.seat(), body()).expect(204);
        assertThat(droma.get(path(group)).expect(200).can()).containsExactly("leave", "post");
        assertThat(droma.get("/api/reading-groups").expect(200).at("/items")).hasSize(1);
        droma.put(path(group) + "/members/" + guest.seat(), body()).refused(403, "policy.not-allowed");

        tashi.delete(path(group) + "/members/" + droma.seat()).expect(204);
        droma.get(path(group)).refused(404, "not-found");
        assertThat(droma.get("/api/reading-groups").expect(200).at("/items")).isEmpty();
        tashi.put(path(group) + "/members/" + UUID.randomUUID(), body()).refused(422, "fields.invalid");
        tashi.put(path(group) + "/members/" + office.seat(), body())
                .refused(422, "fields.invalid")
                .naming("seatId");
    }

    @Test
    void guests_see_only_what_is_shown_to_guests() {
        var inner = opened("visibility", "MEMBERS");
        var outer = opened("visibility", "GUESTS");
        guest.get(path(inner)).refused(404, "not-found");
        guest.put(path(inner) + "/membership", body()).refused(404, "not-found");
        guest.put(path(outer) + "/membership", body()).expect(200);
        assertThat(guest.get("/api/reading-groups?count=true")
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        guest.put(path(outer) + "/opening", body()).refused(403, "policy.not-allowed");
        guest.put(path(outer) + "/closing", body()).refused(403, "policy.not-allowed");
    }

    @Test
    void its_dates_may_lie_over_a_plenary() {
        var affairs = county.staff("次仁", Role.MEETING_STAFF, Role.SECRETARY_GENERAL, Role.TENANT_ADMIN);
        affairs.post("/api/terms", body("no", 14)).expect(201);
        affairs.post(
                        "/api/sessions",
                        body("termNo", 14, "sessionNo", 1, "opensOn", "2026-03-03", "closesOn", "2026-03-06"))
                .expect(201);
        create("startsOn", "2026-03-01", "endsOn", "2026-04-01", "ownerId", tashi.seat());
    }

    @Test
    void a_full_group_is_full() {
        var group = opened("capacity", 2);
        droma.put(path(group) + "/membership", body()).expect(200);
        county.member("来晚了").put(path(group) + "/membership", body()).refused(409, "reading.full");
        droma.put(path(group) + "/membership", body()).expect(200);
    }

    @Test
    void a_list_is_paged_from_the_latest_beginning_and_narrowed() {
        for (var day = 1; day <= 5; day++) {
            var group = create("ownerId", tashi.seat(), "startsOn", "2026-03-0" + day, "theme", "第" + day);
            office.put(path(group) + "/opening", body()).expect(200);
        }
        var first = droma.get("/api/reading-groups?limit=2&count=true").expect(200);
        assertThat(first.json().findValuesAsText("theme")).containsExactly("第5", "第4");
        assertThat(first.at("/total").asInt()).isEqualTo(5);
        var second = droma.get(
                        "/api/reading-groups?limit=3&after=" + first.at("/next").asText())
                .expect(200);
        assertThat(second.json().findValuesAsText("theme")).containsExactly("第3", "第2", "第1");
        assertThat(second.json().has("next")).isFalse();
        assertThat(droma.get("/api/reading-groups?mine=true").expect(200).at("/items"))
                .isEmpty();
        assertThat(tashi.get("/api/reading-groups?mine=true&status=ACTIVE")
                        .expect(200)
                        .at("/items"))
                .hasSize(5);
        droma.get("/api/reading-groups?after=xyz").refused(400, "page.cursor");
        droma.get("/api/reading-groups?limit=101").refused(400, "page.limit");
    }

    @Test
    void members_of_a_group_are_listed_to_who_sees_it() {
        var group = opened();
        droma.put(path(group) + "/membership", body()).expect(200);
        assertThat(droma.get(path(group) + "/members").expect(200).json().findValuesAsText("name"))
                .containsExactlyInAnyOrder("扎西", "卓玛");
        guest.get(path(group) + "/members").refused(404, "not-found");
    }

    @Test
    void groups_are_found_by_theme_book_and_introduction_among_those_that_one_sees() {
        opened("introduction", "从湖边的两年说起");
        opened("theme", "乡土中国", "book", "《乡土中国》");
        opened("theme", "湖边内部读书", "visibility", "INVITED");
        assertThat(themes(tashi, "瓦尔")).containsExactlyInAnyOrder("草原生态主题读书", "湖边内部读书");
        assertThat(themes(droma, "湖边")).containsExactly("草原生态主题读书");
        assertThat(themes(droma, "乡土")).containsExactly("乡土中国");
        assertThat(themes(droma, "乡土 湖边")).isEmpty();
        assertThat(themes(droma, "草原 瓦尔登 两年")).containsExactly("草原生态主题读书");
        assertThat(themes(droma, "%")).isEmpty();
        assertThat(droma.get("/api/reading-groups?count=true&q=乡土")
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        droma.get("/api/reading-groups?q=" + "字".repeat(51))
                .refused(422, "fields.invalid")
                .naming("q");
    }

    private static List<String> themes(Person reader, String words) {
        return reader.get("/api/reading-groups?q=" + words.replace("%", "%25").replace(" ", "%20"))
                .expect(200)
                .json()
                .findValuesAsText("theme");
    }

    @Test
    void the_office_sees_how_many_joined_and_how_many_contributed_at_least_once() {
        var term = office.post(
                        "/api/reading-terms",
                        body("name", "2026年上半年", "startsOn", "2026-03-01", "endsOn", "2026-06-30"))
                .expect(201)
                .id();
        var group = path(opened("termId", term));
        var other = path(opened("termId", term, "theme", "另一个群"));
        droma.put(group + "/membership", body()).expect(200);
        droma.put(other + "/membership", body()).expect(200);
        for (var text : List.of("第一条", "第二条")) {
            droma.post(group + "/posts", body("kind", "NOTE", "text", text)).expect(201);
        }
        var unseen =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", "删了")).expect(201);
        tashi.delete(group + "/posts/" + unseen.id()).expect(204);
        var shown = office.get(group).expect(200);
        assertThat(shown.at("/contributed").asInt()).isEqualTo(1);
        assertThat(shown.at("/members").asInt()).isEqualTo(2);
        assertThat(office.get("/api/reading-groups?q=另一个")
                        .expect(200)
                        .at("/items/0/contributed")
                        .asInt())
                .isZero();
        assertThat(droma.get(group).expect(200).json().has("contributed")).isFalse();
        var terms = office.get("/api/reading-terms").expect(200);
        assertThat(terms.at("/0/joined").asInt()).isEqualTo(2);
        assertThat(terms.at("/0/contributed").asInt()).isEqualTo(1);
    }

    @Test
    void another_committees_group_is_not_there() {
        var group = opened();
        var stranger = Stage.committee().staff("外县干部", Role.STUDY_STAFF, Role.MEMBER);
        stranger.get(path(group)).refused(404, "not-found");
        stranger.put(path(group) + "/membership", body()).refused(404, "not-found");
        stranger.put(path(group), plan("version", 2)).refused(404, "not-found");
        stranger.put(path(group) + "/closing", body()).refused(404, "not-found");
        stranger.post(path(group) + "/posts", body("kind", "NOTE", "text", "外县"))
                .refused(404, "not-found");
        stranger.get("/api/reading-groups/nonsense").refused(400, "request.malformed");
    }

    private Answer opened(Object... changes) {
        var group = create(with(changes, "ownerId", tashi.seat()));
        return office.put(path(group) + "/opening", body()).expect(200);
    }

    private Answer create(Object... changes) {
        county.decide("reading.roster-weeks", "0");
        return office.post("/api/reading-groups", plan(changes)).expect(201);
    }

    static Object[] with(Object[] changes, Object... more) {
        var all = java.util.Arrays.copyOf(changes, changes.length + more.length);
        System.arraycopy(more, 0, all, changes.length, more.length);
        return all;
    }

    static String path(Answer group) {
        return "/api/reading-groups/" + group.id();
    }

    static Map<String, Object> plan(Object... changes) {
        var plan = body("theme", "草原生态主题读书", "book", "《瓦尔登湖》", "startsOn", "2026-03-02", "endsOn", "2026-04-30");
        plan.putAll(body(changes));
        return plan;
    }
}
