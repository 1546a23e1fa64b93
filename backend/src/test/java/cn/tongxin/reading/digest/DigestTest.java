package cn.tongxin.reading.digest;

import static cn.tongxin.reading.digest.ReadingCircle.FIRST;
import static cn.tongxin.reading.digest.ReadingCircle.SECOND;
import static cn.tongxin.reading.digest.ReadingCircle.THIRD;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The digest of a week: suggested by what was written, in its host's words, published, corrected and read together (domain §3.7). */
class DigestTest {
    private final ReadingCircle circle = new ReadingCircle();

    @Test
    void who_reads_along_hears_of_a_published_digest_and_an_author_of_his_approved_note() {
        var note = circle.wrote(circle.pema, "NOTE", "2026-02-26", "湖水照见人心。");
        circle.praise(note);
        circle.office.put(circle.group + "/posts/" + note + "/approval", body()).expect(200);
        circle.office.put(circle.group + "/posts/" + note + "/approval", body()).expect(200);
        circle.pema
                .put(circle.group + "/muting", body("muted", true, "topics", List.of()))
                .expect(200);
        circle.publish(circle.droma, SECOND, 0, "这一周读完了《春天》。");

        var digest = "读书群“草原生态主题读书”2026年2月23日起一周的周小结已发布";
        assertThat(news(circle.tashi)).contains(digest);
        assertThat(news(circle.droma)).doesNotContain(digest);
        assertThat(news(circle.outside)).isEmpty();
        assertThat(news(circle.pema)).doesNotContain(digest).containsOnlyOnce("您在读书群“草原生态主题读书”的一条优秀笔记已获认定");
    }

    @Test
    void what_the_office_has_approved_is_taken_back_by_the_office_alone() {
        var note = circle.wrote(circle.pema, "NOTE", "2026-02-26", "湖水照见人心。");
        circle.praise(note);
        var praise = circle.group + "/posts/" + note + "/praise";
        circle.office.put(circle.group + "/posts/" + note + "/approval", body()).expect(200);
        circle.tashi.delete(praise).refused(409, "reading.note-approved");
        assertThat(circle.tashi.get(circle.group + "/posts/" + note).expect(200).can())
                .doesNotContain("unpraise", "hide");
        var post = circle.group + "/posts/" + note;
        circle.tashi.put(post + "/hiding", body("reason", "不妥")).refused(409, "reading.note-approved");
        assertThat(circle.pema.get(post).expect(200).can()).doesNotContain("edit");
        circle.pema
                .put(
                        post,
                        body(
                                "version",
                                circle.pema.get(post).expect(200).at("/version").asInt(),
                                "text",
                                "换了话"))
                .refused(409, "reading.note-approved");
        circle.office
                .put(post + "/hiding", body("reason", "有\u0000字"))
                .refused(422, "fields.invalid")
                .naming("reason");
        circle.office.delete(post + "/approval").expect(200);
        assertThat(news(circle.pema)).contains("您在读书群“草原生态主题读书”的一条优秀笔记已撤销认定");
        circle.office.put(post + "/approval", body()).expect(200);
        circle.office.delete(praise).expect(200);
        assertThat(circle.pema
                        .get(circle.group + "/posts/" + note)
                        .expect(200)
                        .at("/approved")
                        .asBoolean())
                .isFalse();
    }

    private List<String> news(Person person) {
        circle.county.stage().bean(Readers.class).catchUp(circle.county.id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    @Test
    void a_week_suggests_its_digest_from_lead_posts_and_excellent_ones_and_its_host_publishes_it() {
        circle.wrote(circle.droma, "LEAD", "2026-02-24", "本周读《春天》一章。");
        circle.praise(circle.wrote(circle.tashi, "NOTE", "2026-02-26", "湖水照见人心。"));
        circle.wrote(circle.tashi, "NOTE", "2026-02-27", "一般的一条。");
        circle.wrote(circle.pema, "NOTE", "2026-02-18", "上周写的。");
        circle.droma
                .put(circle.session + "/holding", body("version", 1, "heldOn", "2026-02-25"))
                .expect(200);

        var suggested = circle.droma.get(circle.week(SECOND)).expect(200);
        assertThat(suggested.at("/suggested").asBoolean()).isTrue();
        assertThat(suggested.at("/text").asText())
                .contains("卓玛：本周读《春天》一章。", "扎西：湖水照见人心。")
                .doesNotContain("一般的一条", "上周写的");
        assertThat(turnout(suggested)).isEqualTo("2/3");
        assertThat(suggested.can()).containsExactly("write", "publish");

        var draft = circle.droma
                .put(circle.week(SECOND), body("version", 0, "text", "初稿"))
                .expect(200);
        assertThat(draft.at("/suggested").asBoolean()).isFalse();
        assertThat(draft.at("/state").asText()).isEqualTo("DRAFT");
        assertThat(status(circle.session)).isEqualTo("LED");

        var published = circle.publish(circle.droma, SECOND, 1, "这一周读完了《春天》。");
        assertThat(published.at("/author").asText()).isEqualTo("卓玛");
        assertThat(published.at("/publishedOn").asText()).isEqualTo("2026-03-02");
        assertThat(published.at("/edition").asInt()).isEqualTo(1);
        assertThat(status(circle.session)).isEqualTo("SUMMARISED");

        circle.wrote(circle.pema, "NOTE", "2026-02-28", "补记在后。");
        var read = circle.outside.get(circle.week(SECOND)).expect(200);
        assertThat(read.at("/text").asText()).isEqualTo("这一周读完了《春天》。");
        assertThat(turnout(read)).as("as it was when it was published").isEqualTo("2/3");
        assertThat(read.can()).isEmpty();
        circle.droma
                .put(circle.week(SECOND), body("version", 2, "text", "悄悄改"))
                .refused(409, "reading.digest-move-not-allowed");
    }

    @Test
    void a_digest_is_suggested_from_what_the_owner_a_host_or_a_guide_calls_a_lead() {
        circle.office
                .post(
                        circle.group + "/sessions",
                        body("kind", "GUIDED", "startsOn", THIRD, "topic", "第三讲", "guideId", circle.outside.seat()))
                .refused(422, "fields.invalid");
        circle.outside.put(circle.group + "/membership", body()).expect(200);
        var guided = circle.office
                .post(
                        circle.group + "/sessions",
                        body("kind", "GUIDED", "startsOn", THIRD, "topic", "第三讲", "guideId", circle.outside.seat()))
                .expect(201);
        circle.wrote(circle.tashi, "LEAD", "2026-02-23", "群主的导语。");
        circle.wrote(circle.droma, "LEAD", "2026-02-24", "主持人的导语。");
        circle.wrote(circle.outside, "LEAD", "2026-02-25", "导读人的导语。");
        circle.wrote(circle.pema, "LEAD", "2026-02-26", "读者自称的导语。");
        assertThat(suggested()).contains("群主的导语", "主持人的导语", "导读人的导语").doesNotContain("读者自称的导语");

        circle.office
                .put(circle.group + "/sessions/" + guided.id() + "/cancellation", body("version", 1, "reason", "改期"))
                .expect(200);
        assertThat(suggested()).contains("群主的导语", "主持人的导语").doesNotContain("导读人的导语");
    }

    private String suggested() {
        return circle.droma.get(circle.week(SECOND)).expect(200).at("/text").asText();
    }

    @Test
    void the_host_of_the_week_and_those_who_keep_the_group_write_it_and_nobody_else_sees_the_draft() {
        circle.droma
                .put(circle.week(SECOND), body("version", 0, "text", "还没写完"))
                .expect(200);
        circle.droma
                .put(circle.week(FIRST), body("version", 0, "text", "不是我主持"))
                .refused(403, "policy.not-allowed");
        circle.pema.put(circle.week(SECOND), body("version", 1, "text", "代写")).refused(403, "policy.not-allowed");
        circle.outside
                .put(circle.week(SECOND), body("version", 1, "text", "代写"))
                .refused(403, "policy.not-allowed");
        for (var reader : List.of(circle.pema, circle.outside)) {
            var seen = reader.get(circle.week(SECOND)).expect(200);
            assertThat(seen.at("/state").asText()).isEqualTo("MISSING");
            assertThat(seen.text()).doesNotContain("还没写完");
            assertThat(seen.version()).isZero();
            assertThat(reader.get(circle.group + "/digests").expect(200).text()).doesNotContain("还没写完", "DRAFT");
        }
        var head = circle.droma.get(circle.group + "/digests").expect(200).at("/1");
        assertThat(head.path("state").asText()).isEqualTo("DRAFT");
        assertThat(head.path("can").valueStream().map(each -> each.asText())).contains("write", "publish");
        assertThat(head.has("text")).isFalse();
        circle.tashi
                .put(circle.group + "/members/" + circle.pema.seat() + "/part", body("part", "SECRETARY"))
                .expect(204);
        for (var writer : List.of(circle.pema, circle.tashi, circle.office)) {
            assertThat(writer.get(circle.week(SECOND)).expect(200).at("/text").asText())
                    .isEqualTo("还没写完");
        }
        var refused = circle.pema.put(circle.week(SECOND), body("version", 0, "text", "我的一版"));
        refused.refused(409, "reading.digest-version");
        assertThat(refused.at("/theirs").asText()).isEqualTo("还没写完");
        assertThat(refused.at("/yours").asText()).isEqualTo("我的一版");
        circle.county.guest("读者").get(circle.week(SECOND)).refused(404, "not-found");
    }

    @Test
    void a_correction_is_a_marked_edition_and_what_is_taken_back_is_a_draft_again() {
        circle.droma
                .put(circle.session + "/holding", body("version", 1, "heldOn", "2026-02-25"))
                .expect(200);
        circle.publish(circle.droma, SECOND, 0, "读了三章。");
        var path = circle.week(SECOND);
        circle.droma
                .put(path + "/correction", body("version", 1, "text", "读了两章。"))
                .refused(422, "fields.invalid");
        var corrected = circle.droma
                .put(path + "/correction", body("version", 1, "text", "读了两章。", "reason", "章数记错"))
                .expect(200);
        assertThat(corrected.at("/edition").asInt()).isEqualTo(2);
        assertThat(corrected.at("/reason").asText()).isEqualTo("章数记错");
        var head = circle.pema.get(circle.group + "/digests").expect(200).at("/1");
        assertThat(head.path("monday").asText()).isEqualTo(SECOND);
        assertThat(head.path("edition").asInt()).isEqualTo(2);
        assertThat(head.path("author").asText()).isEqualTo("卓玛");
        assertThat(head.path("hosts").path(0).asText()).isEqualTo("卓玛");
        assertThat(head.toString()).doesNotContain("读了两章。");
        var editions = circle.pema.get(path + "/editions").expect(200);
        assertThat(editions.json().findValuesAsText("text")).containsExactly("读了两章。", "读了三章。");

        circle.droma
                .put(path + "/withdrawal", body("version", 2, "reason", "发错周"))
                .refused(403, "policy.not-allowed");
        circle.tashi
                .put(path + "/withdrawal", body("version", 2, "reason", " "))
                .refused(422, "fields.invalid");
        circle.tashi
                .put(path + "/withdrawal", body("version", 2, "reason", "发错周"))
                .expect(200);
        assertThat(circle.pema.get(path).expect(200).at("/state").asText()).isEqualTo("MISSING");
        assertThat(circle.pema.get(path + "/editions").expect(200).json()).isEmpty();
        circle.pema.get(path + "/paper").refused(404, "not-found");
        assertThat(status(circle.session)).isEqualTo("LED");
        assertThat(circle.publish(circle.droma, SECOND, 3, "读了两章。")
                        .at("/edition")
                        .asInt())
                .isEqualTo(3);
        assertThat(status(circle.session)).isEqualTo("SUMMARISED");
    }

    @Test
    void what_is_noted_as_held_after_its_digest_is_summed_up_at_once() {
        circle.publish(circle.droma, SECOND, 0, "先写了小结。");
        assertThat(status(circle.session)).isEqualTo("PLANNED");
        circle.droma
                .put(circle.session + "/holding", body("version", 1, "heldOn", "2026-02-25"))
                .expect(200);
        assertThat(status(circle.session)).isEqualTo("SUMMARISED");
        assertThat(circle.county.number("select count(*) from evidence_reading_session where counts"))
                .isEqualTo(1);
    }

    @Test
    void a_group_is_not_closed_while_a_week_has_neither_a_digest_nor_a_word_why() {
        circle.publish(circle.droma, SECOND, 0, "第二周小结");
        circle.droma
                .put(circle.week(FIRST) + "/omission", body("version", 0, "reason", "没人"))
                .refused(403, "policy.not-allowed");
        circle.tashi.put(circle.group + "/wrapping", body()).expect(200);
        circle.tashi.put(circle.group + "/summary", body("text", "读了三周。")).expect(200);
        circle.tashi.put(circle.week(THIRD), body("version", 0, "text", "只有草稿")).expect(200);
        var refused = circle.tashi.put(circle.group + "/closing", body());
        refused.refused(409, "reading.digest-missing");
        assertThat(refused.json().path("weeks").valueStream().map(week -> week.asText()))
                .containsExactly(FIRST, THIRD);

        circle.tashi
                .put(circle.week(FIRST) + "/omission", body("version", 0, "reason", ""))
                .refused(422, "fields.invalid");
        circle.leaveOut(FIRST);
        assertThat(circle.pema.get(circle.week(FIRST)).expect(200).at("/reason").asText())
                .isEqualTo("春节停读");
        circle.tashi.put(circle.group + "/closing", body()).refused(409, "reading.digest-missing");
        circle.publish(circle.tashi, THIRD, 1, "第三周小结");
        circle.tashi.put(circle.group + "/closing", body()).expect(200);
        circle.tashi
                .put(circle.week(THIRD) + "/withdrawal", body("version", 2, "reason", "迟了"))
                .refused(409, "reading.move-not-allowed");
    }

    @Test
    void the_host_of_last_week_is_reminded_until_it_is_settled() {
        assertThat(waiting(circle.droma)).isTrue();
        assertThat(waiting(circle.pema)).isFalse();
        circle.droma.put(circle.week(SECOND), body("version", 0, "text", "草稿")).expect(200);
        assertThat(waiting(circle.droma)).isTrue();
        circle.publish(circle.droma, SECOND, 1, "小结");
        assertThat(waiting(circle.droma)).isFalse();
    }

    @Test
    void a_month_and_the_whole_course_are_read_together_and_taken_away_as_word_and_pdf() {
        circle.praise(circle.wrote(circle.pema, "NOTE", "2026-02-26", "湖水照见人心。"));
        circle.publish(circle.droma, SECOND, 0, "第二周读《春天》。");
        circle.publish(circle.tashi, THIRD, 0, "第三周读《冬天》。");
        circle.leaveOut(FIRST);
        circle.tashi.put(circle.group + "/wrapping", body()).expect(200);
        circle.tashi.put(circle.group + "/summary", body("text", "读完全书。")).expect(200);

        var march =
                circle.pema.get(circle.group + "/digest-rollup?month=2026-03").expect(200);
        assertThat(march.json().path("weeks").findValuesAsText("text")).containsExactly("第三周读《冬天》。");
        assertThat(march.at("/summary").isMissingNode() || march.at("/summary").isNull())
                .isTrue();
        var whole = circle.pema.get(circle.group + "/digest-rollup").expect(200);
        assertThat(whole.json().path("weeks").findValuesAsText("monday")).containsExactly(FIRST, SECOND, THIRD);
        assertThat(whole.at("/turnout/contributed").asInt()).isEqualTo(1);
        assertThat(whole.at("/turnout/joined").asInt()).isEqualTo(3);
        assertThat(whole.at("/excellent/0/author").asText()).isEqualTo("白玛");
        assertThat(whole.at("/summary").asText()).isEqualTo("读完全书。");
        circle.pema.get(circle.group + "/digest-rollup?month=2026-13").refused(400, "period.malformed");

        assertThat(paragraphs(circle.week(SECOND) + "/paper"))
                .containsSubsequence(
                        "“草原生态主题读书”读书群周小结", "参与情况：在群3人，发言1人（1/3）", "第2周（2026年2月23日至2026年3月1日）", "第二周读《春天》。", "（执笔人：卓玛）")
                .noneMatch(paragraph -> paragraph.contains("{{"));
        assertThat(paragraphs(circle.group + "/digest-rollup/paper"))
                .containsSubsequence(
                        "“草原生态主题读书”读书群期总结",
                        "本周无小结：春节停读",
                        "第二周读《春天》。",
                        "第三周读《冬天》。",
                        "优秀发言",
                        "白玛（2026年2月26日）：湖水照见人心。",
                        "期总结",
                        "读完全书。")
                .noneMatch(paragraph -> paragraph.contains("{{"));
        assertThat(paragraphs(circle.group + "/digest-rollup/paper?month=2026-03"))
                .contains("“草原生态主题读书”读书群月小结")
                .doesNotContain("第二周读《春天》。", "期总结");
        var pdf = circle.pema
                .get(circle.group + "/digest-rollup/paper?format=PDF")
                .expect(200);
        assertThat(Reading.pdf(pdf.bytes()).replaceAll("\\s", "")).contains("第三周读《冬天》。");
        assertThat(circle.county.number("select count(*) from access_log where kind = 'exported'"))
                .isEqualTo(4);
    }

    @Test
    void bad_weeks_and_bad_words_are_refused() {
        for (var day : List.of("2026-02-24", "2026-03-09", "2026-02-09")) {
            circle.tashi.get(circle.week(day)).refused(404, "not-found");
            circle.tashi.put(circle.week(day), body("version", 0, "text", "字")).refused(404, "not-found");
        }
        var path = circle.week(SECOND) + "/publication";
        for (var text : List.of("", " \u3000", "\u200b", "𬭎".repeat(5001), "有\u0000字")) {
            circle.droma
                    .put(path, body("version", 0, "text", text))
                    .refused(422, "fields.invalid")
                    .naming("text");
        }
        circle.droma
                .put(path, body("version", 0))
                .refused(422, "fields.invalid")
                .naming("text");
        var words = "བོད་ཡིག · ئۇيغۇرچە ٢٠٢٦ · 한글 · 𬭎 · 😀 · <script>alert(1)</script>";
        assertThat(circle.publish(circle.droma, SECOND, 0, words).at("/text").asText())
                .isEqualTo(words);
        assertThat(circle.publish(circle.tashi, FIRST, 0, "𬭎".repeat(5000))
                        .at("/edition")
                        .asInt())
                .isEqualTo(1);
    }

    private String status(String session) {
        return circle.office.get(session).expect(200).at("/status").asText();
    }

    private static String turnout(Answer digest) {
        return digest.at("/contributed").asInt() + "/" + digest.at("/joined").asInt();
    }

    private boolean waiting(Person person) {
        return person.get("/api/todo")
                .expect(200)
                .at("/groups")
                .valueStream()
                .anyMatch(group -> group.path("verb").asText().equals("WRITE_DIGEST")
                        && group.path("count").asInt() == 1);
    }

    private List<String> paragraphs(String path) {
        return Reading.paragraphs(circle.pema.get(path).expect(200).bytes());
    }
}
