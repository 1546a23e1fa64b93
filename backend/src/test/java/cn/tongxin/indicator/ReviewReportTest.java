package cn.tongxin.indicator;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.proposal.Story;
import cn.tongxin.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the proposal committee tells the plenary of its review (domain §3.1, §5.8): the figures of the session, on paper. */
class ReviewReportTest {
    private static final String AT = "/api/review-report?session=14-2";

    private final Story story = new Story();

    @Test
    void it_says_what_came_and_what_became_of_it_as_the_indicators_do() {
        var main = story.filed();
        var joined = story.filed();
        story.office
                .post("/api/proposal-mergers", body("into", main, "ids", List.of(joined)))
                .expect(200);
        notFiled("ADVERTISING", "ARCHIVE");
        notFiled("ADVERTISING", "TO_MEMBER_LETTER");
        story.submitted();
        var told = text();
        assertThat(told)
                .anyMatch(line -> line.contains("共收到提案5件。截至") && line.contains("立案1件，并案1件，不予立案2件，正在审查1件；立案率1/5（20.0%）"))
                .contains("不予立案原因：宣传、推介具体作品、产品的，2件。", "不予立案去向：存档，1件。", "不予立案去向：转为委员来信，1件。")
                .noneMatch(line -> line.contains("{{"));
        assertThat(cells(told, "平时提案")).containsExactly("5", "1", "1", "2");
        assertThat(cells(told, "委员")).containsExactly("5", "1", "1", "2");
        assertThat(cells(told, "经济")).containsExactly("5", "1", "1", "2");
        for (var figure : List.of("received 5", "filed 1", "merged 1", "not_filed 2")) {
            assertThat(figures()).contains("proposal." + figure);
        }
    }

    @Test
    void an_unfiled_proposal_leaves_the_report_as_it_leaves_the_figure() {
        var filed = story.filed();
        assertThat(text()).anyMatch(line -> line.contains("立案1件") && line.contains("立案率1/1（100.0%）"));
        story.office
                .send("DELETE", "/api/proposals/" + filed + "/filing", body("reason", "经复核不符合立案条件"))
                .expect(200);
        assertThat(text()).anyMatch(line -> line.contains("立案0件") && line.contains("立案率0/1（0.0%）"));
    }

    @Test
    void it_is_printed_for_reviewers_of_a_session_that_is_there_even_when_nothing_came() {
        assertThat(text()).anyMatch(line -> line.contains("共收到提案0件") && line.contains("立案率—。"));
        var reviewer = story.county.staff("审查员", Role.PROPOSAL_REVIEWER);
        var pdf = reviewer.get(AT + "&format=PDF").expect(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(Reading.pdf(pdf.bytes()).replaceAll("\\s", "")).contains("提案审查情况的报告", "按提案者");
        story.office.get("/api/review-report?session=14-3").refused(404, "not-found");
        story.tashi.get(AT).refused(403, "policy.not-allowed");
        story.clerk.get(AT).refused(403, "policy.not-allowed");
        story.county.staff("系统", Role.TENANT_ADMIN).get(AT).refused(403, "policy.not-allowed");
    }

    private void notFiled(String reason, String disposition) {
        var id = story.inLastStage();
        story.office
                .put(Story.at(id, "non-filing"), body("reason", reason, "disposition", disposition))
                .expect(200);
    }

    private List<String> text() {
        return Reading.paragraphs(story.office.get(AT).expect(200).bytes());
    }

    /** The four numbers behind a name, where they stand in the tables. */
    private static List<String> cells(List<String> told, String name) {
        var at = told.indexOf(name);
        assertThat(at).as(name).isNotNegative();
        return told.subList(at + 1, at + 5);
    }

    private List<String> figures() {
        return story.office
                .get("/api/indicators?basis=session&period=14-2")
                .expect(200)
                .json()
                .valueStream()
                .map(figure ->
                        figure.path("key").asText() + " " + figure.path("n").asInt())
                .toList();
    }
}
