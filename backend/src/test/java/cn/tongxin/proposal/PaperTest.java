package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proposals on paper: who may print what, what stands in it, and that it is what the office's own template says. */
class PaperTest {
    private final Story story = new Story();

    @Test
    void the_form_says_what_the_proposal_says_in_word_and_in_pdf() {
        var id = story.assigned();
        var word = story.office.get(Story.at(id, "form?format=DOCX")).expect(200);
        assertThat(word.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''14-2-0001");
        assertThat(Reading.paragraphs(word.bytes()))
                .contains("关于改善牧区冬季道路通行条件的建议", "扎西", "县交通运输局（单独办理）", "1．把通村路列入养护计划", "2．在垭口设除雪点")
                .noneMatch(paragraph -> paragraph.contains("{{"));

        var pdf = story.tashi.get(Story.at(id, "form?format=PDF")).expect(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(Reading.pdf(pdf.bytes()).replaceAll("\\s", "")).contains("关于改善牧区冬季道路通行条件的建议", "县交通运输局", "养护经费不足。");

        story.clerk.get(Story.at(id, "form")).expect(200);
        story.otherClerk.get(Story.at(id, "form")).refused(404, "not-found");
        story.yangjin.get(Story.at(id, "form?format=PDF")).refused(404, "not-found");
        story.office.get(Story.at(id, "form?format=EXE")).refused(400, "request.malformed");
    }

    @Test
    void the_reply_letter_bears_its_grade_in_the_corner_and_answers_each_suggestion() {
        var id = story.assigned();
        var assignment = "/api/assignments/" + story.assignmentOf(id);
        story.clerk.get(assignment + "/reply-letter").refused(409, "assignment.not-replied");
        story.clerk.put(assignment + "/acceptance", body()).expect(200);
        story.clerk.put(assignment + "/reply", Story.reply(2)).expect(200);
        story.tashi.get(assignment + "/reply-letter").refused(409, "assignment.not-replied");
        story.approve(story.assignmentOf(id));

        var paragraphs = Reading.paragraphs(
                story.tashi.get(assignment + "/reply-letter").expect(200).bytes());
        assertThat(paragraphs.getFirst()).isEqualTo("办理结果：B");
        assertThat(paragraphs)
                .contains("县交通运输局", "县交函〔2026〕12号", "扎西：", "关于建议2：在垭口设除雪点", "十月前建成。", "2026年3月2日", "签发人：局长")
                .anyMatch(paragraph -> paragraph.matches("关于演示县政协\\d+\n十四届二次会议第0001号提案的答复"));
        var pdf = story.clerk.get(assignment + "/reply-letter?format=PDF").expect(200);
        assertThat(Reading.pdf(pdf.bytes())).startsWith("办理结果：B");
        story.yangjin.get(assignment + "/reply-letter").refused(404, "not-found");
    }

    @Test
    void papers_name_all_who_get_the_reply_and_whom_of_the_unit_to_ask() {
        var keeper = story.county.staff("次仁", Role.MEMBER_AFFAIRS);
        var seat = keeper.get("/api/seats/" + story.tashi.seat()).expect(200);
        keeper.put(
                        "/api/seats/" + story.tashi.seat(),
                        body("version", seat.version(), "name", "扎西", "employment", "县人民医院副院长"))
                .expect(200);
        var id = story.draft();
        story.tashi
                .put(Story.at(id, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.yangjin
                .put(Story.at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        inLastStage(story.tashi, id, 2);
        story.office.put(Story.at(id, "filing"), body()).expect(200);
        var lamu = story.county.member("拉姆");
        var other =
                lamu.post("/api/proposals", Story.text("关于垭口除雪的建议")).expect(201).id();
        inLastStage(lamu, other, 1);
        story.office
                .post("/api/proposal-mergers", body("into", id, "ids", List.of(other)))
                .expect(200);
        story.office.put(Story.at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        var assignment = "/api/assignments/" + story.assignmentOf(id);
        story.clerk.put(assignment + "/acceptance", body()).expect(200);
        var reply = Story.reply(2);
        reply.put("liaison", "多吉");
        reply.put("liaisonPhone", "0836-2812345");
        story.clerk.put(assignment + "/reply", reply).expect(200);
        story.approve(story.assignmentOf(id));

        assertThat(Reading.paragraphs(story.tashi
                        .get(assignment + "/reply-letter")
                        .expect(200)
                        .bytes()))
                .contains("扎西、央金、拉姆：", "拉姆提出的《关于垭口除雪的建议》已并入本案办理，一并答复。", "联系人：多吉　联系电话：0836-2812345");
        assertThat(Reading.paragraphs(story.office
                        .get(assignment + "/feedback-form")
                        .expect(200)
                        .bytes()))
                .contains("扎西、央金、拉姆");
        assertThat(Reading.paragraphs(
                        story.clerk.get(Story.at(id, "form")).expect(200).bytes()))
                .contains("县人民医院副院长", "央金", "并案：关于垭口除雪的建议（拉姆）");
        assertThat(Reading.paragraphs(
                        story.yangjin.get(Story.at(id, "form")).expect(200).bytes()))
                .as("where he works is the office's, the unit's and his own to know")
                .doesNotContain("县人民医院副院长");
        assertThat(Reading.paragraphs(story.office
                        .get("/api/hand-over-list?session=14-2")
                        .expect(200)
                        .bytes()))
                .contains("扎西、央金、拉姆");
    }

    private void inLastStage(Person author, UUID id, int version) {
        author.put(Story.at(id, "submission"), body("version", version, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(Story.at(id, "acceptance"), body()).expect(200);
        story.office.put(Story.at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(Story.at(id, "review"), body("stage", 2)).expect(200);
    }

    @Test
    void what_an_assistant_tells_the_leading_unit_is_a_letter_to_it() {
        var id = story.filed();
        story.office
                .put(Story.at(id, "assignment"), Story.toUnits(story.unit, "LEAD", story.otherUnit, "ASSIST"))
                .expect(200);
        var lead = story.assignmentOf(id, story.unit);
        var assist = story.assignmentOf(id, story.otherUnit);
        var letter = "/api/assignments/" + assist + "/opinion-letter";
        story.otherClerk
                .put("/api/assignments/" + assist + "/acceptance", body())
                .expect(200);
        story.otherClerk.get(letter).refused(409, "assignment.no-opinion");
        story.otherClerk
                .put(
                        "/api/assignments/" + assist + "/opinion",
                        body(
                                "docNo",
                                "县农函〔2026〕5号",
                                "text",
                                "同意列入农村公路养护计划。",
                                "signer",
                                "副局长",
                                "signedOn",
                                "2026-03-02"))
                .expect(200);

        assertThat(Reading.paragraphs(story.otherClerk.get(letter).expect(200).bytes()))
                .contains("县农业农村局", "县农函〔2026〕5号", "县交通运输局：", "同意列入农村公路养护计划。", "签发人：副局长", "2026年3月2日")
                .anyMatch(paragraph -> paragraph.matches("关于演示县政协\\d+\n十四届二次会议第0001号提案的会办意见"));
        var leaders = "/api/assignments/" + lead + "/opinion-letter?format=PDF&of=" + assist;
        assertThat(Reading.pdf(story.clerk.get(leaders).expect(200).bytes())).contains("同意列入农村公路养护计划。");
        story.office.get(leaders).expect(200);
        story.clerk.get(letter).refused(404, "not-found");
        story.tashi.get(leaders).refused(409, "assignment.no-opinion");
        story.yangjin.get(leaders).refused(404, "not-found");
    }

    @Test
    void the_feedback_form_has_its_boxes_ticked_as_the_proponent_rated() {
        var id = story.replied();
        var assignment = "/api/assignments/" + story.assignmentOf(id);
        assertThat(Reading.paragraphs(story.office
                        .get(assignment + "/feedback-form")
                        .expect(200)
                        .bytes()))
                .contains("□满意　　□基本满意　　□不满意", "□是　　□否", "□面商　　□座谈　　□电话　　□邮件　　□信函　　□其他");
        story.tashi
                .put(
                        assignment + "/rating",
                        body(
                                "attitude", "SATISFIED",
                                "result", "NOT_SATISFIED",
                                "leaderReplied", false,
                                "contactMode", "PHONE",
                                "comment", "没有修"))
                .expect(200);

        assertThat(Reading.paragraphs(story.office
                        .get(assignment + "/feedback-form")
                        .expect(200)
                        .bytes()))
                .contains("■满意　　□基本满意　　□不满意", "□满意　　□基本满意　　■不满意", "□是　　■否", "□面商　　□座谈　　■电话　　□邮件　　□信函　　□其他", "没有修");
        assertThat(Reading.pdf(story.tashi
                        .get(assignment + "/feedback-form?format=PDF")
                        .expect(200)
                        .bytes()))
                .contains("■满意", "■不满意");
    }

    @Test
    void the_hand_over_list_is_by_unit_and_its_taking_is_known() {
        story.assigned();
        var other = story.filed();
        story.office
                .put(Story.at(other, "assignment"), Story.toUnit(story.otherUnit))
                .expect(200);
        story.filed();

        var all = Reading.paragraphs(
                story.office.get("/api/hand-over-list?session=14-2").expect(200).bytes());
        assertThat(all).anyMatch(line -> line.startsWith("共 2 件"));
        assertThat(all).containsSubsequence("县交通运输局（1 件）", "14-2-0001");
        assertThat(all).containsSubsequence("县农业农村局（1 件）", "14-2-0002");
        var one = story.office
                .get("/api/hand-over-list?session=14-2&unitId=" + story.unit)
                .expect(200);
        assertThat(Reading.paragraphs(one.bytes())).contains("14-2-0001").doesNotContain("14-2-0002");
        story.office.get("/api/hand-over-list?session=14-2&format=PDF").expect(200);

        story.office.get("/api/hand-over-list?session=14-3").refused(404, "not-found");
        story.office
                .get("/api/hand-over-list?session=14-2&unitId=" + UUID.randomUUID())
                .refused(404, "not-found");
        story.tashi.get("/api/hand-over-list?session=14-2").refused(403, "policy.not-allowed");
        story.clerk.get("/api/hand-over-list?session=14-2").refused(403, "policy.not-allowed");
        assertThat(story.county.number(
                        "select count(*) from access_log where kind = 'exported' and seat_id = ?", story.office.seat()))
                .isEqualTo(3);
    }

    @Test
    void the_catalogue_holds_what_the_filter_lists_as_text_with_a_reason() {
        story.assigned();
        var evil = story.tashi
                .post("/api/proposals", Story.text("=HYPERLINK(\"http://evil.example\",\"点我\")"))
                .expect(201)
                .id();
        story.tashi
                .put(Story.at(evil, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);

        story.office
                .post("/api/proposal-catalogues", body())
                .refused(422, "fields.invalid")
                .naming("reason");
        var everything = story.office
                .post("/api/proposal-catalogues", body("reason", "提交主席会议"))
                .expect(200);
        var rows = Reading.rows(everything.bytes());
        assertThat(rows).hasSize(4).noneMatch(row -> row.contains("FORMULA"));
        assertThat(rows.get(1)).startsWith("序号|案号|流水号|案由");
        assertThat(rows.get(2)).contains("'=HYPERLINK(");
        assertThat(rows.get(3)).contains("14-2-0001", "扎西", "县交通运输局", "办理中");

        var filed = story.office
                .post(
                        "/api/proposal-catalogues",
                        body("reason", "归档", "filter", Map.of("status", "HANDLING", "session", "14-2")))
                .expect(200);
        assertThat(Reading.rows(filed.bytes())).hasSize(3);
        assertThat(story.county.number(
                        "select count(*) from access_log where kind = 'exported' and detail = '提案目录 2 件：提交主席会议'"))
                .isEqualTo(1);
        story.tashi.post("/api/proposal-catalogues", body("reason", "看看")).refused(403, "policy.not-allowed");
        story.clerk.post("/api/proposal-catalogues", body("reason", "看看")).refused(403, "policy.not-allowed");
    }

    @Test
    void every_template_that_is_shipped_is_one_that_an_office_may_put_in_its_place() {
        var admin = story.county.staff("模板", Role.TENANT_ADMIN);
        for (var each : admin.get("/api/document-templates").expect(200).json()) {
            var path = "/api/document-templates/" + each.path("kind").asText();
            var shipped = admin.get(path + "/file").expect(200).bytes();
            admin.put(path, body("fileId", upload(admin, "样式.docx", shipped))).expect(200);
        }
    }

    @Test
    void the_catalogue_says_who_signed_what_the_units_answered_and_how_it_was_rated() {
        var id = story.replied();
        var sector = UUID.randomUUID();
        story.county.inside("insert into sector (id, version, name, position) values (?, 1, '农业界', 1)", sector);
        story.county.inside("update seat set sector_id = ? where id = ?", sector, story.tashi.seat());
        story.county.inside(
                "insert into proposal_cosigner (proposal_id, seat_id, position, signed_on) values (?, ?, 1,"
                        + " '2026-03-01')",
                id,
                story.yangjin.seat());
        story.tashi
                .put(
                        "/api/assignments/" + story.assignmentOf(id) + "/rating",
                        body("attitude", "SATISFIED", "result", "BASICALLY_SATISFIED"))
                .expect(200);
        story.submitted();

        var rows = catalogue(Map.of("sectorId", sector, "proponentKind", "MEMBER"));
        assertThat(rows).hasSize(4);
        var replied = rows.stream().filter(row -> row.contains("县交通运输局")).findFirst();
        assertThat(replied)
                .hasValueSatisfying(row -> assertThat(row)
                        .contains("农业界", "央金", "县交通运输局（单独办理）", "基本满意")
                        .contains("2026-03-02"));
        assertThat(catalogue(Map.of("key", true))).as("no key proposal").hasSize(2);
        assertThat(catalogue(Map.of("notFileReason", "ACADEMIC"))).hasSize(2);
        assertThat(catalogue(Map.of("proponentKind", "PARTY"))).hasSize(2);
        assertThat(story.office
                        .get("/api/proposals?sectorId=" + sector)
                        .expect(200)
                        .at("/items"))
                .hasSize(2);
    }

    private List<String> catalogue(Map<String, Object> filter) {
        return Reading.rows(story.office
                .post("/api/proposal-catalogues", body("reason", "归档", "filter", filter))
                .expect(200)
                .bytes());
    }

    @Test
    void an_office_prints_from_its_own_template_and_goes_back() {
        var id = story.filed();
        var list = story.office.get("/api/document-templates").expect(200).json();
        assertThat(list.findValuesAsText("kind"))
                .contains("PROPOSAL_FORM", "HAND_OVER_LIST", "REPLY_LETTER", "OPINION_LETTER", "FEEDBACK_FORM");
        var shipped =
                story.office.get("/api/document-templates/PROPOSAL_FORM/file").expect(200);
        assertThat(Reading.paragraphs(shipped.bytes())).contains("{{案由}}");

        var mine = upload(story.office, "我们的提案表.docx", shipped.bytes());
        assertThat(story.office
                        .put("/api/document-templates/PROPOSAL_FORM", body("fileId", mine))
                        .expect(200)
                        .at("/own")
                        .asBoolean())
                .isTrue();
        var wrong = upload(
                story.office,
                "交办清单.docx",
                story.office
                        .get("/api/document-templates/HAND_OVER_LIST/file")
                        .expect(200)
                        .bytes());
        var refusal = story.office.put("/api/document-templates/PROPOSAL_FORM", body("fileId", wrong));
        refusal.refused(422, "template.unknown-slot");
        assertThat(refusal.at("/slots").toString()).contains("单位列表");
        var text = story.office
                .upload("/api/files?name=a.txt", "{{案由}}".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        story.office
                .put("/api/document-templates/PROPOSAL_FORM", body("fileId", text))
                .refused(422, "template.unreadable");
        story.office
                .put("/api/document-templates/PROPOSAL_FORM", body("fileId", UUID.randomUUID()))
                .refused(404, "not-found");
        story.office.put("/api/document-templates/NONE", body("fileId", mine)).refused(404, "not-found");
        story.tashi
                .put("/api/document-templates/PROPOSAL_FORM", body("fileId", mine))
                .refused(403, "policy.not-allowed");
        story.tashi.get("/api/document-templates").refused(403, "policy.not-allowed");

        assertThat(Reading.paragraphs(
                        story.office.get(Story.at(id, "form")).expect(200).bytes()))
                .contains("关于改善牧区冬季道路通行条件的建议");
        story.office.delete("/api/document-templates/PROPOSAL_FORM").expect(200);
        var admin = story.county.staff("管理员", Role.TENANT_ADMIN);
        assertThat(admin.get("/api/document-templates")
                        .expect(200)
                        .json()
                        .findValues("own")
                        .toString())
                .doesNotContain("true");
    }

    private static UUID upload(Person person, String name, byte[] bytes) {
        return person.upload("/api/files?name=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8), bytes)
                .expect(201)
                .id();
    }
}
