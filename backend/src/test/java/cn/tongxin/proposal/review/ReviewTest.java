package cn.tongxin.proposal.review;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The review beyond a single step: stages with reviewers, decisions by list, splitting, joining, conversion, appeal. */
class ReviewTest {
    private final Story story = new Story();

    private UUID inLastStageBy(Person member, String title) {
        var id = member.post("/api/proposals", text(title)).expect(201).id();
        member.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        return id;
    }

    private Answer shown(Person who, UUID id) {
        return who.get("/api/proposals/" + id).expect(200);
    }

    private static String status(Answer answer) {
        return answer.at("/status").asText();
    }

    private static List<Object> items(Answer... shown) {
        return List.of(shown).stream()
                .<Object>map(one -> body("id", one.id(), "version", one.version()))
                .toList();
    }

    // stages

    @Test
    void a_review_that_is_late_is_listed_and_its_holders_are_reminded_once() {
        var first = story.county.staff("初审员", Role.PROPOSAL_REVIEWER);
        var other = story.county.staff("复审员", Role.PROPOSAL_REVIEWER);
        story.office
                .put("/api/review-stages/1", body("seats", List.of(first.seat())))
                .expect(200);
        var id = story.submitted();
        story.office.put(at(id, "acceptance"), body()).expect(200);
        assertThat(late("REVIEW")).isEmpty();
        Story.later(Duration.ofDays(4), () -> {
            assertThat(late("REVIEW")).containsExactly(id.toString());
            assertThat(late("RESULT")).isEmpty();
            story.time();
            story.time();
            assertThat(lines("proposal.review-late", id)).isEqualTo(1);
        });
        Story.later(Duration.ofDays(17), () -> {
            assertThat(late("RESULT")).containsExactly(id.toString());
            story.time();
            story.time();
            assertThat(lines("proposal.result-late", id)).isEqualTo(1);
            assertThat(told(first)).anyMatch(title -> title.contains("已过期限"));
            assertThat(told(first)).anyMatch(title -> title.contains("逾期未告知"));
            assertThat(told(other)).as("this stage is not his").isEmpty();
            assertThat(told(story.tashi)).noneMatch(title -> title.contains("逾期"));
            assertThat(story.tashi.get(at(id, "timeline")).expect(200).json().toString())
                    .doesNotContain("review-late");
        });
    }

    private List<String> late(String late) {
        return story.office
                .get("/api/proposals?late=" + late)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private long lines(String kind, UUID proposal) {
        return story.county.number("select count(*) from history where kind = ? and subject_id = ?", kind, proposal);
    }

    private static List<String> told(Person who) {
        Stage.shared().bean(Readers.class).catchUp(who.committee().id());
        return who.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    @Test
    void a_stage_has_its_reviewers_its_name_and_its_day() {
        var first = story.county.staff("初审员", Role.PROPOSAL_REVIEWER);
        var second = story.county.staff("复审员", Role.PROPOSAL_REVIEWER);
        var stages = story.office.get("/api/review-stages").expect(200);
        assertThat(stages.json().findValuesAsText("name")).contains("初审", "复审", "审定");
        story.office
                .put("/api/review-stages/1", body("seats", List.of(first.seat())))
                .expect(200);
        story.office
                .put("/api/review-stages/2", body("seats", List.of(story.yangjin.seat())))
                .refused(422, "fields.invalid")
                .naming("seats[0]");
        story.office.put("/api/review-stages/4", body("seats", List.of())).refused(422, "fields.invalid");
        first.put("/api/review-stages/1", body("seats", List.of())).refused(403, "policy.not-allowed");
        story.tashi.get("/api/review-stages").refused(403, "policy.not-allowed");

        var id = story.submitted();
        var accepted = story.office.put(at(id, "acceptance"), body()).expect(200);
        assertThat(accepted.at("/stageName").asText()).isEqualTo("初审");
        assertThat(accepted.at("/stageBy").asText()).isEqualTo("2026-03-05");
        assertThat(accepted.can()).doesNotContain("review");
        second.put(at(id, "review"), body("stage", 1)).refused(403, "review.other-stage");
        assertThat(shown(first, id).can()).contains("review", "return");
        first.put(at(id, "review"), body("stage", 1)).expect(200);
        second.put(at(id, "review"), body("stage", 2)).expect(200);
    }

    @Test
    void a_reviewer_splits_and_joins_in_his_own_stage_only_and_what_is_filed_is_the_offices() {
        var first = story.county.staff("初审员", Role.PROPOSAL_REVIEWER);
        var second = story.county.staff("复审员", Role.PROPOSAL_REVIEWER);
        var main = story.filed();
        var filed = story.filed();
        first.post("/api/proposal-mergers", body("into", main, "ids", List.of(filed)))
                .refused(403, "policy.not-allowed");
        assertThat(shown(first, filed).can()).doesNotContain("merge", "split");

        story.office
                .put("/api/review-stages/1", body("seats", List.of(first.seat())))
                .expect(200);
        var id = story.submitted();
        var parts = List.of(
                body("title", "其一", "suggestions", List.of("建议一")), body("title", "其二", "suggestions", List.of("建议二")));
        var split = body("reason", "一事一案", "parts", parts);
        first.put(at(id, "splitting"), split).refused(403, "policy.not-allowed");
        story.office.put(at(id, "acceptance"), body()).expect(200);
        second.put(at(id, "splitting"), split).refused(403, "review.other-stage");
        assertThat(shown(second, id).can()).doesNotContain("split");
        assertThat(status(first.put(at(id, "splitting"), split).expect(200))).isEqualTo("SUPERSEDED");
    }

    @Test
    void two_three_or_four_stages_are_a_setting_and_yanbians_four_a_preset() {
        var administrator = story.county.staff("管理员", Role.TENANT_ADMIN);
        assertThat(administrator.get("/api/settings-presets").expect(200).json().findValuesAsText("key"))
                .contains("proposal.four-reviews");
        story.tashi.put("/api/settings-presets/proposal.four-reviews", body()).refused(403, "policy.not-allowed");
        administrator.put("/api/settings-presets/proposal.four-reviews", body()).expect(204);
        administrator.put("/api/settings-presets/nothing", body()).refused(404, "not-found");
        var id = inLastStageBy(story.tashi, "四审的提案");
        assertThat(shown(story.office, id).at("/stages").asInt()).isEqualTo(4);
        story.office.put(at(id, "filing"), body()).refused(409, "proposal.move-not-allowed");
        assertThat(story.office
                        .put(at(id, "review"), body("stage", 3))
                        .expect(200)
                        .at("/stageName")
                        .asText())
                .isEqualTo("终审");
        story.office.put(at(id, "filing"), body()).expect(200);
    }

    // by list

    @Test
    void a_decision_by_list_is_for_those_that_were_opened() {
        var one = inLastStageBy(story.tashi, "甲提案");
        var two = inLastStageBy(story.yangjin, "乙提案");
        var first = story.office.post(at(one, "opening"), body()).expect(200);
        var second = shown(story.office, two);
        var decision = body("kind", "FILE", "items", items(first, second));
        story.office
                .post("/api/proposal-decisions", decision)
                .refused(422, "review.not-opened")
                .naming("items[1]");
        assertThat(status(shown(story.office, one))).as("all or none").isEqualTo("IN_REVIEW");
        story.tashi.post(at(one, "opening"), body()).refused(403, "policy.not-allowed");

        story.office.post(at(two, "opening"), body()).expect(200);
        story.office.post("/api/proposal-decisions", decision).expect(200);
        assertThat(shown(story.office, one).at("/caseNo").asText()).isEqualTo("14-2-0001");
        assertThat(shown(story.office, two).at("/caseNo").asText()).isEqualTo("14-2-0002");
        story.office.post("/api/proposal-decisions", decision).refused(409, "proposal.move-not-allowed");
        story.office
                .post("/api/proposal-decisions", body("kind", "FILE"))
                .refused(422, "fields.invalid")
                .naming("items");
    }

    @Test
    void what_was_handed_in_anew_is_opened_anew() {
        var id = story.submitted();
        story.office.post(at(id, "opening"), body()).expect(200);
        story.office.put(at(id, "returning"), body("reason", "请补充")).expect(200);
        cn.tongxin.stage.Stage.shared().clock.pass(java.time.Duration.ofSeconds(1));
        story.tashi
                .put(at(id, "submission"), body("version", 3, "secrecyConfirmed", true))
                .expect(200);
        story.office
                .post("/api/proposal-decisions", body("kind", "ACCEPT", "items", items(shown(story.office, id))))
                .refused(422, "review.not-opened");
    }

    // two matters

    @Test
    void two_matters_become_two_drafts_of_the_proponent_and_the_original_is_superseded() {
        var id = story.submitted();
        var parts = List.of(
                body("title", "关于牧区道路的建议", "suggestions", List.of("养护")),
                body("title", "关于牧区校车的建议", "suggestions", List.of("校车")));
        story.office
                .put(at(id, "splitting"), body("reason", "一事一案", "parts", parts.subList(0, 1)))
                .refused(422, "fields.invalid")
                .naming("parts");
        story.office
                .put(at(id, "splitting"), body("parts", parts))
                .refused(422, "fields.invalid")
                .naming("reason");
        story.tashi
                .put(at(id, "splitting"), body("reason", "一事一案", "parts", parts))
                .refused(403, "policy.not-allowed");
        var split = story.office
                .put(at(id, "splitting"), body("reason", "一事一案", "parts", parts))
                .expect(200);
        assertThat(status(split)).isEqualTo("SUPERSEDED");
        assertThat(split.can()).isEmpty();
        var drafts = StreamSupport.stream(shown(story.tashi, id).at("/links").spliterator(), false)
                .map(link -> UUID.fromString(link.path("id").asText()))
                .toList();
        assertThat(drafts).hasSize(2);
        for (var draft : drafts) {
            var mine = shown(story.tashi, draft);
            assertThat(status(mine)).isEqualTo("DRAFT");
            assertThat(mine.at("/situation").asText()).isNotBlank();
            assertThat(mine.at("/links/0/id").asText()).isEqualTo(id.toString());
            story.office.get("/api/proposals/" + draft).refused(404, "not-found");
            story.tashi
                    .put(at(draft, "submission"), body("version", 1, "secrecyConfirmed", true))
                    .expect(200);
        }
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_received where counts and role = 'LEAD'"))
                .isEqualTo(2);
    }

    @Test
    void who_signed_the_whole_is_asked_to_sign_each_part_and_is_told() {
        var lamu = story.county.member("拉姆");
        var gone = story.county.member("曲珍");
        var id = story.draft();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(story.yangjin.seat(), lamu.seat(), gone.seat())))
                .expect(200);
        for (var signer : List.of(story.yangjin, gone)) {
            signer.put(at(id, "signature"), body("version", 2, "signed", true)).expect(200);
        }
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        story.county.inside("update seat set status = 'ENDED' where id = ?", gone.seat());
        story.office
                .put(
                        at(id, "splitting"),
                        body(
                                "reason",
                                "一事一案",
                                "parts",
                                List.of(
                                        body("title", "关于牧区道路的建议", "suggestions", List.of("养护")),
                                        body("title", "关于牧区校车的建议", "suggestions", List.of("校车")))))
                .expect(200);

        for (var link : shown(story.tashi, id).at("/links")) {
            var part = UUID.fromString(link.path("id").asText());
            var asking = shown(story.tashi, part);
            assertThat(status(asking)).isEqualTo("CO_SIGNING");
            assertThat(asking.at("/cosigners").findValuesAsText("id"))
                    .as("who had not signed is not asked, nor who has left")
                    .containsExactly(story.yangjin.seat().toString());
            assertThat(asking.at("/cosigners/0/state").asText())
                    .as("a signature is for a text")
                    .isEqualTo("ASKED");
            story.yangjin
                    .put(at(part, "signature"), body("version", asking.version(), "signed", true))
                    .expect(200);
            assertThat(status(story.tashi
                            .put(at(part, "submission"), body("version", asking.version(), "secrecyConfirmed", true))
                            .expect(200)))
                    .isEqualTo("SUBMITTED");
        }
        assertThat(inbox(story.yangjin)).contains("请您联名提案《关于牧区道路的建议》", "请您联名提案《关于牧区校车的建议》");
        assertThat(inbox(lamu)).noneMatch(title -> title.contains("牧区校车"));
    }

    // the same matter

    @Test
    void joined_proposals_share_the_reply_until_it_is_there_and_part_again_before() {
        var main = story.filed();
        var other = inLastStageBy(story.yangjin, "同类提案");
        story.yangjin
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(other)))
                .refused(404, "not-found");
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of()))
                .refused(422, "fields.invalid")
                .naming("ids");
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(main)))
                .refused(422, "fields.invalid");
        var joined = story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(other)))
                .expect(200);
        assertThat(joined.at("/merged/0/proponent").asText()).isEqualTo("央金");
        assertThat(status(shown(story.yangjin, other))).isEqualTo("MERGED");
        assertThat(shown(story.yangjin, main).at("/caseNo").asText()).isEqualTo("14-2-0001");

        story.office
                .send("DELETE", at(other, "merger"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        assertThat(status(story.office
                        .send("DELETE", at(other, "merger"), body("reason", "并非同一事项"))
                        .expect(200)))
                .isEqualTo("IN_REVIEW");
        story.yangjin.get("/api/proposals/" + main).refused(404, "not-found");

        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(other)))
                .expect(200);
        story.office.put(at(main, "assignment"), Story.toUnit(story.unit)).expect(200);
        var assignment = story.assignmentOf(main);
        story.clerk
                .put("/api/assignments/" + assignment + "/acceptance", body())
                .expect(200);
        story.clerk
                .put("/api/assignments/" + assignment + "/reply", Story.reply(2))
                .expect(200);
        story.approve(assignment);
        assertThat(shown(story.yangjin, main).text()).contains("县交函〔2026〕12号");
        story.office.send("DELETE", at(other, "merger"), body("reason", "晚了")).refused(409, "proposal.main-replied");
    }

    @Test
    void a_chain_is_flattened_and_nothing_joins_what_was_not_filed() {
        var a = inLastStageBy(story.tashi, "甲");
        var b = inLastStageBy(story.yangjin, "乙");
        var c = inLastStageBy(story.county.member("拉姆"), "丙");
        var d = inLastStageBy(story.county.member("边巴"), "丁");
        story.office
                .post("/api/proposal-mergers", body("into", b, "ids", List.of(a)))
                .refused(409, "proposal.merge-target");
        story.office.put(at(b, "filing"), body()).expect(200);
        story.office.put(at(c, "filing"), body()).expect(200);
        story.office
                .post("/api/proposal-mergers", body("into", b, "ids", List.of(a)))
                .expect(200);
        story.office
                .post("/api/proposal-mergers", body("into", c, "ids", List.of(b)))
                .expect(200);
        assertThat(shown(story.office, a).at("/mergedInto").asText()).isEqualTo(c.toString());
        assertThat(shown(story.office, b).json().has("caseNo")).isFalse();
        story.office
                .post("/api/proposal-mergers", body("into", b, "ids", List.of(d)))
                .expect(200);
        assertThat(shown(story.office, d).at("/mergedInto").asText()).isEqualTo(c.toString());
        assertThat(story.county.number("select count(*) from proposal_case where void_on is not null"))
                .isEqualTo(1);

        var refused = inLastStageBy(story.tashi, "戊");
        story.office
                .put(at(refused, "non-filing"), body("reason", "PERSONAL", "disposition", "ARCHIVE"))
                .expect(200);
        var e = inLastStageBy(story.tashi, "己");
        story.office
                .post("/api/proposal-mergers", body("into", refused, "ids", List.of(e)))
                .refused(409, "proposal.merge-target");
    }

    @Test
    void when_the_main_one_is_unfiled_what_was_joined_stands_for_itself_again() {
        var main = story.filed();
        var other = inLastStageBy(story.yangjin, "同类提案");
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(other)))
                .expect(200);
        story.office
                .send("DELETE", at(main, "filing"), body("reason", "不符合立案条件"))
                .expect(200);
        assertThat(status(shown(story.yangjin, other))).isEqualTo("IN_REVIEW");
        assertThat(story.yangjin.get(at(other, "timeline")).json().findValuesAsText("kind"))
                .contains("proposal.unmerged");
    }

    @Test
    void when_the_filing_of_the_main_one_is_taken_back_so_is_the_joining() {
        var main = story.filed();
        var other = inLastStageBy(story.yangjin, "同类提案");
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(other)))
                .expect(200);
        story.office.delete(at(main, "last-move")).expect(200);
        assertThat(status(shown(story.office, main))).isEqualTo("IN_REVIEW");
        assertThat(status(shown(story.yangjin, other))).isEqualTo("IN_REVIEW");
    }

    // not filed

    @Test
    void what_was_not_filed_is_turned_into_a_report_only_with_consent() {
        var id = inLastStageBy(story.tashi, "反映一个情况");
        story.tashi.put(at(id, "conversion"), body("agreed", true)).refused(409, "proposal.move-not-allowed");
        story.office
                .put(at(id, "non-filing"), body("reason", "NO_CONCRETE_SUGGESTION", "disposition", "TO_OPINION_REPORT"))
                .expect(200);
        assertThat(shown(story.tashi, id).can()).contains("answer-conversion", "appeal");
        assertThat(story.tashi.get("/api/todo").text()).contains("CONSENT", id.toString());
        story.office.put(at(id, "conversion"), body("agreed", true)).refused(403, "policy.not-allowed");
        story.tashi.put(at(id, "conversion"), body("agreed", true)).expect(200);
        assertThat(shown(story.tashi, id).at("/conversion").asText()).isEqualTo("AGREED");
        story.tashi.put(at(id, "conversion"), body("agreed", true)).refused(409, "proposal.conversion-not-asked");
        story.tashi.put(at(id, "appeal"), body("reason", "请再审")).refused(409, "proposal.appealed-once");

        var kept = inLastStageBy(story.yangjin, "反映另一个情况");
        story.office
                .put(
                        at(kept, "non-filing"),
                        body("reason", "NO_CONCRETE_SUGGESTION", "disposition", "TO_OPINION_REPORT"))
                .expect(200);
        story.yangjin
                .put(at(kept, "conversion"), body("agreed", false, "comment", "我想保留"))
                .expect(200);
        assertThat(shown(story.yangjin, kept).at("/disposition").asText()).isEqualTo("ARCHIVE");
    }

    @Test
    void one_appeal_brings_it_before_the_first_stage_again() {
        var id = inLastStageBy(story.tashi, "不服的提案");
        story.office
                .put(at(id, "non-filing"), body("reason", "ACADEMIC", "disposition", "ARCHIVE"))
                .expect(200);
        story.yangjin.put(at(id, "appeal"), body("reason", "不是我的")).refused(404, "not-found");
        story.tashi.put(at(id, "appeal"), body()).refused(422, "fields.invalid").naming("reason");
        var again = story.tashi.put(at(id, "appeal"), body("reason", "建议是具体的")).expect(200);
        assertThat(status(again)).isEqualTo("IN_REVIEW");
        assertThat(again.at("/stage").asInt()).isEqualTo(1);
        assertThat(shown(story.office, id).at("/appealReason").asText()).isEqualTo("建议是具体的");
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        story.office
                .put(at(id, "non-filing"), body("reason", "ACADEMIC", "disposition", "ARCHIVE"))
                .expect(200);
        assertThat(shown(story.tashi, id).can()).doesNotContain("appeal");
        story.tashi.put(at(id, "appeal"), body("reason", "再来一次")).refused(409, "proposal.appealed-once");
    }

    private static List<String> inbox(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }
}
