package cn.tongxin.proposal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Members write and hand in; the office reviews and files, or does not. */
class ProposalTest {
    private final Story story = new Story();

    @Test
    void a_member_submits_and_the_office_files_with_a_case_number() {
        var id = story.draft();
        story.office.get("/api/proposals/" + id).refused(404, "not-found");

        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(story.office.get("/api/proposals/" + id).expect(200).can())
                .containsExactly("accept", "return", "split", "withdraw");
        story.office.put(at(id, "acceptance"), body("version", 2)).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        var last = story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        assertThat(last.at("/stage").asInt()).isEqualTo(3);
        assertThat(last.can()).containsExactly("file", "return", "not-file", "merge", "split", "withdraw", "take-back");
        var filed = story.office.put(at(id, "filing"), body()).expect(200);

        assertThat(filed.at("/caseNo").asText()).isEqualTo("14-2-0001");
        assertThat(filed.at("/kind").asText()).isEqualTo("INTERSESSION");
        assertThat(filed.at("/session").asText()).isEqualTo("14-2");
        assertThat(filed.at("/filedOn").asText()).isEqualTo("2026-03-02");
        assertThat(story.tashi.get(at(id, "timeline")).expect(200).json().findValuesAsText("kind"))
                .containsExactly(
                        "proposal.drafted",
                        "proposal.submitted",
                        "proposal.accepted",
                        "proposal.review-passed",
                        "proposal.review-passed",
                        "proposal.filed");
    }

    @Test
    void a_draft_cannot_be_filed_and_a_member_cannot_file() {
        var id = story.submitted();
        story.office.put(at(id, "filing"), body()).refused(409, "proposal.move-not-allowed");
        story.office.put(at(id, "review"), body("stage", 1)).refused(409, "proposal.move-not-allowed");
        story.tashi.put(at(id, "filing"), body()).refused(403, "policy.not-allowed");
        story.tashi.put(at(id, "acceptance"), body()).refused(403, "policy.not-allowed");
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).refused(409, "proposal.move-not-allowed");
        var refusal = story.office.put(at(id, "filing"), body()).refused(409, "proposal.move-not-allowed");
        assertThat(refusal.at("/state").asText()).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_repeated_id_makes_one_row_and_anothers_id_is_taken() {
        var id = Ids.next();
        assertThat(draftAs(story.tashi, id).status()).isEqualTo(201);
        assertThat(draftAs(story.tashi, id).status()).isEqualTo(201);
        draftAs(story.yangjin, id).refused(409, "id.taken");
        assertThat(story.county.number("select count(*) from proposal")).isEqualTo(1);
    }

    /** Unrecorded: the stranger would make a row of that very id, and then be blamed for seeing it. */
    private static Answer draftAs(Person person, UUID id) {
        var body = "{\"id\": \"" + id + "\", \"title\": \"一\"}";
        return person.quietly("POST", "/api/proposals", body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void an_autosave_with_an_old_version_shows_both_texts_and_overwrites_nothing() {
        var id = story.draft();
        var head = story.county.historyHead();
        var mine = text("手机上写的");
        mine.put("version", 1);
        assertThat(story.tashi.put("/api/proposals/" + id, mine).expect(200).version())
                .isEqualTo(2);

        var stale = text("电脑上写的");
        stale.put("version", 1);
        var conflict = story.tashi.put("/api/proposals/" + id, stale).refused(409, "proposal.version");

        assertThat(conflict.at("/theirs/title").asText()).isEqualTo("手机上写的");
        assertThat(conflict.at("/yours/title").asText()).isEqualTo("电脑上写的");
        assertThat(conflict.at("/version").asInt()).isEqualTo(2);
        story.yangjin.put("/api/proposals/" + id, stale).refused(404, "not-found");
        assertThat(story.county.historyHead()).as("an autosave is no move").isEqualTo(head);
    }

    @Test
    void what_is_missing_or_too_long_is_named_when_it_is_handed_in() {
        var written = text("长".repeat(61));
        written.put("suggestions", List.of("好", "长".repeat(501), "\u200b "));
        written.put("situation", "短");
        written.put("openToPublic", false);
        var id = story.tashi.post("/api/proposals", written).expect(201).id();
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", false))
                .refused(422, "fields.invalid")
                .naming("title", "situation", "suggestions[1]", "suggestions[2]", "notOpenReason", "secrecyConfirmed");
        var empty = story.tashi
                .post("/api/proposals", body("title", ""))
                .expect(201)
                .id();
        story.tashi
                .put(at(empty, "submission"), body("version", 1, "secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("title", "situation", "suggestions");
        story.tashi
                .post("/api/proposals", body("title", "长".repeat(201)))
                .refused(422, "fields.invalid")
                .naming("title");
        story.tashi.post("/api/proposals", "{\"title\": 3, ").refused(400, "request.malformed");
    }

    @Test
    void sixty_characters_are_counted_as_people_count_them() {
        var id = story.tashi
                .post("/api/proposals", text("𬭎".repeat(60)))
                .expect(201)
                .id();
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
    }

    @Test
    void what_it_counts_as_is_told_before_and_late_becomes_intersession() {
        var late = story.draft();
        var told = story.tashi.get("/api/proposals/" + late).expect(200);
        assertThat(told.at("/submissionPreview/kind").asText()).isEqualTo("INTERSESSION");
        assertThat(told.at("/submissionPreview/late").asBoolean()).isTrue();

        story.session(3, "2026-05-10", "2026-05-14").expect(201);
        assertThat(story.tashi
                        .get("/api/proposals/" + late)
                        .at("/submissionPreview/kind")
                        .asText())
                .isEqualTo("PLENARY");
        story.tashi
                .put(at(late, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        var plenary = story.tashi.get("/api/proposals/" + late).expect(200);
        assertThat(plenary.at("/kind").asText()).isEqualTo("PLENARY");
        assertThat(plenary.at("/session").asText()).isEqualTo("14-3");
        assertThat(plenary.json().has("submissionPreview")).isFalse();
    }

    @Test
    void a_second_after_the_cut_off_it_counts_as_intersession_and_says_so_before() {
        var now = Stage.shared().clock.instant();
        var today = LocalDate.now(Stage.shared().clock).toString();
        story.office
                .post(
                        "/api/sessions",
                        body(
                                "termNo",
                                14,
                                "sessionNo",
                                3,
                                "opensOn",
                                today,
                                "closesOn",
                                today,
                                "proposalCutoffAt",
                                now.toString()))
                .expect(201);
        var inTime = story.draft();
        var late = story.draft();
        var handIn = body("version", 1, "secrecyConfirmed", true);
        var kept = story.tashi.put(at(inTime, "submission"), handIn).expect(200);
        assertThat(kept.at("/kind").asText()).isEqualTo("PLENARY");
        Story.later(Duration.ofSeconds(1), () -> {
            var told = story.tashi.get("/api/proposals/" + late).expect(200).at("/submissionPreview");
            assertThat(told.path("kind").asText()).isEqualTo("INTERSESSION");
            assertThat(told.path("late").asBoolean()).isTrue();
            assertThat(told.path("textMin").asInt()).isEqualTo(100);
            var taken = story.tashi.put(at(late, "submission"), handIn).expect(200);
            assertThat(taken.at("/kind").asText()).isEqualTo("INTERSESSION");
            assertThat(taken.at("/session").asText()).isEqualTo("14-3");
        });
    }

    @Test
    void unfiling_takes_the_matter_from_its_unit_with_notice_and_out_of_the_figures() {
        var id = story.assigned();
        assertThat(figure("proposal.filed")).isEqualTo(1);
        assertThat(figure("proposal.reply_rate")).as("owed").isEqualTo(1);
        story.office
                .send("DELETE", at(id, "filing"), body("reason", "经复核不符合立案条件"))
                .expect(200);
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.clerk.get("/api/inbox").expect(200).json().findValuesAsText("title"))
                .contains("《关于改善牧区冬季道路通行条件的建议》的交办已取消");
        story.clerk.get("/api/proposals/" + id).refused(404, "not-found");
        assertThat(figure("proposal.filed")).isZero();
        assertThat(figure("proposal.reply_rate")).isZero();
        assertThat(story.office
                        .get("/api/indicators/proposal.filed/items?basis=session&period=14-2&excluded=true")
                        .expect(200)
                        .at("/items/0/whyNot")
                        .asText())
                .isEqualTo("unfiled");
    }

    /** Of the session 14-2: n, of a rate N. */
    private int figure(String key) {
        for (var figure : story.office
                .get("/api/indicators?basis=session&period=14-2")
                .expect(200)
                .json()) {
            if (figure.path("key").asText().equals(key)) {
                return figure.path(figure.has("N") ? "N" : "n").asInt();
            }
        }
        return 0;
    }

    @Test
    void without_a_session_nothing_can_be_handed_in() {
        var new_ = Stage.committee().member("罗布");
        var id = new_.post("/api/proposals", text("一件建议")).expect(201).id();
        new_.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .refused(409, "session.none");
    }

    @Test
    void the_office_sends_it_back_with_a_reason_and_the_member_hands_it_in_again() {
        var id = story.submitted();
        story.office
                .put(at(id, "returning"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office.put(at(id, "returning"), body("reason", "请补充数据")).expect(200);
        assertThat(story.tashi.get("/api/proposals/" + id).can()).contains("edit", "submit", "withdraw");
        assertThat(story.tashi.get(at(id, "timeline")).json().findValuesAsText("reason"))
                .contains("请补充数据");
        var again = story.tashi
                .put(at(id, "submission"), body("version", 3, "secrecyConfirmed", true))
                .expect(200);
        assertThat(again.at("/intakeNo").asInt()).isEqualTo(1);
        story.tashi
                .put(at(id, "submission"), body("version", 4, "secrecyConfirmed", true))
                .refused(409, "proposal.move-not-allowed");
    }

    @Test
    void it_is_not_filed_with_a_reason_of_the_list_and_a_destination() {
        var id = story.inLastStage();
        story.office
                .put(at(id, "non-filing"), body("reason", "BECAUSE"))
                .refused(422, "fields.invalid")
                .naming("reason", "disposition");
        story.office
                .put(at(id, "non-filing"), body("reason", "OTHER", "disposition", "ARCHIVE"))
                .refused(422, "fields.invalid")
                .naming("comment");
        story.office
                .put(
                        at(id, "non-filing"),
                        body("reason", "PERSONAL", "disposition", "TO_MEMBER_LETTER", "comment", "转信访渠道"))
                .expect(200);
        var shown = story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(shown.at("/notFiledReason").asText()).isEqualTo("PERSONAL");
        assertThat(shown.at("/notFiledReasonText").asText()).isEqualTo("为本人或亲属解决个人问题的");
        story.setting(
                "proposal.not-file-reasons",
                List.of(Map.of("code", "PERSONAL", "text", "个人事项"), Map.of("code", "OTHER", "text", "其他（写明理由）")));
        assertThat(story.tashi
                        .get("/api/proposals/" + id)
                        .at("/notFiledReasonText")
                        .asText())
                .as("as this committee words it")
                .isEqualTo("个人事项");
        assertThat(shown.at("/disposition").asText()).isEqualTo("TO_MEMBER_LETTER");
        assertThat(shown.at("/comment").asText()).isEqualTo("转信访渠道");
    }

    @Test
    void to_whom_it_went_that_was_not_filed_is_told_where_it_went_to_somebody() {
        var letter = story.inLastStage();
        for (var nowhere : List.of("ARCHIVE", "TO_OPINION_REPORT")) {
            story.office
                    .put(
                            at(letter, "non-filing"),
                            body("reason", "PERSONAL", "disposition", nowhere, "referredTo", "县信访局"))
                    .refused(422, "fields.invalid")
                    .naming("referredTo");
        }
        var not = new HashMap<>(body("reason", "PERSONAL", "disposition", "TO_MEMBER_LETTER"));
        not.put("referredTo", "长".repeat(101));
        story.office
                .put(at(letter, "non-filing"), not)
                .refused(422, "fields.invalid")
                .naming("referredTo");
        not.put("referredTo", "县信访局 ");
        story.office.put(at(letter, "non-filing"), not).expect(200);
        assertThat(story.tashi
                        .get("/api/proposals/" + letter)
                        .expect(200)
                        .at("/referredTo")
                        .asText())
                .isEqualTo("县信访局");
        var row =
                story.office.get("/api/proposals?status=NOT_FILED").expect(200).at("/items/0");
        assertThat(row.path("disposition").asText()).isEqualTo("TO_MEMBER_LETTER");
        assertThat(row.path("referredTo").asText()).isEqualTo("县信访局");

        var above = story.inLastStage();
        not.put("disposition", "TO_UPPER_MEMBER");
        not.remove("referredTo");
        story.office.put(at(above, "non-filing"), not).expect(200);
        assertThat(story.tashi.get("/api/proposals/" + above).json().hasNonNull("referredTo"))
                .as("nobody has to know")
                .isFalse();
    }

    @Test
    void an_unfiled_number_is_void_and_never_given_again() {
        var id = story.assigned();
        story.office
                .send("DELETE", at(id, "filing"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        var unfiled = story.office
                .send("DELETE", at(id, "filing"), body("reason", "经复核不符合立案条件"))
                .expect(200);
        assertThat(unfiled.at("/status").asText()).isEqualTo("IN_REVIEW");
        assertThat(unfiled.at("/stage").asInt()).isEqualTo(3);
        assertThat(unfiled.json().has("caseNo")).isFalse();
        assertThat(unfiled.at("/assignments/0/status").asText()).isEqualTo("CANCELLED");
        assertThat(unfiled.at("/assignments/0/cancelReason").asText()).isEqualTo("经复核不符合立案条件");

        var again = story.office.put(at(id, "filing"), body()).expect(200);
        assertThat(again.at("/caseNo").asText()).isEqualTo("14-2-0002");
        assertThat(story.county.number("select count(*) from proposal_case where void_on is not null"))
                .isEqualTo(1);
    }

    @Test
    void a_hundred_filings_at_once_leave_no_gap() throws Exception {
        var ids = new java.util.ArrayList<UUID>();
        for (var i = 0; i < 100; i++) {
            ids.add(Ids.next());
        }
        for (var id : ids) {
            story.county.inside(
                    "insert into proposal (id, version, status, review_stage, proponent_kind, proponent_id, title, situation, analysis, "
                            + "open_to_public, kind, session_id, intake_no, submitted_at, received_on, created_at, updated_at) "
                            + "select ?, 1, 'IN_REVIEW', 3, 'MEMBER', ?, '一', '二', '', true, 'PLENARY', id, ?, now(), '2026-01-15', now(), now() "
                            + "from plenary_session",
                    id,
                    story.tashi.seat(),
                    1000 + ids.indexOf(id));
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var filing : pool.invokeAll(ids.stream()
                    .<java.util.concurrent.Callable<Integer>>map(id ->
                            () -> story.office.put(at(id, "filing"), body()).status())
                    .toList())) {
                assertThat(filing.get()).isEqualTo(200);
            }
        }
        assertThat(story.county.number("select count(distinct case_no) from proposal"))
                .isEqualTo(100);
        assertThat(story.county.number("select max(no) from proposal_case")).isEqualTo(100);
        assertThat(story.county.number("select last from proposal_number where series = 'CASE'"))
                .isEqualTo(100);
    }

    @Test
    void a_wrong_click_is_taken_back_while_nobody_has_acted_on_it() {
        var id = story.inLastStage();
        story.tashi.delete(at(id, "last-move")).refused(409, "proposal.acted-on");
        story.office
                .put(at(id, "non-filing"), body("reason", "ACADEMIC", "disposition", "ARCHIVE"))
                .expect(200);
        var back = story.office.delete(at(id, "last-move")).expect(200);
        assertThat(back.at("/status").asText()).isEqualTo("IN_REVIEW");
        assertThat(back.at("/stage").asInt()).isEqualTo(3);
        assertThat(back.json().has("notFiledReason")).isFalse();
        story.office.delete(at(id, "last-move")).refused(409, "proposal.acted-on");

        story.office.put(at(id, "filing"), body()).expect(200);
        story.office.put(at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        assertThat(story.office
                        .delete(at(id, "last-move"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("FILED");
        story.clerk.get("/api/proposals/" + id).refused(404, "not-found");

        story.office.put(at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        story.clerk
                .put("/api/assignments/" + story.assignmentOf(id) + "/acceptance", body())
                .expect(200);
        story.office.delete(at(id, "last-move")).refused(409, "proposal.acted-on");
    }

    @Test
    void a_submission_is_taken_back_until_the_office_takes_it() {
        var id = story.submitted();
        assertThat(story.tashi.get("/api/proposals/" + id).can()).contains("take-back");
        assertThat(story.tashi
                        .delete(at(id, "last-move"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("DRAFT");
        story.tashi
                .put(at(id, "submission"), body("version", 3, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.tashi.delete(at(id, "last-move")).refused(409, "proposal.acted-on");
    }

    @Test
    void a_draft_that_was_never_handed_in_is_deleted_not_withdrawn() {
        var draft = story.draft();
        story.tashi.put(at(draft, "withdrawal"), body()).refused(409, "proposal.move-not-allowed");
        story.tashi
                .put(at(draft, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.tashi.put(at(draft, "withdrawal"), body()).refused(409, "proposal.move-not-allowed");
        story.tashi.delete("/api/proposals/" + draft).expect(204);

        var returned = story.submitted();
        story.office.put(at(returned, "returning"), body("reason", "请补充数据")).expect(200);
        story.tashi.put(at(returned, "withdrawal"), body()).expect(200);
        assertThat(story.office.get("/api/proposals").expect(200).text()).contains(returned.toString());
    }

    @Test
    void the_office_sees_no_draft_that_was_withdrawn_before_it_was_handed_in() {
        var draft = story.draft();
        story.county.inside(
                "update proposal set status = 'WITHDRAWN', withdrawn_on = date '2026-03-02' where id = ?", draft);
        assertThat(story.office.get("/api/proposals").expect(200).text()).doesNotContain(draft.toString());
        assertThat(story.tashi.get("/api/proposals?mine=true").expect(200).text())
                .contains(draft.toString());
        story.office.get("/api/proposals/" + draft).refused(404, "not-found");
    }

    @Test
    void the_proponent_withdraws_freely_before_filing_and_the_office_after_it() {
        var early = story.submitted();
        story.tashi.put(at(early, "withdrawal"), body()).expect(200);
        story.office.put(at(early, "acceptance"), body()).refused(409, "proposal.move-not-allowed");

        var filed = story.assigned();
        story.tashi.put(at(filed, "withdrawal"), body()).refused(403, "policy.not-allowed");
        story.office
                .put(at(filed, "withdrawal"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        var withdrawn = story.office
                .put(at(filed, "withdrawal"), body("reason", "提案者来函撤回"))
                .expect(200);
        assertThat(withdrawn.at("/status").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.json().has("caseNo")).isFalse();

        var replied = story.replied();
        story.office.put(at(replied, "withdrawal"), body("reason", "晚了")).refused(409, "proposal.move-not-allowed");
        story.office
                .send("DELETE", at(replied, "filing"), body("reason", "晚了"))
                .refused(409, "proposal.move-not-allowed");
    }

    @Test
    void only_what_was_never_handed_in_is_deleted() {
        var draft = story.draft();
        story.yangjin.delete("/api/proposals/" + draft).refused(404, "not-found");
        story.tashi.delete("/api/proposals/" + draft).expect(204);
        story.tashi.get("/api/proposals/" + draft).refused(404, "not-found");
        var submitted = story.submitted();
        story.tashi.delete("/api/proposals/" + submitted).refused(409, "proposal.move-not-allowed");
        story.office.put(at(submitted, "returning"), body("reason", "请补充")).expect(200);
        story.tashi.delete("/api/proposals/" + submitted).refused(409, "proposal.was-submitted");
    }

    @Test
    void the_office_enters_on_a_members_behalf_with_the_scan() {
        var scan = story.office
                .upload(
                        "/api/files?name=" + java.net.URLEncoder.encode("提案.pdf", StandardCharsets.UTF_8),
                        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        var written = text("代录：关于乡村道路的建议");
        written.put("onBehalfOf", story.tashi.seat());
        written.put("scanFileId", scan);
        var entered = story.office.post("/api/proposals", written).expect(201);
        assertThat(entered.at("/proponent/name").asText()).isEqualTo("扎西");
        assertThat(entered.at("/enteredBy").asText()).isEqualTo("卓玛");
        story.office
                .put(at(entered.id(), "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);

        var seen = story.tashi.get("/api/proposals/" + entered.id()).expect(200);
        assertThat(seen.at("/scanFileId").asText()).isEqualTo(scan.toString());
        story.tashi.post("/api/files/" + scan + "/tickets", body()).expect(201);
        story.yangjin.post("/api/files/" + scan + "/tickets", body()).refused(404, "not-found");
        assertThat(story.county.number(
                        "select count(*) from history_payload where payload like ?",
                        "%onBehalfOf%" + story.tashi.seat() + "%"))
                .isEqualTo(2);

        written.put("onBehalfOf", story.yangjin.seat());
        written.remove("scanFileId");
        story.tashi.post("/api/proposals", written).refused(403, "policy.not-allowed");
        written.put("onBehalfOf", Ids.next());
        story.office.post("/api/proposals", written).refused(404, "not-found");
        for (var outsider : List.of(story.office, story.clerk, story.county.guest("读者"))) {
            written.put("onBehalfOf", outsider.seat());
            story.office
                    .post("/api/proposals", written)
                    .refused(422, "seat.not-member")
                    .naming("onBehalfOf");
        }
        written.put("onBehalfOf", story.tashi.seat());
        written.put("scanFileId", Ids.next());
        story.office.post("/api/proposals", written).refused(404, "not-found");
    }

    @Test
    void nobody_judges_his_own_proposal_from_any_seat() {
        var both = story.county.staff("次仁", Role.MEMBER, Role.PROPOSAL_STAFF);
        var id = both.post("/api/proposals", text("自己的提案")).expect(201).id();
        both.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        both.put(at(id, "acceptance"), body()).refused(403, "proposal.own");
        assertThat(both.get("/api/proposals/" + id).can()).doesNotContain("accept", "return");
        var desk = story.county.seatFor(both, Role.PROPOSAL_REVIEWER);
        story.office.put(at(id, "acceptance"), body()).expect(200);
        desk.put(at(id, "review"), body("stage", 1)).refused(403, "proposal.own");
    }

    @Test
    void lists_show_each_what_is_theirs_and_take_filters() {
        var first = story.filed();
        var second = story.assigned();
        var draft = story.draft();
        var others =
                story.yangjin.post("/api/proposals", text("央金的草稿")).expect(201).id();

        assertThat(ids(story.tashi.get("/api/proposals").expect(200))).containsExactly(draft, second, first);
        assertThat(ids(story.office.get("/api/proposals?count=true").expect(200)))
                .containsExactly(second, first);
        assertThat(ids(story.yangjin.get("/api/proposals?mine=true").expect(200)))
                .containsExactly(others);
        assertThat(ids(story.clerk.get("/api/proposals").expect(200))).containsExactly(second);
        assertThat(ids(story.otherClerk.get("/api/proposals").expect(200))).isEmpty();
        story.county.guest("客人").get("/api/proposals").refused(403, "policy.not-allowed");

        assertThat(ids(story.office.get("/api/proposals?status=FILED"))).containsExactly(first);
        assertThat(ids(story.office.get("/api/proposals?session=14-2&kind=INTERSESSION&category=" + "ECONOMY")))
                .containsExactly(second, first);
        assertThat(ids(story.office.get("/api/proposals?session=14-9"))).isEmpty();
        assertThat(ids(story.office.get("/api/proposals?unitId=" + story.unit))).containsExactly(second);
        assertThat(ids(story.office.get("/api/proposals?q=14-2-0001"))).containsExactly(first);
        assertThat(ids(story.office.get("/api/proposals?q=" + encoded("关于改善牧区"))))
                .containsExactly(second, first);
        assertThat(ids(story.office.get("/api/proposals?q=" + encoded("扎西")))).containsExactly(second, first);
        assertThat(ids(story.office.get("/api/proposals?overdue=true"))).isEmpty();
        var row = story.office.get("/api/proposals?status=HANDLING").at("/items/0");
        assertThat(row.at("/units/0").asText()).isEqualTo("县交通运输局");
        assertThat(row.at("/dueOn").asText()).isEqualTo("2026-06-02");
        assertThat(row.at("/proponent").asText()).isEqualTo("扎西");

        var page = story.office.get("/api/proposals?limit=1&count=true").expect(200);
        assertThat(page.at("/total").asInt()).isEqualTo(2);
        var next = "/api/proposals?limit=1&after=" + page.at("/next").asText();
        assertThat(ids(story.office.quietly("GET", next, null, "application/json")))
                .containsExactly(first);
        story.office.get("/api/proposals?after=nonsense").refused(400, "page.cursor");
    }

    @Test
    void a_list_of_one_state_goes_on_by_pages_past_what_is_in_another() {
        var first = story.submitted();
        story.filed();
        var second = story.submitted();
        story.draft();
        var third = story.submitted();
        var list = "/api/proposals?status=SUBMITTED&limit=1";
        var page = story.office.get(list + "&count=true").expect(200);
        assertThat(page.at("/total").asInt()).isEqualTo(3);
        assertThat(ids(page)).containsExactly(third);
        page = story.office.get(list + "&after=" + page.at("/next").asText()).expect(200);
        assertThat(ids(page)).containsExactly(second);
        page = story.office.get(list + "&after=" + page.at("/next").asText()).expect(200);
        assertThat(ids(page)).containsExactly(first);
        assertThat(page.json().has("next")).isFalse();
    }

    @Test
    void an_ended_seat_reads_its_own_and_writes_nothing() {
        var id = story.draft();
        story.county.inside("update seat set status = 'ENDED' where id = ?", story.tashi.seat());
        Stage.shared().bean(cn.tongxin.identity.Callers.class).forget();
        story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(story.tashi.get("/api/proposals/" + id).can()).isEmpty();
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .refused(403, "seat.not-active");
    }

    private static List<UUID> ids(Answer page) {
        return page.expect(200).at("/items").findValuesAsText("id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
