package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The proposal digest: built from filed proposals, numbered when it is issued. */
class DigestTest {
    private static final String AT = "/api/proposal-digests";

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
                                List.of(body("proposalId", one, "title", "牧区道路", "text", "建议列入养护计划。"))))
                .expect(200);
        story.office
                .put(AT + "/" + digest.id(), body("version", digest.version(), "items", List.of()))
                .refused(409, "digest.version");
        var issued = issue(edited).expect(200);
        assertThat(issued.at("/no").asInt()).isEqualTo(1);
        assertThat(issued.at("/items/0/text").asText()).isEqualTo("建议列入养护计划。");
        assertThat(issued.can()).isEmpty();
        issue(issued).refused(409, "digest.issued");
        story.office.delete(AT + "/" + digest.id()).refused(409, "digest.issued");
        assertThat(story.office.get(AT).expect(200).at("/items")).hasSize(1);
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
        reviewer.post(AT, body()).refused(403, "policy.not-allowed");
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
}
