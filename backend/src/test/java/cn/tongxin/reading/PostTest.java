package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person guest = county.guest("李读者");
    private final String group = group();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "བཀྲ་ཤིས་བདེ་ལེགས། དཔེ་ཀློག",
                "2026-يىلى 3-ئايدا 15 كىتاب ئوقۇدۇق",
                "독서 모임 2026년 3월",
                "𬭎𠮷 㛃 beyond the BMP",
                "好书 👍🏽👨‍👩‍👧",
                "零\u200B宽\u200D字\uFEFF",
                "控制\u0001\u0008\u001b符",
                "<script>alert('x')</script><b onclick=\"x\">'; drop table reading_post; --",
                "=1+1 @SUM(A1)",
                "一行\n两行\r\n\t三行 \u2028 \u202E反向"
            })
    void any_writing_is_stored_as_text_and_comes_back_unchanged(String text) {
        var post =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", text)).expect(201);
        assertThat(post.at("/text").asText()).isEqualTo(text);
        assertThat(droma.get(group + "/posts").expect(200).at("/items/0/text").asText())
                .isEqualTo(text);
    }

    @Test
    void five_thousand_characters_fit_and_one_more_does_not() {
        var longest = "𬭎".repeat(5000);
        assertThat(tashi.post(group + "/posts", body("kind", "NOTE", "text", longest))
                        .expect(201)
                        .at("/text")
                        .asText())
                .isEqualTo(longest);
        tashi.post(group + "/posts", body("kind", "NOTE", "text", longest + "长"))
                .refused(422, "fields.invalid")
                .naming("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000\u00A0\n", "\u200B\u200D\uFEFF", "\u0001\u0002", "有\u0000无"})
    void nothing_is_not_a_post(String text) {
        tashi.post(group + "/posts", body("kind", "NOTE", "text", text))
                .refused(422, "fields.invalid")
                .naming("text");
        assertThat(tashi.get(group + "/posts").expect(200).at("/items")).isEmpty();
    }

    @Test
    void a_broken_character_is_refused() {
        tashi.post(group + "/posts", "{\"kind\":\"NOTE\",\"text\":\"半\\ud800个\"}")
                .refused(422, "fields.invalid")
                .naming("text");
    }

    @Test
    void a_body_that_cannot_be_read_is_refused() {
        tashi.post(group + "/posts", "{\"kind\":\"NOTE\"").refused(400, "request.malformed");
        tashi.post(group + "/posts", body("kind", "SHOUT", "text", "文")).refused(400, "request.malformed");
        tashi.post(group + "/posts", body("id", "我的", "kind", "NOTE", "text", "文"))
                .refused(400, "request.malformed");
        tashi.get(group + "/posts?after=1&before=3").refused(400, "page.direction");
        tashi.get(group + "/posts?after=x").refused(400, "request.malformed");
        tashi.get(group + "/posts?limit=0").refused(400, "page.limit");
    }

    @Test
    void two_people_posting_in_parallel_leave_no_gap_and_both_are_seen() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person : List.of(tashi, droma)) {
                for (var i = 0; i < 15; i++) {
                    var text = person.name() + i;
                    pool.submit(() -> person.post(group + "/posts", body("kind", "REPLY", "text", text))
                            .expect(201));
                }
            }
        }
        var seen = tashi.get(group + "/posts?after=0&limit=100").expect(200);
        assertThat(numbers(seen, "seq")).containsExactlyElementsOf(LongRange.of(1, 30));
        assertThat(seen.json().findValuesAsText("text")).contains("扎西0", "扎西14", "卓玛0", "卓玛14");
        assertThat(county.number("select seq from reading_group_clock")).isEqualTo(30);
    }

    @Test
    void the_same_id_sent_in_parallel_makes_one_row_and_no_gap() throws Exception {
        var id = Ids.next();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 6; i++) {
                pool.submit(() -> tashi.post(group + "/posts", body("id", id, "kind", "NOTE", "text", "一次"))
                        .expect(201));
            }
        }
        droma.post(group + "/posts", body("kind", "NOTE", "text", "下一个")).expect(201);
        assertThat(numbers(tashi.get(group + "/posts").expect(200), "seq")).containsExactly(1L, 2L);
    }

    @Test
    void anothers_id_is_taken_and_so_is_ones_own_in_another_group() {
        var id = Ids.next();
        var secret = "悄悄话";
        tashi.post(group + "/posts", body("id", id, "kind", "NOTE", "text", secret))
                .expect(201);
        var taken = droma.post(group + "/posts", body("id", id, "kind", "NOTE", "text", "抢"));
        taken.refused(409, "id.taken");
        assertThat(taken.text()).doesNotContain(secret);
        tashi.post(group() + "/posts", body("id", id, "kind", "NOTE", "text", secret))
                .refused(409, "id.taken");
    }

    @Test
    void a_repeat_is_answered_though_the_group_pauses_and_the_answered_post_is_hidden_since() {
        var said =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", "前文")).expect(201);
        var id = Ids.next();
        var answer = body("id", id, "kind", "REPLY", "text", "我也读到这里", "replyTo", said.id());
        droma.post(group + "/posts", answer).expect(201);
        office.put(group + "/posts/" + said.id() + "/hiding", body("reason", "不妥"))
                .expect(200);
        assertThat(droma.post(group + "/posts", answer).expect(201).id()).isEqualTo(id);
        tashi.put(group + "/pause", body("reason", "县里开两会")).expect(200);
        assertThat(droma.post(group + "/posts", answer).expect(201).id()).isEqualTo(id);
        droma.post(group + "/posts", body("kind", "NOTE", "text", "新的")).refused(409, "reading.move-not-allowed");
        assertThat(numbers(droma.get(group + "/posts").expect(200), "seq")).containsExactly(1L, 2L);
    }

    @Test
    void posts_are_paged_both_ways_and_unread_ones_counted() {
        IntStream.rangeClosed(1, 9)
                .forEach(i -> tashi.post(group + "/posts", body("kind", "NOTE", "text", "第" + i))
                        .expect(201));
        assertThat(unread(droma)).isEqualTo(9);
        assertThat(unread(tashi)).isZero();

        var latest = droma.get(group + "/posts?limit=4").expect(200);
        assertThat(numbers(latest, "seq")).containsExactly(6L, 7L, 8L, 9L);
        assertThat(latest.at("/more").asBoolean()).isTrue();
        assertThat(numbers(droma.get(group + "/posts?before=6&limit=4").expect(200), "seq"))
                .containsExactly(2L, 3L, 4L, 5L);
        var oldest = droma.get(group + "/posts?before=2&limit=4").expect(200);
        assertThat(numbers(oldest, "seq")).containsExactly(1L);
        assertThat(oldest.at("/more").asBoolean()).isFalse();
        assertThat(numbers(droma.get(group + "/posts?after=7").expect(200), "seq"))
                .containsExactly(8L, 9L);

        droma.put(group + "/read", body("seq", 7)).expect(200);
        droma.put(group + "/read", body("seq", 3)).expect(200);
        assertThat(unread(droma)).isEqualTo(2);
        droma.put(group + "/read", body("seq", 10))
                .refused(422, "fields.invalid")
                .naming("seq");
        droma.put(group + "/read", body("seq", -1)).refused(422, "fields.invalid");
    }

    @Test
    void polling_says_not_modified_until_something_happens_and_since_gives_what_did() {
        var first =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", "一")).expect(201);
        var before = droma.get(group + "/posts").expect(200);
        poll(before).expect(304);

        tashi.put(group + "/posts/" + first.id(), body("version", 1, "text", "一改"))
                .expect(200);
        var polled = poll(before).expect(200);
        assertThat(polled.at("/items/0/text").asText()).isEqualTo("一改");

        droma.post(group + "/posts", body("kind", "REPLY", "text", "二", "replyTo", first.id()))
                .expect(201);
        tashi.delete(group + "/posts/" + first.id()).expect(204);
        var changed = droma.get(group + "/posts?since=" + before.at("/change").asText())
                .expect(200);
        assertThat(numbers(changed, "seq")).containsExactly(2L, 1L);
        assertThat(changed.at("/items/1/status").asText()).isEqualTo("DELETED");
        assertThat(changed.text()).doesNotContain("一改");
        assertThat(droma.get(group + "/posts?since=" + changed.at("/change").asText())
                        .expect(200)
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void the_office_enters_a_members_note_from_paper_in_his_name_and_he_is_told() {
        var id = Ids.next();
        var written = body("id", id, "seatId", droma.seat(), "topic", "湿地", "text", "手写的笔记");
        tashi.post(group + "/posts/entered", written).refused(403, "policy.not-allowed");
        var note = office.post(group + "/posts/entered", written).expect(201);
        assertThat(office.post(group + "/posts/entered", written)
                        .expect(201)
                        .at("/seq")
                        .asLong())
                .isEqualTo(note.at("/seq").asLong());
        assertThat(note.at("/authorName").asText()).isEqualTo("卓玛");
        assertThat(note.at("/kind").asText()).isEqualTo("NOTE");
        assertThat(note.at("/entered").asBoolean()).isTrue();
        assertThat(droma.get(group + "/posts/" + id).expect(200).can()).contains("delete");
        county.stage().bean(cn.tongxin.history.Readers.class).catchUp(county.id());
        assertThat(droma.get("/api/inbox").expect(200).json().findValuesAsText("title"))
                .containsOnlyOnce("办公室代您录入了读书群“草原生态主题读书”的一条笔记");

        tashi.put(group + "/posts/" + id + "/praise", body()).expect(200);
        assertThat(office.put(group + "/posts/" + id + "/approval", body())
                        .expect(200)
                        .at("/approved")
                        .asBoolean())
                .isTrue();
        office.post(
                        group + "/posts/entered",
                        body("seatId", county.member("群外").seat(), "text", " ", "postedOn", "2026-03-03"))
                .refused(422, "fields.invalid")
                .naming("seatId", "text", "postedOn");
        office.post(group + "/posts/entered", body("seatId", droma.seat(), "text", "早了", "postedOn", "2026-03-01"))
                .refused(422, "fields.invalid")
                .naming("postedOn");
        office.post(group + "/posts/entered", body("id", id, "seatId", droma.seat(), "text", "别的"))
                .expect(201);
    }

    @Test
    void the_committee_says_for_how_long_an_author_mends_a_post() {
        var post =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", "错字")).expect(201);
        var path = group + "/posts/" + post.id();
        age(post.id());
        county.decide("reading.edit-minutes", "60");
        assertThat(tashi.get(path).expect(200).can()).contains("edit");
        tashi.put(path, body("version", 1, "text", "一小时内改正")).expect(200);
        county.inside("update setting set value = '0' where key = 'reading.edit-minutes'");
        var unmended = tashi.post(group + "/posts", body("kind", "NOTE", "text", "发出即定"))
                .expect(201);
        assertThat(unmended.can()).doesNotContain("edit").contains("delete");
        assertThat(unmended.json().has("editableUntil")).isFalse();
        tashi.put(group + "/posts/" + unmended.id(), body("version", 1, "text", "改"))
                .refused(409, "reading.edit-window");
    }

    @Test
    void posts_are_found_by_what_is_seen_in_their_topics_and_texts_alone() {
        tashi.post(group + "/posts", body("kind", "NOTE", "topic", "湿地保护", "text", "瓦尔登湖的冬天"))
                .expect(201);
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "草原也有湿地，冬天不同"))
                .expect(201);
        var gone = tashi.post(group + "/posts", body("kind", "NOTE", "text", "湿地，删了"))
                .expect(201);
        tashi.delete(group + "/posts/" + gone.id()).expect(204);
        var hidden = droma.post(group + "/posts", body("kind", "NOTE", "text", "湿地，不当"))
                .expect(201);
        office.put(group + "/posts/" + hidden.id() + "/hiding", body("reason", "不当"))
                .expect(200);
        guest.put(group + "/membership", body()).expect(200);
        guest.post(group + "/posts", body("kind", "NOTE", "text", "湿地，待审")).expect(201);

        for (var reader : List.of(tashi, droma, guest, office)) {
            assertThat(numbers(reader.get(group + "/posts?q=湿地").expect(200), "seq"))
                    .containsExactly(1L, 2L);
        }
        assertThat(numbers(tashi.get(group + "/posts?q=冬天%20湿地").expect(200), "seq"))
                .containsExactly(1L, 2L);
        assertThat(numbers(tashi.get(group + "/posts?q=瓦尔登%20湿地").expect(200), "seq"))
                .containsExactly(1L);
        assertThat(numbers(tashi.get(group + "/posts?q=湿地&before=2&limit=1").expect(200), "seq"))
                .containsExactly(1L);
        assertThat(tashi.get(group + "/posts?q=%25").expect(200).at("/items")).isEmpty();
        assertThat(tashi.get(group + "/posts?q=%20").expect(200).at("/items")).hasSize(2);
        tashi.get(group + "/posts?q=" + "字".repeat(51))
                .refused(422, "fields.invalid")
                .naming("q");
    }

    @Test
    void an_author_mends_a_post_for_ten_minutes_and_deletes_it_whenever() {
        var post =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", "错字")).expect(201);
        var path = group + "/posts/" + post.id();
        assertThat(post.can()).containsExactly("edit", "delete", "pin", "praise", "raise");
        droma.put(path, body("version", 1, "text", "别人改")).refused(403, "policy.not-allowed");
        droma.delete(path).refused(403, "policy.not-allowed");
        office.put(path, body("version", 1, "text", "干部改")).refused(403, "reading.not-joined");
        tashi.put(path, body("version", 1, "text", "改正")).expect(200);
        tashi.put(path, body("version", 1, "text", "再改")).refused(409, "reading.post-version");
        tashi.put(path, body("version", 2, "text", "字".repeat(5001)))
                .refused(422, "fields.invalid")
                .naming("text");
        age(post.id());
        tashi.put(path, body("version", 2, "text", "太晚")).refused(409, "reading.edit-window");
        assertThat(tashi.get(path).expect(200).can()).containsExactly("delete", "pin", "praise", "raise");

        tashi.delete(path).expect(204);
        tashi.delete(path).expect(204);
        var place = droma.get(path).expect(200);
        assertThat(place.at("/status").asText()).isEqualTo("DELETED");
        assertThat(place.json().has("text")).isFalse();
        tashi.put(path, body("version", 3, "text", "回来")).refused(409, "reading.edit-window");
        tashi.post(group + "/posts", body("kind", "REPLY", "text", "答", "replyTo", post.id()))
                .refused(422, "fields.invalid")
                .naming("replyTo");
        tashi.post(group + "/posts", body("kind", "REPLY", "text", "答", "replyTo", UUID.randomUUID()))
                .refused(422, "fields.invalid")
                .naming("replyTo");
    }

    @Test
    void a_guests_post_is_held_for_its_author_and_the_moderators_until_it_is_released() {
        guest.put(group + "/membership", body()).expect(200);
        var held = guest.post(group + "/posts", body("kind", "NOTE", "text", "读者来信"))
                .expect(201);
        var path = group + "/posts/" + held.id();
        assertThat(held.at("/status").asText()).isEqualTo("HELD");
        assertThat(guest.get(path).expect(200).at("/text").asText()).isEqualTo("读者来信");
        droma.get(path).refused(404, "not-found");
        assertThat(droma.get(group + "/posts").expect(200).at("/items")).isEmpty();
        assertThat(droma.get(group + "/posts?since=0").expect(200).at("/items")).isEmpty();
        assertThat(unread(droma)).isZero();
        droma.put(path + "/release", body()).refused(403, "policy.not-allowed");
        guest.put(path + "/release", body()).refused(403, "policy.not-allowed");
        assertThat(tashi.get(group + "/posts").expect(200).at("/items/0/can"))
                .extracting(node -> node.asText())
                .containsExactly("release", "hide");

        tashi.put(path + "/release", body()).expect(200);
        assertThat(droma.get(path).expect(200).at("/text").asText()).isEqualTo("读者来信");
    }

    @Test
    void a_hidden_post_keeps_its_place_and_its_author_reads_why() {
        var post = droma.post(group + "/posts", body("kind", "NOTE", "text", "不妥的话"))
                .expect(201);
        var path = group + "/posts/" + post.id();
        office.put(path + "/hiding", body("reason", ""))
                .refused(422, "fields.invalid")
                .naming("reason");
        office.put(path + "/hiding", body("reason", "含他人隐私")).expect(200);
        assertThat(droma.get(path).expect(200).at("/hiddenReason").asText()).isEqualTo("含他人隐私");
        guest.put(group + "/membership", body()).expect(200);
        var others = guest.get(path).expect(200);
        assertThat(others.text()).doesNotContain("不妥的话").doesNotContain("隐私");
        droma.delete(path).refused(409, "reading.post-hidden");
        office.put(path + "/release", body()).expect(200);
        droma.delete(path).expect(204);
        office.put(path + "/release", body()).refused(409, "reading.post-deleted");
    }

    @Test
    void a_reply_quotes_what_it_answers_to_those_who_may_read_it() {
        var said = droma.post(group + "/posts", body("kind", "NOTE", "text", "𬭎".repeat(61)))
                .expect(201);
        var reply = tashi.post(group + "/posts", body("kind", "REPLY", "text", "同感", "replyTo", said.id()))
                .expect(201);
        assertThat(reply.at("/answered/authorName").asText()).isEqualTo("卓玛");
        assertThat(reply.at("/answered/gist").asText()).isEqualTo("𬭎".repeat(60));
        assertThat(said.json().has("answered")).isFalse();

        office.put(group + "/posts/" + said.id() + "/hiding", body("reason", "含他人隐私"))
                .expect(200);
        guest.put(group + "/membership", body()).expect(200);
        var hidden = guest.get(group + "/posts").expect(200);
        assertThat(hidden.at("/items/1/answered/status").asText()).isEqualTo("HIDDEN");
        assertThat(hidden.text()).doesNotContain("𬭎").doesNotContain("隐私");
        for (var reader : List.of(droma, tashi, office)) {
            assertThat(reader.get(group + "/posts")
                            .expect(200)
                            .at("/items/1/answered/gist")
                            .asText())
                    .isEqualTo("𬭎".repeat(60));
        }
        office.put(group + "/posts/" + said.id() + "/release", body()).expect(200);
        droma.delete(group + "/posts/" + said.id()).expect(204);
        var deleted = tashi.get(group + "/posts").expect(200).at("/items/1/answered");
        assertThat(deleted.path("status").asText()).isEqualTo("DELETED");
        assertThat(deleted.has("gist")).isFalse();
    }

    @Test
    void the_place_of_a_post_is_found_by_itself_for_those_who_see_it() {
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "一")).expect(201);
        guest.put(group + "/membership", body()).expect(200);
        var held =
                guest.post(group + "/posts", body("kind", "NOTE", "text", "二")).expect(201);
        var path = "/api/reading-posts/" + held.id() + "/place";
        var place = guest.get(path).expect(200);
        assertThat(group).endsWith(place.at("/groupId").asText());
        assertThat(place.at("/seq").asLong()).isEqualTo(2);
        tashi.get(path).expect(200);
        droma.get(path).refused(404, "not-found");
        Stage.committee().staff("外县", Role.STUDY_STAFF).get(path).refused(404, "not-found");
        tashi.get("/api/reading-posts/" + UUID.randomUUID() + "/place").refused(404, "not-found");
    }

    @Test
    void who_has_not_joined_only_reads_and_who_left_keeps_his_posts() {
        var visitor = county.member("旁观");
        visitor.get(group + "/posts").expect(200);
        visitor.post(group + "/posts", body("kind", "NOTE", "text", "我")).refused(403, "reading.not-joined");
        droma.post(group + "/posts", body("kind", "NOTE", "text", "留下的话")).expect(201);
        droma.delete(group + "/membership").expect(204);
        droma.post(group + "/posts", body("kind", "NOTE", "text", "又来")).refused(403, "reading.not-joined");
        assertThat(tashi.get(group + "/posts")
                        .expect(200)
                        .at("/items/0/authorName")
                        .asText())
                .isEqualTo("卓玛");
    }

    @Test
    void an_ended_seat_reads_and_no_longer_writes() {
        var leaving = county.member("离任委员");
        leaving.put(group + "/membership", body()).expect(200);
        leaving.post(group + "/posts", body("kind", "NOTE", "text", "任内")).expect(201);
        var ended = end(leaving);
        assertThat(ended.get(group).expect(200).can()).isEmpty();
        ended.get(group + "/posts").expect(200);
        ended.post(group + "/posts", body("kind", "NOTE", "text", "任外")).refused(403, "seat.not-active");
        ended.put(group + "/read", body("seq", 1)).refused(403, "seat.not-active");
        ended.delete(group + "/membership").refused(403, "seat.not-active");
    }

    @Test
    void a_post_is_found_only_through_its_own_group_and_committee() {
        var post =
                tashi.post(group + "/posts", body("kind", "NOTE", "text", "本群")).expect(201);
        tashi.get(group() + "/posts/" + post.id()).refused(404, "not-found");
        Stage.committee()
                .staff("外县", Role.STUDY_STAFF)
                .get(group + "/posts/" + post.id())
                .refused(404, "not-found");
        tashi.get(group + "/posts/" + UUID.randomUUID()).refused(404, "not-found");
    }

    private Person end(Person leaving) {
        county.inside("update seat set status = 'ENDED' where id = ?", leaving.seat());
        county.inside("update seat_directory set status = 'ENDED' where seat_id = ?", leaving.seat());
        county.stage().bean(cn.tongxin.identity.Callers.class).forget();
        return leaving;
    }

    private void age(UUID post) {
        county.inside("update reading_post set created_at = created_at - interval '11 minutes' where id = ?", post);
    }

    private Answer poll(Answer last) {
        return droma.with(
                "GET", group + "/posts", null, request -> request.header("If-None-Match", last.header("ETag")));
    }

    private int unread(Person person) {
        return person.get(group).expect(200).at("/unread").asInt();
    }

    private String group() {
        county.decide("reading.roster-weeks", "0");
        var made = office.post("/api/reading-groups", plan("ownerId", tashi.seat(), "visibility", "GUESTS"))
                .expect(201);
        var path = ReadingGroupTest.path(made);
        office.put(path + "/opening", body()).expect(200);
        droma.put(path + "/membership", body()).expect(200);
        return path;
    }

    private static List<Long> numbers(Answer answer, String name) {
        return StreamSupport.stream(answer.at("/items").spliterator(), false)
                .map(item -> item.path(name).asLong())
                .toList();
    }

    private static final class LongRange {
        static List<Long> of(long from, long to) {
            return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
        }
    }
}
