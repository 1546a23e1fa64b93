package cn.tongxin.opinion;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An issue on paper: for the approver to read before, and to hand round after. */
class BulletinPaperTest {
    private final Newsroom room = new Newsroom();

    @Test
    void an_issue_is_printed_with_its_number_its_day_and_who_reported() {
        var first = room.approvable("乡镇退烧药断货");
        var second = room.approvable("牧区缺兽医");
        var third = room.approvable("牧区缺兽药");
        var issue = room.build(Newsroom.single(first), Newsroom.composite("牧区防疫力量薄弱", second, third));
        var before = paragraphs(issue);
        assertThat(before).contains("社情民意", "（送审稿）");

        room.approver
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 1))
                .expect(200);
        assertThat(paragraphs(issue))
                .containsSubsequence(
                        "社情民意", "2026年第1期", "乡镇退烧药断货", "配送车队因道路结冰停运。", "（反映人：扎西）", "牧区防疫力量薄弱", "综合各方反映。", "（反映人：扎西）")
                .noneMatch(paragraph -> paragraph.contains("{{"));
        var pdf = room.editor
                .get("/api/bulletin-issues/" + issue + "/paper?format=PDF")
                .expect(200);
        assertThat(Reading.pdf(pdf.bytes()).replaceAll("\\s", "")).contains("社情民意2026年第1期", "配送车队因道路结冰停运。");

        room.tashi.get("/api/bulletin-issues/" + issue + "/paper").refused(403, "policy.not-allowed");
        room.editor.get("/api/bulletin-issues/" + UUID.randomUUID() + "/paper").refused(404, "not-found");
        assertThat(room.committee.number(
                        "select count(*) from access_log where kind = 'exported' and detail = '社情民意2026年第1期'"))
                .isEqualTo(2);
    }

    @Test
    void the_information_office_keeps_the_template_of_its_bulletin_and_no_other() {
        assertThat(room.editor.get("/api/document-templates").expect(200).json().findValuesAsText("kind"))
                .containsExactlyInAnyOrder("BULLETIN_ISSUE", "OPINION_USAGE_NOTICE");
        room.editor.get("/api/document-templates/BULLETIN_ISSUE/file").expect(200);
        room.editor.get("/api/document-templates/PROPOSAL_FORM/file").refused(403, "policy.not-allowed");
        room.editor.delete("/api/document-templates/PROPOSAL_FORM").refused(403, "policy.not-allowed");
        room.editor.delete("/api/document-templates/BULLETIN_ISSUE").expect(200);
    }

    private List<String> paragraphs(UUID issue) {
        return Reading.paragraphs(room.editor
                .get("/api/bulletin-issues/" + issue + "/paper")
                .expect(200)
                .bytes());
    }
}
