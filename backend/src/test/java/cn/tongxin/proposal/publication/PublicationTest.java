package cn.tongxin.proposal.publication;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the public may read of a proposal is proposed by one and let through by another. */
class PublicationTest {
    private final Story story = new Story();
    private final Person reviewer = story.county.staff("格桑", Role.PROPOSAL_REVIEWER);

    @Test
    void a_proposal_and_its_reply_are_out_once_somebody_else_let_them_through() {
        var id = story.replied();
        var due = story.office.get("/api/publications?state=DUE").expect(200);
        assertThat(due.at("/items/0/proposalId").asText()).isEqualTo(id.toString());
        assertThat(due.at("/items/0/dueOn").asText())
                .as("fifteen days after filing")
                .isEqualTo("2026-03-17");
        var begun = story.office.get(at(id)).expect(200);
        assertThat(begun.at("/text").asText()).contains("1．", "2．");
        assertThat(begun.at("/reply").asText()).startsWith("县交通运输局：").contains("十月前建成。");
        assertThat(begun.can()).containsExactly("propose");

        var proposed = story.office.put(at(id), words(0)).expect(200);
        assertThat(proposed.at("/state").asText()).isEqualTo("PROPOSED");
        story.office.put(at(id, "review"), body("version", 1, "approved", true)).refused(403, "publication.own");
        story.yangjin.get("/api/published-proposals/" + id).refused(404, "not-found");
        assertThat(reviewer.get(at(id)).expect(200).can()).contains("review");
        reviewer.put(at(id, "review"), body("version", 1, "approved", true)).expect(200);

        var read = story.yangjin.get("/api/published-proposals/" + id).expect(200);
        assertThat(read.at("/text").asText()).isEqualTo("公开的正文");
        assertThat(read.at("/reply").asText()).isEqualTo("公开的答复");
        assertThat(read.at("/proponents").asText()).isEqualTo("扎西");
        assertThat(read.at("/units").asText()).isEqualTo("县交通运输局");
        var list = story.yangjin.get("/api/published-proposals?q=公开的").expect(200);
        assertThat(list.at("/items/0/title").asText()).isEqualTo("公开的标题");
        assertThat(list.json().at("/items/0").has("text")).isFalse();
        assertThat(story.yangjin
                        .get("/api/published-proposals?q=没有")
                        .expect(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();

        reviewer.put(at(id, "withdrawal"), body("version", 2))
                .refused(422, "fields.invalid")
                .naming("reason");
        reviewer.put(at(id, "withdrawal"), body("version", 2, "reason", "数据有误")).expect(200);
        story.yangjin.get("/api/published-proposals/" + id).refused(404, "not-found");
    }

    @Test
    void words_of_the_secrecy_list_warn_the_office_before_they_are_out_and_block_nothing() {
        var id = story.replied();
        assertThat(story.office.get(at(id)).expect(200).at("/secrecyHits")).isEmpty();
        var words = new HashMap<>(words(0));
        words.put("reply", "依据内部文件答复");
        assertThat(story.office
                        .put(at(id), words)
                        .expect(200)
                        .at("/secrecyHits")
                        .toString())
                .isEqualTo("[\"内部文件\"]");
        assertThat(reviewer.put(at(id, "review"), body("version", 1, "approved", true))
                        .expect(200)
                        .at("/secrecyHits")
                        .toString())
                .isEqualTo("[\"内部文件\"]");
    }

    @Test
    void in_a_small_office_the_same_person_lets_it_through_with_a_reason_that_stands_in_history() {
        story.setting("office.small", true);
        var id = story.replied();
        assertThat(story.office.put(at(id), words(0)).expect(200).can())
                .contains("review-own")
                .doesNotContain("review");
        assertThat(waiting(story.office)).containsExactly("REVIEW_PUBLICATION 公开的标题 " + id);
        story.office
                .put(at(id, "review"), body("version", 1, "approved", true))
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office
                .put(at(id, "review"), body("version", 1, "approved", true, "reason", "机关只有一人在岗"))
                .expect(200);
        story.yangjin.get("/api/published-proposals/" + id).expect(200);
        var told = story.office.get(Story.at(id, "timeline")).expect(200).json().toString();
        assertThat(told).contains("机关只有一人在岗");

        var admin = story.county.staff("管理员甲", Role.TENANT_ADMIN);
        story.county
                .staff("安全员", Role.SECURITY_ADMIN)
                .put("/api/seats/" + admin.seat() + "/roles/AUDITOR", body())
                .refused(409, "seat.roles-separate");
    }

    @Test
    void some_days_before_its_time_is_over_it_waits_for_the_office() {
        var id = story.filed();
        assertThat(waiting(story.office)).isEmpty();
        Story.later(Duration.ofDays(9), () -> assertThat(waiting(story.office)).isEmpty());
        Story.later(Duration.ofDays(10), () -> {
            assertThat(waiting(story.office)).containsExactly("PUBLISH 关于改善牧区冬季道路通行条件的建议 " + id);
            assertThat(due(story.office)).isEqualTo("2026-03-17");
            assertThat(waiting(reviewer)).as("the office's").isEmpty();
        });
        Story.later(Duration.ofDays(40), () -> assertThat(due(story.office)).isEqualTo("2026-03-17"));
        Story.later(Duration.ofDays(10), () -> {
            story.office.put(at(id), without(words(0))).expect(200);
            assertThat(waiting(story.office)).isEmpty();
        });
    }

    private static String due(Person who) {
        for (var group : who.get("/api/todo").expect(200).at("/groups")) {
            if (group.path("verb").asText().equals("PUBLISH")) {
                return group.at("/items/0/dueOn").asText();
            }
        }
        return "";
    }

    @Test
    void what_is_sent_back_is_written_again_and_what_is_unfiled_is_out_of_sight() {
        var id = story.filed();
        story.office.put(at(id), words(0)).refused(422, "fields.invalid").naming("reply");
        story.office.put(at(id), without(words(0))).expect(200);
        assertThat(waiting(reviewer)).containsExactly("REVIEW_PUBLICATION 公开的标题 " + id);
        assertThat(waiting(story.office)).as("one's own").isEmpty();
        assertThat(waiting(story.tashi)).isEmpty();
        story.office.put(at(id), without(words(0))).refused(409, "publication.version");
        reviewer.put(at(id, "review"), body("version", 1, "approved", false))
                .refused(422, "fields.invalid")
                .naming("reason");
        reviewer.put(at(id, "review"), body("version", 1, "approved", false, "reason", "隐去电话"))
                .expect(200);
        assertThat(waiting(reviewer)).isEmpty();
        assertThat(waiting(story.office)).containsExactly("REVISE_PUBLICATION 公开的标题 " + id);
        reviewer.put(at(id, "review"), body("version", 2, "approved", true))
                .refused(409, "publication.move-not-allowed");
        assertThat(story.office.get(at(id)).expect(200).at("/reason").asText()).isEqualTo("隐去电话");
        story.office.put(at(id), without(words(2))).expect(200);
        reviewer.put(at(id, "review"), body("version", 3, "approved", true)).expect(200);
        story.office.put(at(id), without(words(4))).refused(409, "publication.move-not-allowed");
        story.tashi.get("/api/published-proposals/" + id).expect(200);

        story.office
                .send("DELETE", Story.at(id, "filing"), body("reason", "立案有误"))
                .expect(200);
        story.tashi.get("/api/published-proposals/" + id).refused(404, "not-found");
        assertThat(story.tashi
                        .get("/api/published-proposals")
                        .expect(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_reply_follows_while_the_text_stays_out() {
        var id = story.underReview();
        story.office.put(at(id), without(words(0))).expect(200);
        reviewer.put(at(id, "review"), body("version", 1, "approved", true)).expect(200);
        assertThat(waiting(story.office)).as("not through yet").isEmpty();
        story.office
                .put(at(id, "reply"), body("version", 2, "reply", "公开的答复"))
                .refused(422, "fields.invalid")
                .naming("reply");
        story.approve(story.assignmentOf(id));

        assertThat(waiting(story.office)).containsExactly("PUBLISH_REPLY 公开的标题 " + id);
        assertThat(waiting(reviewer)).as("the office's").isEmpty();
        var begun = story.office.get(at(id)).expect(200);
        assertThat(begun.at("/unitsReply").asText()).startsWith("县交通运输局：");
        assertThat(begun.can()).containsExactly("withdraw", "propose-reply");
        story.tashi.put(at(id, "reply"), body("version", 2, "reply", "公开的答复")).refused(403, "policy.not-allowed");
        var proposed = story.office
                .put(at(id, "reply"), body("version", 2, "reply", "公开的答复"))
                .expect(200);
        assertThat(proposed.at("/state").asText()).isEqualTo("PUBLISHED");
        assertThat(proposed.can()).containsExactly("withdraw");
        assertThat(waiting(story.office)).isEmpty();
        assertThat(waiting(reviewer)).containsExactly("REVIEW_PUBLICATION 公开的标题 " + id);
        story.office
                .put(at(id, "reply/review"), body("version", 3, "approved", true))
                .refused(403, "publication.own");
        story.office
                .put(at(id, "reply"), body("version", 3, "reply", "另一份"))
                .refused(409, "publication.move-not-allowed");
        var out = story.yangjin.get("/api/published-proposals/" + id).expect(200);
        assertThat(out.at("/text").asText()).isEqualTo("公开的正文");
        assertThat(out.json().has("reply")).isFalse();

        reviewer.put(at(id, "reply/review"), body("version", 3, "approved", false))
                .refused(422, "fields.invalid")
                .naming("reason");
        reviewer.put(at(id, "reply/review"), body("version", 3, "approved", false, "reason", "隐去姓名"))
                .expect(200);
        assertThat(waiting(story.office)).containsExactly("REVISE_PUBLICATION 公开的标题 " + id);
        assertThat(story.office.get(at(id)).expect(200).at("/nextReply/reason").asText())
                .isEqualTo("隐去姓名");
        reviewer.put(at(id, "reply/review"), body("version", 4, "approved", true))
                .refused(409, "publication.move-not-allowed");
        story.office.put(at(id, "reply"), body("version", 4, "reply", "公开的答复")).expect(200);
        assertThat(reviewer.get(at(id)).expect(200).can()).contains("review-reply");
        reviewer.put(at(id, "reply/review"), body("version", 5, "approved", true))
                .expect(200);
        var whole = story.yangjin.get("/api/published-proposals/" + id).expect(200);
        assertThat(whole.at("/reply").asText()).isEqualTo("公开的答复");
        assertThat(whole.at("/text").asText()).isEqualTo("公开的正文");
        assertThat(waiting(story.office)).isEmpty();
    }

    @Test
    void what_its_proponent_closes_is_public_no_more() {
        var id = story.filed();
        story.office.put(at(id), without(words(0))).expect(200);
        reviewer.put(at(id, "review"), body("version", 1, "approved", true)).expect(200);
        story.office
                .send("DELETE", Story.at(id, "filing"), body("reason", "补充"))
                .expect(200);
        story.office.put(Story.at(id, "returning"), body("reason", "补充")).expect(200);
        var closed = Story.text("涉及个人隐私的建议");
        closed.putAll(body(
                "version",
                story.tashi.get("/api/proposals/" + id).version(),
                "openToPublic",
                false,
                "notOpenReason",
                "涉及个人"));
        var edited = story.tashi.put("/api/proposals/" + id, closed).expect(200);
        story.tashi
                .put(Story.at(id, "submission"), body("version", edited.version(), "secrecyConfirmed", true))
                .expect(200);
        story.office.put(Story.at(id, "acceptance"), body()).expect(200);
        story.office.put(Story.at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(Story.at(id, "review"), body("stage", 2)).expect(200);
        story.office.put(Story.at(id, "filing"), body()).expect(200);
        story.yangjin.get("/api/published-proposals/" + id).refused(404, "not-found");
    }

    @Test
    void nothing_is_public_that_its_proponent_keeps_or_that_is_not_filed() {
        var submitted = story.submitted();
        story.office.put(at(submitted), without(words(0))).refused(409, "publication.not-filed");
        story.tashi.get(at(submitted)).refused(403, "policy.not-allowed");
        story.tashi.put(at(submitted), words(0)).refused(403, "policy.not-allowed");
        story.yangjin.get(at(submitted)).refused(404, "not-found");
        story.tashi.get("/api/publications").refused(403, "policy.not-allowed");
        reviewer.put(at(submitted, "review"), body("version", 0, "approved", true))
                .refused(404, "not-found");

        var kept = story.filed();
        story.county.inside("update proposal set open_to_public = false, not_open_reason = '涉及个人' where id = ?", kept);
        story.office.put(at(kept), without(words(0))).refused(409, "publication.not-open");
        assertThat(story.office
                        .get("/api/publications")
                        .expect(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void what_was_brought_in_from_the_years_before_waits_for_nobody_and_is_found_by_title_or_number() {
        story.office
                .post(
                        "/api/proposal-imports",
                        body(
                                "events",
                                List.of(
                                        body(
                                                "on", "2026-01-20",
                                                "do", "proposal.receive",
                                                "ref", "旧1",
                                                "session", "14-2",
                                                "kind", "MEMBER",
                                                "lead", "扎西",
                                                "title", "往年的旧提案",
                                                "category", "经济",
                                                "situation", "基本情况与存在问题。",
                                                "suggestions", List.of("建议一")),
                                        body("on", "2026-01-21", "do", "proposal.file", "ref", "旧1"))))
                .expect(200);
        assertThat(standing("")).as("nobody is asked to publish it").isEmpty();
        assertThat(standing("?state=DUE")).isEmpty();
        var found = story.office.get("/api/publications?q=旧提案").expect(200);
        var id = UUID.fromString(found.at("/items/0/proposalId").asText());
        var number = found.at("/items/0/caseNo").asText();
        assertThat(found.at("/items/0/overdue").asBoolean()).isFalse();
        assertThat(standing("?state=DUE&q=" + number)).containsExactly("往年的旧提案");
        story.office.put(at(id), without(words(0))).expect(200);
        assertThat(standing("?state=PROPOSED")).as("somebody wants it out").containsExactly("往年的旧提案");
        reviewer.put(at(id, "review"), body("version", 1, "approved", true)).expect(200);

        var other = story.filed();
        story.office.put(at(other), without(words(0))).expect(200);
        reviewer.put(at(other, "review"), body("version", 1, "approved", true)).expect(200);
        var byNumber = story.tashi.get("/api/published-proposals?q=" + number).expect(200);
        assertThat(byNumber.at("/items").findValuesAsText("caseNo")).containsExactly(number);
        var first = story.tashi.get("/api/published-proposals?limit=1&q=公开的标题").expect(200);
        var second = story.tashi
                .get("/api/published-proposals?limit=1&q=公开的标题&after="
                        + first.at("/next").asText())
                .expect(200);
        assertThat(List.of(
                        first.at("/items/0/proposalId").asText(),
                        second.at("/items/0/proposalId").asText()))
                .containsExactlyInAnyOrder(id.toString(), other.toString());
        assertThat(second.json().hasNonNull("next")).isFalse();
    }

    /** The titles of the office's list. */
    private List<String> standing(String query) {
        return story.office
                .get("/api/publications" + query)
                .expect(200)
                .at("/items")
                .findValuesAsText("title");
    }

    @Test
    void who_proposed_what_was_joined_is_named_too() {
        var main = story.filed();
        join(main, "同类提案", true);
        assertThat(story.office.get(at(main)).expect(200).at("/proponents").asText())
                .isEqualTo("扎西、央金");
    }

    @Test
    void who_did_not_want_his_own_to_be_public_is_not_named_with_what_it_was_joined_to() {
        var main = story.filed();
        join(main, "同类提案", false);
        assertThat(story.office.get(at(main)).expect(200).at("/proponents").asText())
                .isEqualTo("扎西");
    }

    private void join(UUID main, String title, boolean open) {
        var text = Story.text(title);
        text.put("openToPublic", open);
        text.put("notOpenReason", open ? null : "涉及家事");
        var other = story.yangjin.post("/api/proposals", text).expect(201).id();
        story.yangjin
                .put(Story.at(other, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(Story.at(other, "acceptance"), body()).expect(200);
        story.office.put(Story.at(other, "review"), body("stage", 1)).expect(200);
        story.office.put(Story.at(other, "review"), body("stage", 2)).expect(200);
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(other)))
                .expect(200);
    }

    private static Map<String, Object> words(int version) {
        return body("version", version, "title", "公开的标题", "text", "公开的正文", "reply", "公开的答复");
    }

    private static Map<String, Object> without(Map<String, Object> words) {
        var rest = new HashMap<>(words);
        rest.remove("reply");
        return rest;
    }

    private static String at(UUID id, String... noun) {
        return Story.at(id, "publication") + (noun.length == 0 ? "" : "/" + noun[0]);
    }

    /** What of the public's waits for somebody. */
    private static List<String> waiting(Person reader) {
        return reader.get("/api/todo")
                .expect(200)
                .at("/groups")
                .valueStream()
                .filter(group -> group.path("verb").asText().contains("PUBLI"))
                .flatMap(group -> group.path("items")
                        .valueStream()
                        .map(item -> group.path("verb").asText() + " "
                                + item.path("title").asText() + " "
                                + item.path("subjectId").asText()))
                .toList();
    }
}
