package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.TableFile;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What waits before it is shown, what readers report, what is put on top, and who answers for a group. */
class ModerationTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person pema = county.member("白玛");
    private final Person guest = county.guest("李读者");
    private final String group = group();

    @Test
    void a_watched_word_makes_a_post_wait_however_it_is_written() {
        watch("内部资料", "secret", "གསང་བ");
        for (var text : List.of("这是内 部 资\u200B料", "内部·资料!", "Ｓecre-T", "དཔེ་གསང་བ་ཡིན")) {
            var held = write(droma, text);
            assertThat(held.at("/status").asText()).as(text).isEqualTo("HELD");
            assertThat(held.json().has("heldFor")).as("its author is not told").isFalse();
            pema.get(path(held)).refused(404, "not-found");
        }
        assertThat(write(droma, "内部的资料").at("/status").asText()).isEqualTo("VISIBLE");
        assertThat(write(tashi, "内部资料一览").at("/status").asText())
                .as("the owner answers for it himself")
                .isEqualTo("VISIBLE");
        assertThat(droma.post(group + "/posts", body("kind", "NOTE", "topic", "内部资料", "text", "题目也算"))
                        .expect(201)
                        .at("/status")
                        .asText())
                .isEqualTo("HELD");

        var queue = tashi.get("/api/reading-moderation?limit=2").expect(200);
        assertThat(queue.at("/items/0/post/heldFor").asText()).isEqualTo("WORD");
        assertThat(queue.at("/items/0/words/0").asText()).isEqualTo("内部资料");
        assertThat(queue.at("/items/0/theme").asText()).isEqualTo("草原生态主题读书");
        var rest = tashi.get(
                        "/api/reading-moderation?after=" + queue.at("/next").asText())
                .expect(200);
        assertThat(rest.at("/items")).hasSize(3);
        assertThat(droma.get("/api/reading-moderation").expect(200).at("/items"))
                .isEmpty();
        tashi.get("/api/reading-moderation?after=x").refused(400, "page.cursor");
    }

    @Test
    void words_that_are_mended_into_a_post_make_it_wait_and_so_does_a_guests_mending() {
        watch("内部资料");
        var post = write(droma, "清白的话");
        tashi.put(path(post) + "/pin", body()).expect(200);
        var mended = droma.put(path(post), body("version", 2, "text", "内部资料")).expect(200);
        assertThat(mended.at("/status").asText()).isEqualTo("HELD");
        assertThat(mended.at("/pinned").asBoolean()).isFalse();
        var place = pema.get(group + "/posts?since=0").expect(200);
        assertThat(place.at("/items/0/status").asText()).as("who saw it learns").isEqualTo("HELD");
        assertThat(place.text()).doesNotContain("内部资料").doesNotContain("清白的话");

        guest.put(group + "/membership", body()).expect(200);
        var held = write(guest, "读者来信");
        tashi.put(path(held) + "/release", body()).expect(200);
        assertThat(guest.put(path(held), body("version", 2, "text", "换了的话"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("HELD");
        assertThat(pema.get(group + "/posts").expect(200).text()).doesNotContain("换了的话");
    }

    @Test
    void what_waits_still_waits_when_the_group_pauses_or_ends() {
        watch("内部资料");
        var held = write(droma, "内部资料");
        tashi.put(group + "/pause", body("reason", "放假")).expect(200);
        assertWaits();
        tashi.delete(group + "/pause").expect(200);
        tashi.put(group + "/wrapping", body()).expect(200);
        assertWaits();
        tashi.put(path(held) + "/release", body()).expect(200);
    }

    private void assertWaits() {
        assertThat(todo(tashi)).contains("CHECK_POST 1");
        assertThat(tashi.get("/api/reading-moderation").expect(200).at("/items"))
                .hasSize(1);
    }

    @Test
    void in_a_group_that_looks_first_every_post_waits_but_the_moderators() {
        office.put(group, planned(1, "reviewFirst", true)).expect(200);
        var held = write(droma, "等一等");
        assertThat(held.at("/status").asText()).isEqualTo("HELD");
        assertThat(tashi.get(path(held)).expect(200).at("/heldFor").asText()).isEqualTo("REVIEW_FIRST");
        assertThat(write(tashi, "群主的话").at("/status").asText()).isEqualTo("VISIBLE");
    }

    @Test
    void a_reported_post_comes_to_the_moderators_without_the_name_of_who_reported() {
        var post = write(droma, "有争议的话");
        assertThat(pema.get(path(post)).expect(200).can()).containsExactly("report", "raise");
        pema.put(path(post) + "/report", body("reason", "")).refused(422, "fields.invalid");
        pema.put(path(post) + "/report", body("reason", "像是广告")).expect(204);
        pema.put(path(post) + "/report", body("reason", "再报一次")).expect(204);
        droma.put(path(post) + "/report", body("reason", "自己的")).refused(409, "reading.own-post");
        assertThat(todo(tashi)).contains("CHECK_POST 1");

        var queue = tashi.get("/api/reading-moderation").expect(200);
        assertThat(queue.at("/items")).hasSize(1);
        assertThat(queue.at("/items/0/reports/0/reason").asText()).isEqualTo("像是广告");
        assertThat(queue.text()).doesNotContain(pema.seat().toString()).doesNotContain("再报一次");

        pema.put(path(post) + "/keeping", body()).refused(403, "policy.not-allowed");
        tashi.put(path(post) + "/keeping", body()).expect(204);
        assertThat(todo(tashi)).doesNotContain("CHECK_POST 1");
        assertThat(pema.get(path(post)).expect(200).at("/status").asText()).isEqualTo("VISIBLE");

        guest.put(path(post) + "/report", body("reason", "来宾也可以")).expect(204);
        tashi.put(path(post) + "/hiding", body("reason", "广告")).expect(200);
        assertThat(tashi.get("/api/reading-moderation").expect(200).at("/items"))
                .isEmpty();
        pema.put(path(post) + "/report", body("reason", "晚了")).refused(409, "reading.post-not-seen");
    }

    @Test
    void pinned_and_excellent_posts_are_marked_by_who_runs_the_group_and_heard_of() {
        var post = write(droma, "好文章");
        try (var ear = pema.listen(group + "/live?since=0")) {
            ear.next();
            tashi.put(path(post) + "/pin", body()).expect(200);
            assertThat(ear.next().at("/pinned").asBoolean()).isTrue();
            tashi.put(path(post) + "/praise", body()).expect(200);
            assertThat(ear.next().at("/excellent").asBoolean()).isTrue();
        }
        tashi.put(path(post) + "/pin", body()).expect(200);
        droma.put(path(post) + "/pin", body()).refused(403, "policy.not-allowed");
        droma.put(path(post) + "/praise", body()).refused(403, "policy.not-allowed");
        var other = write(droma, "平常文章");
        assertThat(pema.get(group + "/posts?mark=PINNED").expect(200).at("/items"))
                .hasSize(1);
        assertThat(pema.get(group + "/posts?mark=EXCELLENT")
                        .expect(200)
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("好文章");

        for (var i = 0; i < 4; i++) {
            tashi.put(path(write(droma, "第" + i)) + "/pin", body()).expect(200);
        }
        tashi.put(path(other) + "/pin", body()).refused(409, "reading.pins-full");
        tashi.delete(path(post) + "/pin").expect(200);
        tashi.put(path(other) + "/pin", body()).expect(200);

        tashi.put(path(post) + "/hiding", body("reason", "重复")).expect(200);
        assertThat(tashi.get(path(post)).expect(200).at("/excellent").asBoolean())
                .isFalse();
        tashi.put(path(post) + "/praise", body()).refused(409, "reading.post-not-seen");
        tashi.delete(path(other) + "/praise").expect(200);
    }

    @Test
    void a_secretary_moderates_and_plans_and_a_co_owner_runs_the_group_with_the_owner() {
        var held = heldGuestPost();
        droma.put(path(held) + "/release", body()).refused(403, "policy.not-allowed");
        appoint(droma, "SECRETARY").expect(204);
        assertThat(todo(droma)).containsExactly("MISSING_HOST 1", "CHECK_POST 1");
        assertThat(droma.get("/api/reading-moderation").expect(200).at("/items"))
                .hasSize(1);
        droma.put(path(held) + "/release", body()).expect(200);
        droma.post(group + "/sessions", body("startsOn", "2026-03-09", "topic", "第二讲"))
                .expect(201);
        droma.put(path(held) + "/pin", body()).refused(403, "policy.not-allowed");
        droma.put(group + "/closing", body()).refused(403, "policy.not-allowed");
        droma.put(group + "/members/" + pema.seat() + "/part", body("part", "SECRETARY"))
                .refused(403, "policy.not-allowed");

        appoint(droma, "CO_OWNER").expect(204);
        assertThat(droma.get(group).expect(200).at("/part").asText()).isEqualTo("CO_OWNER");
        droma.put(path(held) + "/pin", body()).expect(200);
        droma.put(group, planned(1, "capacity", 20)).expect(200);

        appoint(droma, "READER").expect(204);
        droma.put(path(held) + "/hiding", body("reason", "不再是")).refused(403, "policy.not-allowed");
        appoint(droma, "NONE").refused(422, "fields.invalid").naming("part");
        appoint(guest, "SECRETARY").refused(422, "fields.invalid").naming("seatId");
        appoint(county.member("群外"), "SECRETARY").refused(422, "fields.invalid").naming("seatId");
    }

    @Test
    void what_is_seen_is_exported_with_a_mark_and_a_line_in_the_log() throws Exception {
        write(droma, "=1+1 第一句");
        var hidden = write(droma, "不妥的话");
        tashi.put(path(hidden) + "/hiding", body("reason", "不妥")).expect(200);
        heldGuestPost();
        tashi.post(group + "/post-exports", body("reason", " "))
                .refused(422, "fields.invalid")
                .naming("reason");
        droma.post(group + "/post-exports", body("reason", "想看")).refused(403, "policy.not-allowed");
        var file = tashi.post(group + "/post-exports", body("reason", "编印文集")).expect(200);
        var sheet = TableFile.read("发言.xlsx", file.bytes()).getFirst();
        assertThat(sheet.rows()).as("title, headings, one post").hasSize(3);
        assertThat(sheet.rows().getFirst().cell(0).shown()).contains("扎西 2026-03-02 09:00 导出，仅供内部使用");
        assertThat(sheet.rows().getLast().cell(5).shown()).isEqualTo("'=1+1 第一句");
        assertThat(part(file.bytes(), "xl/worksheets/sheet1.xml")).containsPattern("<oddHeader>[^<]*2026-03-02 09:00");
        assertThat(county.number("select count(*) from access_log where kind = 'exported' and detail like '%编印文集'"))
                .isEqualTo(1);
    }

    private static String part(byte[] zip, String name) throws IOException {
        var file = Files.createTempFile("export", ".xlsx");
        try (var in = new ZipFile(Files.write(file, zip).toFile())) {
            return new String(in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void who_leaves_and_comes_back_is_a_plain_reader() {
        appoint(droma, "CO_OWNER").expect(204);
        droma.delete(group + "/membership").expect(204);
        assertThat(droma.get(group).expect(200).can()).doesNotContain("edit");
        droma.put(group + "/membership", body()).expect(200);
        assertThat(droma.get(group).expect(200).at("/part").asText()).isEqualTo("READER");
    }

    private Answer appoint(Person who, String part) {
        return tashi.put(group + "/members/" + who.seat() + "/part", body("part", part));
    }

    private Answer heldGuestPost() {
        guest.put(group + "/membership", body()).expect(200);
        return write(guest, "读者来信");
    }

    private void watch(String... words) {
        county.staff("管理员", Role.TENANT_ADMIN)
                .put("/api/settings/reading.watch-words", body("value", List.of(words), "version", 0))
                .expect(200);
    }

    private static List<String> todo(Person person) {
        return person.get("/api/todo")
                .expect(200)
                .at("/groups")
                .valueStream()
                .map(each ->
                        each.path("verb").asText() + " " + each.path("count").asInt())
                .toList();
    }

    private Answer write(Person author, String text) {
        return author.post(group + "/posts", body("kind", "NOTE", "text", text)).expect(201);
    }

    private String path(Answer post) {
        return path(post.id());
    }

    private String path(UUID post) {
        return group + "/posts/" + post;
    }

    private static Object planned(int version, Object... changes) {
        var plan = plan(changes);
        plan.put("version", version + 1);
        plan.put("visibility", "GUESTS");
        return plan;
    }

    private String group() {
        county.decide("reading.roster-weeks", "0");
        var made = office.post("/api/reading-groups", plan("ownerId", tashi.seat(), "visibility", "GUESTS"))
                .expect(201);
        var path = ReadingGroupTest.path(made);
        office.put(path + "/opening", body()).expect(200);
        for (var reader : List.of(droma, pema)) {
            reader.put(path + "/membership", body()).expect(200);
        }
        return path;
    }
}
