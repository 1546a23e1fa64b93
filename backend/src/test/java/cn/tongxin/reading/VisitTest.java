package cn.tongxin.reading;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Joint groups: the home committee keeps the data, a visitor of another committee sees that one group. */
class VisitTest {
    private final TestCommittee county = Stage.committee();
    private final TestCommittee neighbour = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person affairs = county.staff("次仁", Role.MEMBER_AFFAIRS);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person dorje = neighbour.member("多吉");
    private final String group = group("theme", "联合共读");

    @Test
    void a_visitor_takes_one_invitation_with_his_own_account_says_who_he_is_and_reads_along() {
        var visitor = seated(dorje, invite());
        var before = visitor.get("/api/reading-visit").expect(200);
        assertThat(before.at("/theme").asText()).isEqualTo("联合共读");
        assertThat(before.at("/invited").asText()).isEqualTo("邻县一位委员");
        visitor.get(group).refused(404, "not-found");
        assertThat(visitor.get("/api/reading-groups").expect(200).at("/items")).isEmpty();

        var begun = visitor.put("/api/reading-visit", shown("多吉", "邻县政协")).expect(200);
        assertThat(begun.at("/begunAt").isMissingNode()).isFalse();
        assertThat(visitor.get(group).expect(200).can()).containsExactly("leave", "post");
        assertThat(visitor.get("/api/reading-groups").expect(200).at("/items")).hasSize(1);
        var post = visitor.post(group + "/posts", body("kind", "NOTE", "text", "邻县的一点体会"))
                .expect(201);
        assertThat(post.at("/status").asText()).isEqualTo("HELD");
        droma.get(group + "/posts/" + post.id()).refused(404, "not-found");
        office.put(group + "/posts/" + post.id() + "/release", body()).expect(200);
        assertThat(droma.get(group + "/posts/" + post.id())
                        .expect(200)
                        .at("/authorName")
                        .asText())
                .isEqualTo("多吉（邻县政协）");
        assertThat(names(tashi)).contains("多吉（邻县政协）");
        assertThat(county.number("select count(*) from seat where phone is not null and name like '多吉%'"))
                .isZero();
        assertThat(neighbour.historyHead()).isZero();
    }

    @Test
    void an_invitation_works_once_and_a_newer_one_ends_the_older() {
        var id = Ids.next();
        var first = token(invite(id, "邻县一位委员").expect(201));
        var second = token(invite(id, "邻县一位委员").expect(201));
        assertThat(county.number("select count(*) from reading_visit")).isEqualTo(1);
        dorje.post("/api/invitations/" + first + "/acceptance", body()).refused(404, "not-found");
        dorje.post("/api/invitations/" + second + "/acceptance", body()).expect(200);
        neighbour
                .member("别人")
                .post("/api/invitations/" + second + "/acceptance", body())
                .refused(404, "not-found");
        invite(id, "邻县一位委员").refused(409, "invitation.seat-taken");
        invite(id, "另一个人").refused(409, "id.taken");
    }

    @Test
    void an_invitation_is_over_after_a_week() {
        var token = token(invite());
        county.stage().clock.pass(Duration.ofDays(8));
        dorje.post("/api/invitations/" + token + "/acceptance", body()).refused(404, "not-found");
    }

    @Test
    void only_the_programme_office_invites_and_only_to_a_group_that_is_planned_or_runs() {
        tashi.post(group + "/visits", body("name", "某人")).refused(403, "policy.not-allowed");
        droma.get(group + "/visits").refused(403, "policy.not-allowed");
        affairs.post(group + "/visits", body("name", "某人")).refused(404, "not-found");
        dorje.post(group + "/visits", body("name", "某人")).refused(404, "not-found");
        office.post(group + "/visits", body()).refused(422, "fields.invalid").naming("name");
        office.post(group + "/visits", body("name", "长".repeat(21)))
                .refused(422, "fields.invalid")
                .naming("name");
        office.put(group + "/wrapping", body()).expect(200);
        office.post(group + "/visits", body("name", "某人")).refused(409, "reading.move-not-allowed");
    }

    @Test
    void who_shows_nothing_of_himself_does_not_come_in() {
        var visitor = seated(dorje, invite());
        visitor.put("/api/reading-visit", body()).refused(422, "fields.invalid").naming("name", "committee");
        visitor.put("/api/reading-visit", shown("长".repeat(21), "县".repeat(29)))
                .refused(422, "fields.invalid")
                .naming("name", "committee");
        visitor.put("/api/reading-visit", shown("多\u0000吉", "邻县政协"))
                .refused(422, "fields.invalid")
                .naming("name");
        tashi.get("/api/reading-visit").refused(404, "not-found");
        tashi.put("/api/reading-visit", shown("扎西", "本县")).refused(404, "not-found");
        visitor.put("/api/reading-visit", shown("多吉", "邻县政协")).expect(200);
        var head = county.historyHead();
        visitor.put("/api/reading-visit", shown("多吉", "邻县政协")).expect(200);
        assertThat(county.historyHead()).isEqualTo(head);
        visitor.put("/api/reading-visit", shown("多吉次仁", "邻县政协")).expect(200);
        assertThat(names(tashi)).contains("多吉次仁（邻县政协）");
    }

    @Test
    void a_visitor_sees_that_one_group_and_nothing_else_of_the_committee() {
        var visitor = reading(dorje);
        var other = group("theme", "别的群", "visibility", "GUESTS");
        visitor.get(other).refused(404, "not-found");
        visitor.put(other + "/membership", body()).refused(404, "not-found");
        visitor.get(other + "/posts").refused(404, "not-found");
        office.put(other + "/members/" + visitor.seat(), body())
                .refused(422, "fields.invalid")
                .naming("seatId");
        assertThat(visitor.get("/api/reading-groups").expect(200).at("/items")).hasSize(1);
        for (var closed : List.of(
                "/api/seats",
                "/api/books",
                "/api/required-titles",
                "/api/reading-terms",
                "/api/proposals",
                "/api/published-proposals",
                "/api/opinions",
                "/api/quizzes",
                "/api/sessions",
                "/api/terms",
                "/api/committee",
                "/api/settings",
                "/api/reading-moderation",
                "/api/indicators")) {
            assertThat(visitor.get(closed).status()).as(closed).isIn(403, 404);
        }
        visitor.get(group + "/visits").refused(403, "policy.not-allowed");
        visitor.post(group + "/posts/" + write(tashi) + "/raisings", body("as", "proposal"))
                .refused(403, "policy.not-allowed");
        office.put(group + "/members/" + visitor.seat() + "/part", body("part", "CO_OWNER"))
                .refused(422, "fields.invalid")
                .naming("seatId");
    }

    @Test
    void a_visitor_hosts_nothing_and_gets_no_other_role() {
        var visitor = reading(dorje);
        var today = LocalDate.now(county.stage().clock);
        office.post(
                        group + "/sessions",
                        body(
                                "kind",
                                "ROTA_SHARING",
                                "topic",
                                "第一章",
                                "startsOn",
                                today,
                                "endsOn",
                                today,
                                "hostId",
                                visitor.seat()))
                .refused(422, "fields.invalid")
                .naming("hostId");
        office.put(group + "/rotation", body("hostIds", List.of(tashi.seat(), visitor.seat())))
                .refused(422, "fields.invalid")
                .naming("hostIds");
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        var session = office.post(
                        group + "/sessions",
                        body("topic", "第一章", "startsOn", today, "endsOn", today, "hostId", droma.seat()))
                .expect(201)
                .id();
        droma.post(group + "/sessions/" + session + "/swaps", body("to", visitor.seat()))
                .refused(422, "fields.invalid")
                .naming("to");
        var administrator = county.staff("管理员", Role.TENANT_ADMIN);
        administrator
                .put("/api/seats/" + visitor.seat() + "/roles/MEMBER", body())
                .refused(403, "policy.not-allowed");
        administrator
                .put("/api/seats/" + tashi.seat() + "/roles/VISITOR", body())
                .refused(403, "policy.not-allowed");
    }

    @Test
    void who_is_put_out_or_leaves_hears_and_sees_no_more_and_his_posts_stay() {
        var visitor = reading(dorje);
        var post = visitor.post(group + "/posts", body("kind", "NOTE", "text", "留下的话"))
                .expect(201)
                .id();
        office.put(group + "/posts/" + post + "/release", body()).expect(200);
        try (var ear = visitor.listen(group + "/live?since=0")) {
            office.delete(group + "/members/" + visitor.seat()).expect(204);
            assertThat(ear.isEnded()).isTrue();
        }
        visitor.get(group).refused(404, "not-found");
        visitor.get(group + "/posts").refused(404, "not-found");
        assertThat(tashi.get(group + "/posts/" + post)
                        .expect(200)
                        .at("/authorName")
                        .asText())
                .isEqualTo("多吉（邻县政协）");
        assertThat(ended()).isEqualTo(1);

        var again = reading(neighbour.member("旺堆"));
        again.delete(group + "/membership").expect(204);
        again.get(group).refused(404, "not-found");
        var third = reading(neighbour.member("边巴"));
        third.delete("/api/reading-visit").expect(204);
        third.get(group).refused(404, "not-found");
        assertThat(ended()).isEqualTo(3);
    }

    @Test
    void an_invitation_is_taken_back_and_a_visit_is_over_for_good() {
        var id = Ids.next();
        var token = token(invite(id, "邻县一位委员").expect(201));
        office.delete(group + "/visits/" + id).expect(204);
        office.delete(group + "/visits/" + id).expect(204);
        dorje.get("/api/invitations/" + token).refused(404, "not-found");
        dorje.post("/api/invitations/" + token + "/acceptance", body()).refused(404, "not-found");
        invite(id, "邻县一位委员").refused(409, "reading.visit-over");
        office.delete(group + "/visits/" + UUID.randomUUID()).refused(404, "not-found");
    }

    @Test
    void member_affairs_end_the_seat_and_with_it_the_visit() {
        var visitor = reading(dorje);
        var seat = affairs.get("/api/seats/" + visitor.seat()).expect(200);
        affairs.put(
                        "/api/seats/" + visitor.seat() + "/ending",
                        body("version", seat.at("/version").asInt(), "reason", "LEFT"))
                .expect(200);
        visitor.get(group).refused(404, "not-found");
        assertThat(county.number("select count(*) from reading_visit where ended_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void a_suspended_visitor_reads_nothing() {
        var visitor = reading(dorje);
        try (var ear = visitor.listen(group + "/live?since=0")) {
            county.inside("update seat set status = 'SUSPENDED' where id = ?", visitor.seat());
            county.inside("update seat_directory set status = 'SUSPENDED' where seat_id = ?", visitor.seat());
            assertThat(ear.isEnded()).isTrue();
        }
    }

    @Test
    void visits_end_when_the_group_is_archived_or_its_term_is() {
        var term = office.post(
                        "/api/reading-terms", body("name", "上半年", "startsOn", "2026-01-01", "endsOn", "2026-06-30"))
                .expect(201);
        var inTerm = group("theme", "期内的群", "termId", term.id());
        var visitor = reading(dorje, inTerm);
        var other = reading(neighbour.member("旺堆"));
        close(inTerm);
        visitor.get(inTerm).expect(200);
        for (var step : List.of("OPEN", "RUNNING", "WRAPPING", "ARCHIVED")) {
            visitor.get(inTerm).expect(200);
            var version = office.get("/api/reading-terms").expect(200).at("/0/version");
            office.put("/api/reading-terms/" + term.id() + "/status", body("version", version, "status", step))
                    .expect(200);
        }
        visitor.get(inTerm).refused(404, "not-found");
        other.get(group).expect(200);
        close(group);
        other.get(group).expect(200);
        office.put(group + "/archiving", body()).expect(200);
        other.get(group).refused(404, "not-found");
        assertThat(ended()).isEqualTo(2);
    }

    @Test
    void a_full_group_takes_no_visitor_and_a_visitors_excellent_note_counts_for_nobody_here() {
        var small = group("theme", "小群", "capacity", 2);
        var visitor = seated(dorje, invite(small));
        office.put(small + "/members/" + droma.seat(), body()).expect(204);
        visitor.put("/api/reading-visit", shown("多吉", "邻县政协")).refused(409, "reading.full");

        var other = reading(dorje);
        var post = other.post(group + "/posts", body("kind", "NOTE", "text", "好文"))
                .expect(201)
                .id();
        office.put(group + "/posts/" + post + "/release", body()).expect(200);
        office.put(group + "/posts/" + post + "/praise", body()).expect(200);
        assertThat(county.number("select count(*) from evidence_reading_note where counts"))
                .isZero();
        assertThat(county.number("select count(*) from evidence_reading_note where why_not = 'guest'"))
                .isEqualTo(1);
    }

    private long ended() {
        return county.number(
                "select count(*) from reading_visit v join seat s on s.id = v.seat_id where v.ended_at is not null and s.status = 'ENDED'");
    }

    private List<String> names(Person reader) {
        return reader.get(group + "/members")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(each -> each.at("/name").asText())
                .toList();
    }

    private void close(String path) {
        office.put(path + "/wrapping", body()).expect(200);
        office.put(path + "/summary", body("text", "共读完毕。")).expect(200);
        var monday = Roster.monday(LocalDate.now(county.stage().clock));
        office.put(path + "/digests/" + monday + "/omission", body("version", 0, "reason", "当周收尾"))
                .expect(200);
        office.put(path + "/closing", body()).expect(200);
    }

    private UUID write(Person author) {
        return author.post(group + "/posts", body("kind", "NOTE", "text", "一段话"))
                .expect(201)
                .id();
    }

    private Person reading(Person person) {
        return reading(person, group);
    }

    private Person reading(Person person, String path) {
        var visitor = seated(person, invite(path));
        visitor.put("/api/reading-visit", shown(person.name(), "邻县政协")).expect(200);
        return visitor;
    }

    private static java.util.Map<String, Object> shown(String name, String committee) {
        return body("name", name, "committee", committee);
    }

    private Answer invite() {
        return invite(group);
    }

    private Answer invite(String path) {
        return office.post(path + "/visits", body("name", "邻县一位委员")).expect(201);
    }

    private Answer invite(UUID id, String name) {
        return office.post(group + "/visits", body("id", id, "name", name));
    }

    /** He accepts with the account that he has. */
    private Person seated(Person person, Answer invited) {
        person.post("/api/invitations/" + token(invited) + "/acceptance", body())
                .expect(200);
        var seat = office.get("/api/reading-groups/" + groupOf(invited) + "/visits")
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(visit -> visit.at("/id").asText().equals(invited.id().toString()))
                .map(visit -> UUID.fromString(visit.at("/seatId").asText()))
                .findFirst()
                .orElseThrow();
        return county.visiting(person, seat);
    }

    private static String groupOf(Answer invited) {
        return invited.request().split("/")[3];
    }

    private static String token(Answer invited) {
        var url = invited.at("/url").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String group(Object... changes) {
        county.decide("reading.roster-weeks", "0");
        var today = LocalDate.now(county.stage().clock);
        var plan = body("theme", "读《乡土中国》", "book", "乡土中国", "startsOn", today, "endsOn", today.plusDays(30));
        plan.putAll(body("ownerId", tashi.seat()));
        plan.putAll(body(changes));
        var path = "/api/reading-groups/"
                + office.post("/api/reading-groups", plan).expect(201).id();
        office.put(path + "/opening", body()).expect(200);
        return path;
    }
}
