package cn.tongxin.handling;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a unit sends along with its reply or opinion, and whether the public may read the reply. */
class ReplyFilesTest {
    private final Story story = new Story();

    @Test
    void the_sealed_letter_is_the_units_while_it_writes_the_offices_at_once_and_the_proponents_once_it_is_through() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk.put(at(assignment, "acceptance"), body()).expect(200);
        var letter = upload(story.clerk);
        story.clerk.put(draft(assignment) + "/" + letter, null).expect(200);
        var refused = Story.reply(2);
        refused.remove("docNo");
        story.clerk.put(at(assignment, "reply"), refused).refused(422, "fields.invalid");
        assertThat(story.clerk
                        .get(draft(assignment))
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .as("kept for the next try")
                .isEqualTo(letter.toString());
        story.otherClerk.get(draft(assignment)).refused(404, "not-found");
        story.office.get(draft(assignment)).refused(404, "not-found");
        story.tashi.get(draft(assignment)).refused(404, "not-found");

        var reply = story.clerk
                .put(at(assignment, "reply"), Story.reply(2))
                .expect(200)
                .at("/reply/id")
                .asText();
        assertThat(files(story.office, "reply/" + reply)).isEqualTo(1);
        assertThat(files(story.clerk, "reply/" + reply)).isEqualTo(1);
        assertThat(files(story.clerk, "assignment/" + assignment)).isZero();
        story.office.post("/api/files/" + letter + "/tickets", null).expect(201);
        story.tashi.get("/api/attachments/reply/" + reply).refused(404, "not-found");
        story.tashi.post("/api/files/" + letter + "/tickets", null).refused(404, "not-found");
        story.clerk.delete("/api/attachments/reply/" + reply + "/" + letter).refused(403, "policy.not-allowed");
        story.clerk.put(draft(assignment) + "/" + letter, null).refused(403, "policy.not-allowed");

        story.approve(assignment);
        assertThat(story.tashi
                        .get("/api/assignments/" + assignment)
                        .expect(200)
                        .at("/reply/id")
                        .asText())
                .isEqualTo(reply);
        assertThat(files(story.tashi, "reply/" + reply)).isEqualTo(1);
        story.tashi.post("/api/files/" + letter + "/tickets", null).expect(201);
        story.yangjin.get("/api/attachments/reply/" + reply).refused(404, "not-found");
        story.yangjin.post("/api/files/" + letter + "/tickets", null).refused(404, "not-found");
        story.otherClerk.get("/api/attachments/reply/" + reply).refused(404, "not-found");
        assertThat(story.tashi.get(Story.at(id, "timeline")).expect(200).json().findValuesAsText("kind"))
                .doesNotContain("assignment.attached");
    }

    @Test
    void what_comes_back_brings_its_files_along() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk.put(at(assignment, "acceptance"), body()).expect(200);
        var letter = upload(story.clerk);
        story.clerk.put(draft(assignment) + "/" + letter, null).expect(200);
        var first = story.clerk
                .put(at(assignment, "reply"), Story.reply(2))
                .expect(200)
                .at("/reply/id")
                .asText();
        story.office
                .put(at(assignment, "reply-review"), body("approved", false, "reason", "请盖章"))
                .expect(200);
        assertThat(files(story.clerk, "assignment/" + assignment)).isEqualTo(1);
        story.clerk.delete(draft(assignment) + "/" + letter).expect(200);
        story.clerk.put(draft(assignment) + "/" + upload(story.clerk), null).expect(200);
        var again =
                story.clerk.get("/api/assignments/" + assignment).expect(200).version();
        var second = story.clerk
                .put(at(assignment, "reply"), Story.reply(again))
                .expect(200)
                .at("/reply/id")
                .asText();
        assertThat(files(story.office, "reply/" + first))
                .as("what was sent stays")
                .isEqualTo(1);
        assertThat(files(story.office, "reply/" + second)).isEqualTo(1);
        story.approve(assignment);
        story.tashi.get("/api/attachments/reply/" + first).refused(404, "not-found");
        story.tashi.post("/api/files/" + letter + "/tickets", null).refused(404, "not-found");
        assertThat(files(story.tashi, "reply/" + second)).isEqualTo(1);
    }

    @Test
    void what_an_assistant_attaches_is_for_the_leading_unit_and_the_office() {
        var id = story.filed();
        story.office
                .put(Story.at(id, "assignment"), Story.toUnits(story.unit, "LEAD", story.otherUnit, "ASSIST"))
                .expect(200);
        var assisting = story.assignmentOf(id, story.otherUnit);
        story.otherClerk.put(at(assisting, "acceptance"), body()).expect(200);
        var letter = upload(story.otherClerk);
        story.otherClerk.put(draft(assisting) + "/" + letter, null).expect(200);
        story.clerk.post("/api/files/" + letter + "/tickets", null).refused(404, "not-found");
        var said = story.otherClerk
                .put(at(assisting, "opinion"), body("text", "同意列入计划", "signer", "副局长", "signedOn", "2026-03-02"))
                .expect(200)
                .at("/opinions/0/id")
                .asText();
        assertThat(files(story.otherClerk, "unit_opinion/" + said)).isEqualTo(1);
        assertThat(files(story.clerk, "unit_opinion/" + said)).isEqualTo(1);
        assertThat(files(story.office, "unit_opinion/" + said)).isEqualTo(1);
        story.clerk.post("/api/files/" + letter + "/tickets", null).expect(201);
        story.tashi.get("/api/attachments/unit_opinion/" + said).refused(404, "not-found");
    }

    @Test
    void a_unit_says_why_the_public_may_not_read_its_reply_and_so_it_is_not_published() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk.put(at(assignment, "acceptance"), body()).expect(200);
        var closed = Story.reply(2);
        closed.put("openToPublic", false);
        story.clerk
                .put(at(assignment, "reply"), closed)
                .refused(422, "fields.invalid")
                .naming("notOpenReason");
        closed.put("notOpenReason", "涉及未公开的规划");
        story.clerk.put(at(assignment, "reply"), closed).expect(200);
        var seen = story.office.get("/api/assignments/" + assignment).expect(200);
        assertThat(seen.at("/reply/openToPublic").asBoolean()).isFalse();
        assertThat(seen.at("/reply/notOpenReason").asText()).isEqualTo("涉及未公开的规划");
        story.approve(assignment);

        var publication = Story.at(id, "publication");
        assertThat(story.office.get(publication).expect(200).json().has("reply"))
                .isFalse();
        story.office
                .put(publication, body("version", 0, "title", "标题", "text", "正文", "reply", "答复"))
                .refused(409, "publication.reply-not-open");
        story.office
                .put(publication, body("version", 0, "title", "标题", "text", "正文"))
                .expect(200);
    }

    private static int files(Person who, String what) {
        return who.get("/api/attachments/" + what).expect(200).at("/items").size();
    }

    private static String at(UUID assignment, String what) {
        return "/api/assignments/" + assignment + "/" + what;
    }

    private static String draft(UUID assignment) {
        return "/api/attachments/assignment/" + assignment;
    }

    private static UUID upload(Person person) {
        return person.upload("/api/files?name=letter.pdf", "%PDF-1.7 letter".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
    }
}
