package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Topics, mentions, what is unread, and when nobody writes. */
class TalkTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person admin = county.staff("管理员", Role.TENANT_ADMIN);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person pema = county.member("白玛");
    private final String group = group();

    @Test
    void a_group_is_read_topic_by_topic() {
        write(tashi, "一", "topic", "礼治");
        write(droma, "二", "topic", "礼治");
        write(droma, "三");
        write(tashi, "四", "topic", "差序格局");

        var topics = pema.get(group + "/topics").expect(200).json();
        assertThat(topics.findValuesAsText("topic")).containsExactly("差序格局", "礼治");
        assertThat(topics.at("/1/posts").asInt()).isEqualTo(2);
        assertThat(texts(pema.get(group + "/posts?topic=" + encoded("礼治")))).containsExactly("一", "二");
        assertThat(texts(pema.get(group + "/posts?topic="))).containsExactly("三");
        assertThat(texts(pema.get(group + "/posts?topic=" + encoded("没有")))).isEmpty();

        tashi.post(group + "/posts", words("文", "topic", "题".repeat(31)))
                .refused(422, "fields.invalid")
                .naming("topic");
        tashi.post(group + "/posts", words("文", "topic", "\u200B"))
                .refused(422, "fields.invalid")
                .naming("topic");
        tashi.post(group + "/posts", words("文", "topic", "𬭎".repeat(30))).expect(201);
    }

    @Test
    void who_mutes_a_group_still_counts_his_topics_and_what_mentions_him() {
        droma.put(group + "/muting", body("muted", true, "topics", List.of("礼治")))
                .expect(200);
        write(tashi, "别的");
        write(tashi, "礼治之一", "topic", "礼治");
        assertThat(unread(droma)).isEqualTo(1);
        assertThat(unread(pema)).isEqualTo(2);
        assertThat(droma.get(group + "/topics").expect(200).at("/0/followed").asBoolean())
                .isTrue();

        var naming = write(tashi, "@卓玛 请看", "mentions", List.of(droma.seat()));
        var muted = droma.get(group).expect(200);
        assertThat(muted.at("/unread").asInt()).isEqualTo(2);
        assertThat(muted.at("/mentioned").asInt()).isEqualTo(1);
        assertThat(muted.at("/muted").asBoolean()).isTrue();
        assertThat(news(droma)).contains("扎西在读书群“草原生态主题读书”中提到了您");
        assertThat(droma.get("/api/inbox").expect(200).at("/items/0/subjectId").asText())
                .isEqualTo(naming.id().toString());
        assertThat(news(pema)).noneMatch(title -> title.contains("提到"));

        droma.put(group + "/read", body("seq", 3)).expect(200);
        assertThat(droma.get(group).expect(200).at("/mentioned").asInt()).isZero();
        write(tashi, "又一条");
        assertThat(unread(droma)).isZero();
        droma.put(group + "/muting", body("muted", false)).expect(200);
        assertThat(unread(droma)).isEqualTo(1);

        droma.put(group + "/muting", body("muted", true, "topics", Collections.singletonList(null)))
                .refused(422, "fields.invalid");
        droma.put(group + "/muting", body("muted", true, "topics", List.of("题".repeat(31))))
                .refused(422, "fields.invalid")
                .naming("topics");
        county.member("群外").put(group + "/muting", body("muted", true)).refused(403, "reading.not-joined");
    }

    @Test
    void only_who_is_in_the_group_is_mentioned_and_of_a_held_post_nobody_hears() {
        var outside = county.member("群外");
        tashi.post(group + "/posts", words("@群外", "mentions", List.of(outside.seat())))
                .refused(422, "fields.invalid")
                .naming("mentions");
        tashi.post(group + "/posts", words("@谁", "mentions", List.of(UUID.randomUUID())))
                .refused(422, "fields.invalid")
                .naming("mentions");
        tashi.post(group + "/posts", words("@无", "mentions", Collections.singletonList(null)))
                .refused(422, "fields.invalid");

        var guest = county.guest("李读者");
        guest.put(group + "/membership", body()).expect(200);
        var held = write(guest, "@卓玛 您好", "mentions", List.of(droma.seat(), droma.seat()));
        assertThat(held.at("/mentions")).hasSize(1);
        assertThat(news(droma)).noneMatch(title -> title.contains("提到"));
        assertThat(droma.get(group).expect(200).at("/mentioned").asInt()).isZero();
        tashi.put(group + "/posts/" + held.id() + "/release", body()).expect(200);
        assertThat(news(droma)).contains("李读者在读书群“草原生态主题读书”中提到了您");
        assertThat(droma.get(group).expect(200).at("/mentioned").asInt()).isEqualTo(1);
    }

    @Test
    void outside_of_the_hours_and_on_closed_days_only_the_office_writes() {
        set("reading.posts-from", 10);
        tashi.post(group + "/posts", words("太早")).refused(409, "reading.closed-hours");
        office.put(group + "/membership", body()).expect(200);
        write(office, "通知");
        set("reading.posts-until", 10);
        write(tashi, "从十时到次日十时");

        set("reading.closed-days", "NOT_WORKED");
        write(tashi, "工作日");
        admin.put("/api/holidays/2026-03-02", body("name", "州庆")).expect(200);
        tashi.post(group + "/posts", words("放假")).refused(409, "reading.closed-day");
        set("reading.closed-days", "WEEKENDS");
        write(tashi, "不是周末");
    }

    @Test
    void a_post_sent_again_after_hours_is_the_one_that_is_there() {
        var first = write(tashi, "趁早");
        set("reading.posts-from", 10);
        assertThat(write(tashi, "趁早", "id", first.id()).id()).isEqualTo(first.id());
    }

    private void set(String key, Object value) {
        var version = 0;
        for (var setting : admin.get("/api/settings").expect(200).json()) {
            if (setting.path("key").asText().equals(key)) {
                version = setting.path("version").asInt();
            }
        }
        admin.put("/api/settings/" + key, body("value", value, "version", version))
                .expect(200);
    }

    private int unread(Person person) {
        return person.get(group).expect(200).at("/unread").asInt();
    }

    private List<String> news(Person person) {
        county.stage().bean(Readers.class).catchUp(county.id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    private Answer write(Person author, String text, Object... more) {
        return author.post(group + "/posts", words(text, more)).expect(201);
    }

    private static Object words(String text, Object... more) {
        var words = body("kind", "NOTE", "text", text);
        words.putAll(body(more));
        return words;
    }

    private static List<String> texts(Answer answer) {
        return answer.expect(200)
                .at("/items")
                .valueStream()
                .map(each -> each.path("text"))
                .map(JsonNode::asText)
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
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
