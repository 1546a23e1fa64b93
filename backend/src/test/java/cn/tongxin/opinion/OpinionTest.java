package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.todo;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report from its first word to what its author is told. */
class OpinionTest {
    private static final String TITLE = "乡镇退烧药断货";
    private final Newsroom room = new Newsroom();

    @Test
    void what_waits_for_the_office_says_until_when_its_author_is_to_be_told() {
        var id = room.submitted(TITLE);
        var shown = room.editor.get(at(id)).expect(200).at("/answerBy/date").asText();
        assertThat(shown).isNotEmpty();
        assertThat(first(room.editor, "TAKE_REPORT").path("dueOn").asText()).isEqualTo(shown);
        room.editor.put(at(id, "editing"), body()).expect(200);
        assertThat(first(room.editor, "EDIT_REPORT").path("dueOn").asText()).isEqualTo(shown);
        room.editor.put(at(id, "approval-request"), body()).expect(200);
        assertThat(first(room.approver, "APPROVE_REPORT").path("dueOn").asText())
                .isEqualTo(shown);
        Story.later(
                Duration.ofDays(60),
                () -> assertThat(first(room.approver, "APPROVE_REPORT")
                                .path("overdue")
                                .asBoolean())
                        .isTrue());
    }

    @Test
    void what_an_editor_took_who_edits_no_more_waits_for_the_others() {
        var other = room.committee.staff("次仁", Role.INFO_EDITOR);
        room.taken(TITLE);
        assertThat(todo(room.editor)).containsExactly("EDIT_REPORT 1");
        assertThat(todo(other)).isEmpty();
        room.committee.inside("delete from seat_role where seat_id = ?", room.editor.seat());
        assertThat(todo(other)).containsExactly("EDIT_REPORT 1");

        room.committee.inside(
                "insert into seat_role (seat_id, role, granted_at) values (?, 'INFO_EDITOR', now())",
                room.editor.seat());
        assertThat(todo(other)).isEmpty();
        room.committee.inside("update seat set status = 'ENDED' where id = ?", room.editor.seat());
        assertThat(todo(other)).containsExactly("EDIT_REPORT 1");
    }

    private static JsonNode first(Person who, String verb) {
        for (var group : who.get("/api/todo").expect(200).at("/groups")) {
            if (group.path("verb").asText().equals(verb)) {
                return group.at("/items/0");
            }
        }
        throw new AssertionError("nothing waits: " + verb);
    }

    @Test
    void a_report_is_written_taken_edited_approved_and_issued_and_its_author_is_told_each_time() {
        var id = room.draft(TITLE);
        assertThat(todo(room.tashi)).containsExactly("FINISH_REPORT 1");
        room.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(todo(room.editor)).containsExactly("TAKE_REPORT 1");
        room.editor.put(at(id, "editing"), body("version", 2)).expect(200);
        assertThat(todo(room.editor)).containsExactly("EDIT_REPORT 1");
        var edited = text("乡镇药店退烧药断货应引起重视");
        edited.put("version", 3);
        var shown = room.editor.put(at(id, "edition"), edited).expect(200);
        assertThat(shown.at("/text/title").asText()).isEqualTo(TITLE);
        assertThat(shown.at("/edition/title").asText()).isEqualTo("乡镇药店退烧药断货应引起重视");
        assertThat(room.tashi.get(at(id)).expect(200).json().path("edition").isMissingNode())
                .isTrue();

        room.editor.put(at(id, "approval-request"), body("version", 4)).expect(200);
        assertThat(todo(room.approver)).containsExactly("APPROVE_REPORT 1");
        room.approver.put(at(id, "sending-back"), body("reason", "再压一压")).expect(200);
        room.editor.put(at(id, "approval-request"), body()).expect(200);
        var issue = room.issue(Newsroom.single(id)).expect(200);
        assertThat(issue.at("/no").asInt()).isEqualTo(1);
        assertThat(issue.at("/items/0/title").asText()).isEqualTo("乡镇药店退烧药断货应引起重视");

        var mine = room.tashi.get(at(id)).expect(200);
        assertThat(mine.at("/status").asText()).isEqualTo("ISSUED");
        assertThat(mine.at("/issued/no").asInt()).isEqualTo(1);
        assertThat(mine.at("/issued/mode").asText()).isEqualTo("SINGLE");
        assertThat(mine.at("/edition/title").asText()).isEqualTo("乡镇药店退烧药断货应引起重视");
        assertThat(told(room.tashi))
                .containsExactly("您的社情民意信息《" + TITLE + "》已编发（单篇采用）", "您的社情民意信息《" + TITLE + "》已收到，正在编辑");
        var timeline = room.tashi.get(at(id, "timeline")).expect(200).text();
        assertThat(timeline).contains("opinion.sent-back").doesNotContain("再压一压");
        assertThat(room.editor.get(at(id, "timeline")).expect(200).text()).contains("再压一压");
    }

    @Test
    void a_report_in_another_language_says_so_through_every_edition() {
        var written = text("དགུན་དུས་ཀྱི་གཞུང་ལམ།");
        written.put("language", "BO");
        var id = room.tashi.post("/api/opinion-reports", written).expect(201).id();
        room.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        room.editor.put(at(id, "editing"), body("version", 2)).expect(200);
        var edited = text("牧区冬季道路");
        edited.put("version", 3);
        var shown = room.editor.put(at(id, "edition"), edited).expect(200);
        assertThat(shown.at("/language").asText()).isEqualTo("BO");
        assertThat(shown.at("/text/title").asText()).isEqualTo("དགུན་དུས་ཀྱི་གཞུང་ལམ།");
        assertThat(shown.at("/edition/title").asText()).isEqualTo("牧区冬季道路");
        assertThat(room.editor
                        .get(at(room.submitted("汉文来稿")))
                        .expect(200)
                        .json()
                        .hasNonNull("language"))
                .isFalse();
    }

    @Test
    void every_report_gets_an_answer_and_the_list_of_those_without_reaches_zero() {
        var kept = room.submitted("甲");
        var unused = room.submitted("乙");
        var back = room.submitted("丙");
        var issued = room.approvable("丁");
        assertThat(awaiting()).isEqualTo(4);
        room.editor
                .put(at(kept, "retention"), body("reason", "KEPT_FOR_REFERENCE"))
                .expect(200);
        room.editor
                .put(at(unused, "non-use"), body("reason", "OTHER", "comment", "已有专报"))
                .expect(200);
        room.editor.put(at(back, "returning"), body("reason", "请写明哪三个乡镇")).expect(200);
        assertThat(awaiting()).isEqualTo(1);
        room.issue(Newsroom.single(issued)).expect(200);
        assertThat(awaiting()).isZero();
        assertThat(told(room.tashi)).contains("您的社情民意信息《甲》已留存，感谢您的反映", "您的社情民意信息《乙》未采用，感谢您的反映", "您的社情民意信息《丙》请修改后重新提交");
        assertThat(todo(room.tashi)).containsExactly("REWRITE_REPORT 1");
        assertThat(room.tashi.get(at(unused)).at("/answerComment").asText()).isEqualTo("已有专报");

        room.tashi.put(at(back, "submission"), body("secrecyConfirmed", true)).expect(200);
        assertThat(awaiting()).isEqualTo(1);
        room.editor
                .put(at(back, "non-use"), body("reason", "NICHT"))
                .refused(422, "fields.invalid")
                .naming("reason");
        room.editor
                .put(at(back, "non-use"), body("reason", "OTHER"))
                .refused(422, "fields.invalid")
                .naming("comment");
        room.editor
                .put(at(back, "returning"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
    }

    @Test
    void to_whom_a_report_was_passed_is_noted_and_a_referral_names_somebody() {
        var kept = room.submitted("甲");
        var referred = room.taken("乙");
        var unused = room.submitted("丙");
        var channel = new HashMap<>(body("reason", "OTHER_CHANNEL"));
        room.editor
                .put(at(referred, "non-use"), channel)
                .refused(422, "fields.invalid")
                .naming("referredTo");
        channel.put("referredTo", "\u3000\u200b");
        room.editor
                .put(at(referred, "non-use"), channel)
                .refused(422, "fields.invalid")
                .naming("referredTo");
        channel.put("referredTo", "𠮷".repeat(101));
        room.editor
                .put(at(referred, "non-use"), channel)
                .refused(422, "fields.invalid")
                .naming("referredTo");
        channel.put("referredTo", "𠮷".repeat(100));
        room.editor.put(at(referred, "non-use"), channel).expect(200);
        room.editor.delete(at(referred, "last-move")).expect(200);
        assertThat(room.editor.get(at(referred)).json().hasNonNull("referredTo"))
                .as("taken back with the move")
                .isFalse();
        channel.put("referredTo", " 县信访局 ");
        room.editor.put(at(referred, "non-use"), channel).expect(200);
        assertThat(room.tashi.get(at(referred)).at("/referredTo").asText()).isEqualTo("县信访局");
        told(room.tashi);
        assertThat(room.tashi.get("/api/inbox").expect(200).at("/items/0/text").asText())
                .contains("（转：县信访局）");

        room.editor
                .put(at(kept, "retention"), body("reason", "KEPT_FOR_REFERENCE", "referredTo", "研究室"))
                .expect(200);
        assertThat(room.editor.get(at(kept)).at("/referredTo").asText()).isEqualTo("研究室");
        room.editor.put(at(kept, "editing"), body()).expect(200);
        room.editor.put(at(unused, "non-use"), body("reason", "KNOWN")).expect(200);
        assertThat(room.editor.get(at(unused)).json().hasNonNull("referredTo")).isFalse();
    }

    @Test
    void a_retained_report_may_be_taken_up_again() {
        var id = room.submitted(TITLE);
        room.editor
                .put(at(id, "retention"), body("reason", "KEPT_FOR_REFERENCE"))
                .expect(200);
        assertThat(room.editor
                        .put(at(id, "editing"), body())
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("EDITING");
    }

    @Test
    void an_old_version_gets_both_texts_and_overwrites_nothing() {
        var id = room.draft(TITLE);
        var other = text("另一台手机");
        other.put("version", 1);
        room.tashi.put(at(id), other).expect(200);
        var late = text("这一台手机");
        late.put("version", 1);
        var refused = room.tashi.put(at(id), late).refused(409, "opinion.version");
        assertThat(refused.at("/theirs/title").asText()).isEqualTo("另一台手机");
        assertThat(refused.at("/yours/title").asText()).isEqualTo("这一台手机");

        var taken = room.taken("编辑中");
        var first = text("编辑甲");
        first.put("version", 3);
        room.editor.put(at(taken, "edition"), first).expect(200);
        var second = room.committee.staff("编辑乙", Role.INFO_EDITOR);
        var old = text("编辑乙");
        old.put("version", 3);
        var both = second.put(at(taken, "edition"), old).refused(409, "opinion.version");
        assertThat(both.at("/theirs/title").asText()).isEqualTo("编辑甲");
        assertThat(both.at("/yours/title").asText()).isEqualTo("编辑乙");
    }

    @Test
    void a_repeated_send_makes_one_report_and_a_foreign_id_is_taken() {
        var draft = text(TITLE);
        draft.put("id", UUID.randomUUID());
        var id = room.tashi.post("/api/opinion-reports", draft).expect(201).id();
        assertThat(room.tashi.post("/api/opinion-reports", draft).expect(201).id())
                .isEqualTo(id);
        room.yangjin.post("/api/opinion-reports", draft).refused(409, "id.taken");
    }

    @Test
    void a_text_is_at_most_1500_characters_of_people_and_one_setting_changes_that() {
        var draft = text(TITLE);
        draft.put("situation", "𬭎".repeat(1490));
        draft.put("analysis", "");
        draft.put("suggestions", "补".repeat(11));
        var id = room.tashi.post("/api/opinion-reports", draft).expect(201).id();
        room.tashi
                .put(at(id, "submission"), body("secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("situation");
        var admin = room.committee.staff("管理员", Role.TENANT_ADMIN);
        admin.put("/api/settings/opinion.text-max", body("value", 2000, "version", 0))
                .expect(200);
        room.tashi
                .put(at(id, "submission"), body())
                .refused(422, "fields.invalid")
                .naming("secrecyConfirmed");
        room.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
    }

    @Test
    void a_very_short_suggestion_needs_no_situation() {
        var micro = body("kind", "MICRO", "title", "公交站加座椅", "suggestions", "在县医院站加两条座椅。");
        var id = room.tashi.post("/api/opinion-reports", micro).expect(201).id();
        assertThat(room.tashi
                        .put(at(id, "submission"), body("secrecyConfirmed", true))
                        .expect(200)
                        .at("/kind")
                        .asText())
                .isEqualTo("MICRO");
        var long_ = body("kind", "MICRO", "title", "长", "suggestions", "长".repeat(201));
        var second = room.tashi.post("/api/opinion-reports", long_).expect(201).id();
        room.tashi
                .put(at(second, "submission"), body("secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("suggestions");
        var report = room.tashi
                .post("/api/opinion-reports", body("title", "无情况", "suggestions", "有"))
                .expect(201)
                .id();
        room.tashi
                .put(at(report, "submission"), body("secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("situation");
    }

    @Test
    void deleting_an_issued_report_is_refused_and_it_is_withdrawn_with_a_note() {
        var draft = room.draft("草稿");
        room.tashi.delete(at(draft)).expect(204);
        room.tashi.get(at(draft)).refused(404, "not-found");
        var id = room.issued(TITLE);
        room.tashi.delete(at(id)).refused(409, "opinion.was-submitted");
        room.editor.delete(at(id)).refused(409, "opinion.was-submitted");
        room.tashi.put(at(id, "withdrawal"), body("reason", "不发了")).refused(403, "policy.not-allowed");
        room.approver
                .put(at(id, "withdrawal"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        room.approver.put(at(id, "withdrawal"), body("reason", "情况已变化")).expect(200);
        assertThat(told(room.tashi).getFirst()).isEqualTo("您的社情民意信息《" + TITLE + "》已由工作人员撤回");

        var early = room.submitted("收回");
        assertThat(room.tashi
                        .put(at(early, "withdrawal"), body())
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void who_may_see_and_do_what_follows_from_the_policy_and_whom_it_does_not_name_it_denies() {
        var id = room.submitted(TITLE);
        var guest = room.committee.guest("客人");
        var proposals = room.committee.staff("提案室", Role.PROPOSAL_STAFF, Role.ASSIGNING_OFFICE, Role.TENANT_ADMIN);
        var secretary = room.committee.staff("秘书长", Role.SECRETARY_GENERAL);
        for (var other : List.of(guest, proposals, room.yangjin)) {
            other.get(at(id)).refused(404, "not-found");
            other.get(at(id, "timeline")).refused(404, "not-found");
            other.put(at(id, "editing"), body()).refused(404, "not-found");
        }
        guest.get("/api/opinion-reports").refused(403, "policy.not-allowed");
        proposals.get("/api/opinion-reports").refused(403, "policy.not-allowed");
        guest.post("/api/opinion-reports", text("x")).refused(403, "policy.not-allowed");
        assertThat(room.yangjin.get("/api/opinion-reports").expect(200).at("/items"))
                .isEmpty();
        secretary.get(at(id)).expect(200);
        secretary.put(at(id, "editing"), body()).refused(403, "policy.not-allowed");
        room.approver.put(at(id, "editing"), body()).refused(403, "policy.not-allowed");
        room.tashi.put(at(id, "editing"), body()).refused(403, "policy.not-allowed");
        room.tashi.put(at(id, "edition"), Map.of("version", 2)).refused(403, "policy.not-allowed");
        room.yangjin.get("/api/bulletins").refused(403, "policy.not-allowed");
        room.yangjin.get("/api/opinion-outcomes").refused(403, "policy.not-allowed");
        room.yangjin.get("/api/opinion-usage").refused(403, "policy.not-allowed");
        assertThat(room.tashi.get(at(id)).can()).containsExactly("withdraw", "take-back");
        assertThat(room.editor.get(at(id)).can()).containsExactly("take", "return", "retain", "not-use");
    }

    @Test
    void nobody_judges_his_own_report_from_whichever_seat() {
        var both = room.committee.staff("兼职编辑", Role.INFO_EDITOR, Role.MEMBER);
        var id = both.post("/api/opinion-reports", text("自己的")).expect(201).id();
        both.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        both.put(at(id, "editing"), body()).refused(403, "opinion.own");
        assertThat(both.get(at(id)).can()).doesNotContain("take");
        var otherSeat = room.committee.seatFor(room.tashi, Role.INFO_EDITOR);
        var report = room.submitted("扎西的");
        assertThat(otherSeat.seat()).isNotEqualTo(room.tashi.seat());
        otherSeat.put(at(report, "non-use"), body("reason", "KNOWN")).expect(403);
    }

    @Test
    void a_wrong_click_is_taken_back_while_nobody_has_acted_on_it() {
        var id = room.submitted(TITLE);
        room.editor.put(at(id, "non-use"), body("reason", "KNOWN")).expect(200);
        assertThat(room.editor
                        .delete(at(id, "last-move"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("SUBMITTED");
        assertThat(room.editor.get(at(id)).json().has("answeredOn")).isFalse();
        room.editor.put(at(id, "editing"), body()).expect(200);
        room.tashi.delete(at(id, "last-move")).refused(409, "opinion.acted-on");
        var edited = text("已动笔");
        edited.put("version", room.editor.get(at(id)).version());
        room.editor.put(at(id, "edition"), edited).expect(200);
        room.editor.delete(at(id, "last-move")).refused(409, "opinion.acted-on");
    }

    @Test
    void why_a_report_is_not_used_is_told_in_the_committees_words_and_a_draft_says_how_long_it_may_be() {
        var admin = room.committee.staff("管理员", Role.TENANT_ADMIN);
        admin.put(
                        "/api/settings/opinion.not-used-reasons",
                        body("value", List.of(body("code", "LOCAL_RULE", "text", "不属于本级受理范围")), "version", 0))
                .expect(200);
        admin.put("/api/settings/opinion.title-max", body("value", 40, "version", 0))
                .expect(200);
        var id = room.draft(TITLE);
        assertThat(room.tashi.get(at(id)).expect(200).at("/limits/title").asInt())
                .isEqualTo(40);
        room.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        room.editor.put(at(id, "editing"), body()).expect(200);
        room.editor.put(at(id, "non-use"), body("reason", "LOCAL_RULE")).expect(200);
        var told = room.tashi.get(at(id)).expect(200);
        assertThat(told.at("/answerReasonText").asText()).isEqualTo("不属于本级受理范围");
        assertThat(told.json().has("limits")).isFalse();
    }

    private long awaiting() {
        return room.editor
                .get("/api/opinion-reports?awaiting=true&count=true")
                .expect(200)
                .at("/total")
                .asLong();
    }
}
