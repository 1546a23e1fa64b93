package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The proposal digest: built from filed proposals, numbered when it is issued. */
class DigestTest {
    private static final String AT = "/api/proposal-digests";

    private static final String WORDS = "请交通局研究，十月前拿出办法。";
    private static final String TODAY = LocalDate.now(Stage.shared().clock).toString();

    private final Story story = new Story();

    private static Map<String, Object> told(UUID proposal) {
        return body("proposalId", proposal);
    }

    private Answer build(Object... items) {
        return story.office
                .post(AT, body("recipients", "州委常委、州政府领导", "items", List.of(items)))
                .expect(201);
    }

    private Answer issue(Answer digest) {
        return story.office.put(AT + "/" + digest.id() + "/issuing", body("version", digest.version()));
    }

    @Test
    void an_issue_tells_filed_proposals_in_their_words_or_in_others_and_stays_as_it_was_issued() {
        var one = story.filed();
        var digest = build(told(one));
        assertThat(digest.at("/items/0/title").asText()).isEqualTo("关于改善牧区冬季道路通行条件的建议");
        assertThat(digest.at("/items/0/text").asText()).contains("道路多处塌方", "在垭口设除雪点");
        assertThat(digest.at("/items/0/caseNo").asText()).isEqualTo("14-2-0001");
        assertThat(digest.can()).containsExactly("edit", "delete", "issue");
        var edited = story.office
                .put(
                        AT + "/" + digest.id(),
                        body(
                                "version",
                                digest.version(),
                                "recipients",
                                "州委书记",
                                "items",
                                List.of(body("proposalId", one, "title", "牧区道路", "text", "建议列入养护计划，属机密。"))))
                .expect(200);
        story.office
                .put(AT + "/" + digest.id(), body("version", digest.version(), "items", List.of()))
                .refused(409, "digest.version");
        assertThat(edited.at("/secrecyHits").toString()).isEqualTo("[\"机密\"]");
        edited = story.office
                .put(
                        AT + "/" + digest.id(),
                        body(
                                "version",
                                edited.version(),
                                "recipients",
                                "州委书记",
                                "items",
                                List.of(body("proposalId", one, "title", "牧区道路", "text", "建议列入养护计划。"))))
                .expect(200);
        assertThat(edited.at("/secrecyHits")).isEmpty();
        var issued = issue(edited).expect(200);
        assertThat(issued.at("/no").asInt()).isEqualTo(1);
        assertThat(issued.at("/items/0/text").asText()).isEqualTo("建议列入养护计划。");
        assertThat(issued.can()).containsExactly("add-instruction");
        issue(issued).refused(409, "digest.issued");
        story.office.delete(AT + "/" + digest.id()).refused(409, "digest.issued");
        var listed = story.office.get(AT).expect(200).at("/items");
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/titles/0").asText()).isEqualTo("牧区道路");
        assertThat(listed.at("/0/no").asInt()).isEqualTo(1);
        assertThat(listed.toString()).doesNotContain("建议列入养护计划。");
        assertThat(story.office.get(AT + "?year=2020").expect(200).at("/items")).isEmpty();
        assertThat(story.office
                        .get(AT + "/" + digest.id())
                        .expect(200)
                        .at("/recipients")
                        .asText())
                .isEqualTo("州委书记");
    }

    @Test
    void only_what_stands_as_filed_is_told_once_and_to_somebody() {
        story.office
                .post(AT, body("recipients", "甲", "items", List.of(told(story.submitted()))))
                .refused(409, "digest.not-filed");
        var filed = story.filed();
        story.office
                .post(AT, body("items", List.of(told(filed), told(filed))))
                .refused(422, "fields.invalid")
                .naming("items[1].proposalId");
        story.office.post(AT, body("items", List.of(body()))).refused(422, "fields.invalid");
        var nobody = story.office.post(AT, body("items", List.of(told(filed)))).expect(201);
        issue(nobody).refused(422, "fields.invalid").naming("recipients");
        var empty = story.office.post(AT, body("recipients", "甲")).expect(201);
        issue(empty).refused(409, "digest.empty");
        story.office.delete(AT + "/" + empty.id()).expect(204);
        story.office.get(AT + "/" + empty.id()).refused(404, "not-found");
    }

    @Test
    void only_the_office_builds_and_reads_it() {
        var digest = build(told(story.filed()));
        story.tashi.get(AT).refused(403, "policy.not-allowed");
        story.tashi.get(AT + "/" + digest.id()).refused(403, "policy.not-allowed");
        var reviewer = story.county.staff("审查员", Role.PROPOSAL_REVIEWER);
        assertThat(reviewer.get(AT + "/" + digest.id()).expect(200).can()).isEmpty();
        story.submitted();
        assertThat(offered(story.office)).containsExactlyInAnyOrder(true, false);
        assertThat(offered(reviewer)).containsOnly(false);
        reviewer.post(AT, body()).refused(403, "policy.not-allowed");
    }

    @Test
    void an_issue_is_printed_with_its_number_its_day_and_to_whom_it_goes() {
        var digest = build(told(story.filed()));
        assertThat(paragraphs(digest)).contains("提案摘报", "（送审稿）");
        issue(digest).expect(200);
        assertThat(paragraphs(digest))
                .containsSubsequence("提案摘报", "2026年第1期", "关于改善牧区冬季道路通行条件的建议", "（第14-2-0001号提案，提案者：扎西）", "报送：州委常委、州政府领导")
                .noneMatch(paragraph -> paragraph.contains("{{"));
        var pdf = story.office.get(AT + "/" + digest.id() + "/paper?format=PDF").expect(200);
        assertThat(Reading.pdf(pdf.bytes()).replaceAll("\\s", "")).contains("提案摘报2026年第1期", "在垭口设除雪点");
        story.tashi.get(AT + "/" + digest.id() + "/paper").refused(403, "policy.not-allowed");
        story.office.get(AT + "/" + UUID.randomUUID() + "/paper").refused(404, "not-found");
        assertThat(story.county.number(
                        "select count(*) from access_log where kind = 'exported' and detail = '提案摘报2026年第1期'"))
                .isEqualTo(2);
    }

    private List<String> paragraphs(Answer digest) {
        return Reading.paragraphs(
                story.office.get(AT + "/" + digest.id() + "/paper").expect(200).bytes());
    }

    @Test
    void what_a_leader_wrote_is_noted_and_its_words_are_for_the_listed_roles_alone() {
        var proposal = story.filed();
        var digest = build(told(proposal));
        var path = AT + "/" + digest.id() + "/instructions";
        story.office.post(path, instruction(null)).refused(409, "digest.not-issued");
        issue(digest).expect(200);
        var noted = story.office.post(path, instruction(proposal)).expect(201);
        assertThat(noted.at("/instructions/0/level").asText()).isEqualTo("PREFECTURE");
        assertThat(noted.at("/instructions/0/can").toString()).isEqualTo("[\"read\",\"remove\"]");
        assertThat(noted.text()).doesNotContain(WORDS);
        assertThat(story.county.number(
                        "select count(*) from proposal_digest_instruction where position('交通' in sealed_text) = 0"))
                .isEqualTo(1);
        story.office.post(path, instruction(proposal)).refused(409, "instruction.duplicate");
        var id = noted.at("/instructions/0/id").asText();
        var words = "/api/digest-instructions/" + id + "/words";
        assertThat(story.office.get(words).expect(200).at("/text").asText()).isEqualTo(WORDS);
        assertThat(story.county.number("select count(*) from access_log where kind = 'instruction.read'"))
                .isEqualTo(1);

        var reviewer = story.county.staff("审查员", Role.PROPOSAL_REVIEWER);
        var secretary = story.county.staff("秘书长", Role.SECRETARY_GENERAL);
        assertThat(reviewer.get(AT + "/" + digest.id())
                        .expect(200)
                        .at("/instructions/0/can")
                        .isEmpty())
                .isTrue();
        reviewer.get(words).refused(404, "not-found");
        assertThat(secretary.get(words).expect(200).at("/text").asText()).isEqualTo(WORDS);
        story.setting("proposal.instruction-readers", List.of("PROPOSAL_REVIEWER"));
        reviewer.get(words).expect(200);
        story.office.get(words).refused(404, "not-found");
        secretary.get(words).refused(404, "not-found");
    }

    @Test
    void the_proponent_learns_that_there_is_an_instruction_and_at_which_level_and_nothing_else() {
        var proposal = story.filed();
        var other = story.filed();
        var digest = issue(build(told(proposal), told(other))).expect(200);
        var path = AT + "/" + digest.id() + "/instructions";
        story.office.post(path, instruction(proposal)).expect(201);
        var id = story.office
                .get(AT + "/" + digest.id())
                .at("/instructions/0/id")
                .asText();

        var mine = story.tashi.get("/api/proposals/" + proposal).expect(200);
        assertThat(mine.at("/instructedAt").toString()).isEqualTo("[\"PREFECTURE\"]");
        assertThat(story.tashi
                        .get("/api/proposals/" + other)
                        .expect(200)
                        .at("/instructedAt")
                        .isEmpty())
                .isTrue();
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.tashi.get("/api/inbox").expect(200).json().findValuesAsText("title"))
                .containsOnlyOnce("您的提案《关于改善牧区冬季道路通行条件的建议》经提案摘报获州市级领导批示");
        story.tashi.get("/api/digest-instructions/" + id + "/words").refused(404, "not-found");
        for (var reader : List.of(story.tashi, story.office, story.clerk)) {
            for (var place : List.of(
                    "/api/proposals/" + proposal,
                    "/api/proposals/" + proposal + "/timeline",
                    "/api/inbox",
                    "/api/todo")) {
                assertThat(reader.get(place).text()).doesNotContain("州长", WORDS);
            }
        }

        story.office
                .post(path, body("level", "PROVINCE", "leader", "省委书记", "on", TODAY))
                .expect(201);
        assertThat(story.tashi
                        .get("/api/proposals/" + other)
                        .at("/instructedAt")
                        .toString())
                .as("on the whole issue")
                .isEqualTo("[\"PROVINCE\"]");
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.tashi.get("/api/inbox").expect(200).json().findValuesAsText("title"))
                .as("of each of his proposals")
                .filteredOn(title -> title.endsWith("经提案摘报获省级领导批示"))
                .hasSize(2);
        story.office
                .send("DELETE", "/api/digest-instructions/" + id, body())
                .refused(422, "fields.invalid")
                .naming("reason");
        story.tashi
                .send("DELETE", "/api/digest-instructions/" + id, body("reason", "不该有"))
                .refused(403, "policy.not-allowed");
        story.office
                .send("DELETE", "/api/digest-instructions/" + id, body("reason", "登记有误"))
                .expect(200);
        story.office
                .send("DELETE", "/api/digest-instructions/" + id, body("reason", "再删"))
                .refused(404, "not-found");
        assertThat(story.tashi
                        .get("/api/proposals/" + proposal)
                        .at("/instructedAt")
                        .toString())
                .isEqualTo("[\"PROVINCE\"]");
    }

    @Test
    void an_instruction_is_some_leaders_on_a_day_since_the_issue_and_on_what_it_tells() {
        var digest = issue(build(told(story.filed()))).expect(200);
        var path = AT + "/" + digest.id() + "/instructions";
        story.office.post(path, body()).refused(422, "fields.invalid").naming("level", "leader", "on");
        story.office
                .post(path, body("level", "COUNTY", "leader", "县长", "on", "2026-01-01"))
                .refused(422, "fields.invalid")
                .naming("on");
        story.office
                .post(path, body("level", "COUNTY", "leader", "县长", "on", "2030-01-01"))
                .refused(422, "fields.invalid")
                .naming("on");
        story.office
                .post(path, instruction(story.filed()))
                .refused(422, "fields.invalid")
                .naming("proposalId");
        story.tashi.post(path, instruction(null)).refused(403, "policy.not-allowed");
    }

    private static Map<String, Object> instruction(@Nullable UUID proposal) {
        var noted = new HashMap<>(body("level", "PREFECTURE", "leader", "州长", "on", TODAY, "text", WORDS));
        if (proposal != null) {
            noted.put("proposalId", proposal);
        }
        return noted;
    }

    @Test
    void numbers_of_a_year_have_no_gap_though_ten_go_out_at_once() throws Exception {
        var filed = story.filed();
        var digests = IntStream.range(0, 10).mapToObj(_ -> build(told(filed))).toList();
        try (var hands = Executors.newFixedThreadPool(10)) {
            var tasks = digests.stream()
                    .<Callable<Integer>>map(
                            digest -> () -> issue(digest).expect(200).at("/no").asInt())
                    .toList();
            assertThat(hands.invokeAll(tasks).stream()
                            .map(task -> task.resultNow())
                            .sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    /** Of each proposal in the list, whether it is offered to be put into an issue. */
    private static List<Boolean> offered(Person reader) {
        return reader.get("/api/proposals")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(each -> each.path("can")
                        .valueStream()
                        .anyMatch(can -> can.asText().equals("digest")))
                .toList();
    }
}
