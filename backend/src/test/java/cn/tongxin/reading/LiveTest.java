package cn.tongxin.reading;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Ear;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person guest = county.guest("李读者");
    private final String group = group();

    @Test
    void who_listens_hears_each_post_once_in_order_and_what_becomes_of_it() {
        try (var ear = droma.listen(group + "/live?since=0")) {
            var first = write(tashi, "第一句");
            write(droma, "第二句");
            assertThat(ear.next().at("/text").asText()).isEqualTo("第一句");
            assertThat(ear.next().at("/text").asText()).isEqualTo("第二句");
            tashi.delete(group + "/posts/" + first).expect(204);
            var deleted = ear.next();
            assertThat(deleted.at("/status").asText()).isEqualTo("DELETED");
            assertThat(deleted.at("/change").asLong()).isEqualTo(3);
        }
    }

    @Test
    void who_comes_while_others_are_being_told_misses_nothing() throws Exception {
        var said = IntStream.rangeClosed(1, 60).mapToObj(i -> "第" + i + "句").toList();
        var ears = new ArrayList<Ear>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = hands.submit(() -> said.forEach(text -> write(tashi, text)));
            while (!writing.isDone() && ears.size() < 60) {
                ears.add(droma.listen(group + "/live?since=0"));
            }
            writing.get();
            for (var ear : ears) {
                assertThat(said.stream().map(_ -> ear.next().at("/text").asText()))
                        .containsExactlyElementsOf(said);
            }
        } finally {
            ears.forEach(Ear::close);
        }
    }

    @Test
    void after_a_break_it_goes_on_where_it_was_and_after_a_long_one_it_says_so() {
        IntStream.rangeClosed(1, 5).forEach(i -> write(tashi, "第" + i + "句"));
        try (var ear = droma.listen(group + "/live?since=3")) {
            assertThat(ear.next().at("/text").asText()).isEqualTo("第4句");
            assertThat(ear.next().at("/text").asText()).isEqualTo("第5句");
        }
        IntStream.rangeClosed(6, 206).forEach(i -> write(tashi, "第" + i + "句"));
        try (var ear = droma.listen(group + "/live?since=3")) {
            assertThat(ear.nextEvent()).isEqualTo("reset");
            write(tashi, "最后一句");
            assertThat(ear.next().at("/text").asText()).isEqualTo("最后一句");
        }
    }

    @Test
    void a_held_post_is_heard_by_its_author_and_the_moderators_and_by_others_when_it_is_released() {
        guest.put(group + "/membership", body()).expect(200);
        try (var members = droma.listen(group + "/live?since=0");
                var moderators = office.listen(group + "/live?since=0")) {
            var held = write(guest, "我是来宾");
            assertThat(moderators.next().at("/status").asText()).isEqualTo("HELD");
            write(tashi, "委员发言");
            assertThat(members.next().at("/text").asText()).isEqualTo("委员发言");
            office.put(group + "/posts/" + held + "/release", body()).expect(200);
            assertThat(members.next().at("/text").asText()).isEqualTo("我是来宾");
        }
    }

    @Test
    void what_a_post_allows_is_said_to_each_listener_for_himself() {
        try (var author = tashi.listen(group + "/live?since=0");
                var other = droma.listen(group + "/live?since=0");
                var moderator = office.listen(group + "/live?since=0")) {
            write(tashi, "各看各的");
            assertThat(can(author)).containsExactly("edit", "delete", "raise");
            assertThat(can(other)).containsExactly("report", "raise");
            assertThat(can(moderator)).containsExactly("hide", "pin", "praise");
        }
    }

    @Test
    void what_was_hidden_is_quoted_to_its_author_and_the_moderators_alone() {
        var hidden = write(tashi, "不妥的话");
        var reply = droma.post(group + "/posts", body("kind", "REPLY", "text", "请注意", "replyTo", hidden))
                .expect(201)
                .id();
        office.put(group + "/posts/" + hidden + "/hiding", body("reason", "含他人隐私"))
                .expect(200);
        guest.put(group + "/membership", body()).expect(200);
        try (var author = tashi.listen(group + "/live");
                var other = guest.listen(group + "/live");
                var moderator = office.listen(group + "/live")) {
            droma.put(group + "/posts/" + reply, body("version", 1, "text", "请您注意"))
                    .expect(200);
            assertThat(author.next().at("/answered/gist").asText()).isEqualTo("不妥的话");
            assertThat(other.next().at("/answered").has("gist")).isFalse();
            assertThat(moderator.next().at("/answered/gist").asText()).isEqualTo("不妥的话");
        }
    }

    @Test
    void the_stream_ends_when_the_listener_is_put_out_or_his_seat_ends() {
        var invited = group("visibility", "INVITED");
        office.put(invited + "/members/" + droma.seat(), body()).expect(204);
        try (var ear = droma.listen(invited + "/live?since=0")) {
            office.delete(invited + "/members/" + droma.seat()).expect(204);
            assertThat(ear.isEnded()).isTrue();
        }
        droma.get(invited + "/live").refused(404, "not-found");
        try (var ear = tashi.listen(group + "/live?since=0")) {
            county.inside("delete from seat_role where seat_id = ?", tashi.seat());
            assertThat(ear.isEnded()).isTrue();
        }
    }

    @Test
    void a_strange_id_or_a_strange_place_is_refused() {
        droma.get("/api/reading-groups/" + java.util.UUID.randomUUID() + "/live")
                .refused(404, "not-found");
        droma.get(group + "/live?since=abc").refused(400, "request.malformed");
    }

    @Test
    void a_place_that_is_still_to_come_holds_nobody_up() {
        try (var ahead = droma.listen(group + "/live?since=9000000000000000000");
                var other = office.listen(group + "/live")) {
            write(tashi, "照常");
            assertThat(ahead.next().at("/text").asText()).isEqualTo("照常");
            assertThat(other.next().at("/text").asText()).isEqualTo("照常");
        }
    }

    private static List<String> can(Ear ear) {
        return ear.next().path("can").valueStream().map(JsonNode::asText).toList();
    }

    private java.util.UUID write(Person author, String text) {
        return author.post(group + "/posts", body("kind", "NOTE", "text", text))
                .expect(201)
                .id();
    }

    private String group(Object... changes) {
        county.decide("reading.roster-weeks", "0");
        var today = LocalDate.now(county.stage().clock);
        var plan = body("theme", "读《乡土中国》", "book", "乡土中国", "startsOn", today, "endsOn", today.plusDays(30));
        plan.putAll(body("visibility", "GUESTS"));
        plan.putAll(body(changes));
        var path = "/api/reading-groups/"
                + office.post("/api/reading-groups", plan).expect(201).id();
        office.put(path + "/opening", body()).expect(200);
        for (var member : List.of(tashi, droma)) {
            office.put(path + "/members/" + member.seat(), body()).expect(204);
        }
        return path;
    }
}
