package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hangs on a proposal: its author attaches while it is a draft, and whoever sees it reads. */
class AttachmentTest {
    private final Story story = new Story();

    @Test
    void whoever_sees_the_proposal_reads_what_hangs_on_it() {
        var id = story.draft();
        var file = upload(story.tashi);
        var list = story.tashi.put(at(id, file), null).expect(200);
        assertThat(list.at("/items/0/name").asText()).isEqualTo("a.pdf");
        assertThat(list.can()).containsExactly("attach");
        story.office.get("/api/attachments/proposal/" + id).refused(404, "not-found");
        story.office.get("/api/files/" + file).refused(404, "not-found");

        story.tashi
                .put(Story.at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);

        var seen = story.office.get("/api/attachments/proposal/" + id).expect(200);
        assertThat(seen.at("/items/0/id").asText()).isEqualTo(file.toString());
        assertThat(seen.can()).isEmpty();
        story.office.post("/api/files/" + file + "/tickets", null).expect(201);
        story.yangjin.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
        story.clerk.get("/api/attachments/proposal/" + id).refused(404, "not-found");
    }

    @Test
    void a_unit_reads_it_as_long_as_it_holds_the_proposal() {
        var id = story.draft();
        var file = upload(story.tashi);
        story.tashi.put(at(id, file), null).expect(200);
        story.tashi
                .put(Story.at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(Story.at(id, "acceptance"), body()).expect(200);
        story.office.put(Story.at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(Story.at(id, "review"), body("stage", 2)).expect(200);
        story.office.put(Story.at(id, "filing"), body()).expect(200);
        story.office.put(Story.at(id, "assignment"), Story.toUnit(story.unit)).expect(200);

        story.clerk.post("/api/files/" + file + "/tickets", null).expect(201);
        story.otherClerk.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
        story.office.delete(Story.at(id, "last-move")).expect(200);
        story.clerk.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
    }

    @Test
    void only_the_author_attaches_only_his_own_and_only_to_a_draft() {
        var id = story.draft();
        var his = upload(story.tashi);
        var hers = upload(story.yangjin);

        story.tashi.put(at(id, hers), null).refused(404, "not-found");
        story.yangjin.put(at(id, hers), null).refused(404, "not-found");
        story.tashi.put(at(id, UUID.randomUUID()), null).refused(404, "not-found");
        story.tashi
                .put("/api/attachments/opinion-of-nobody/" + id + "/" + his, null)
                .refused(404, "not-found");
        story.tashi.put(at(id, his), null).expect(200);
        story.tashi.put(at(id, his), null).expect(200);
        assertThat(story.county.number("select count(*) from history where kind = 'proposal.attached'"))
                .isEqualTo(1);

        story.tashi
                .put(Story.at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        story.tashi.delete(at(id, his)).refused(403, "policy.not-allowed");
        story.office.put(at(id, upload(story.office)), null).refused(403, "policy.not-allowed");
    }

    @Test
    void a_matter_carries_as_many_as_the_committee_says() {
        story.county
                .staff("管理员", Role.TENANT_ADMIN)
                .put("/api/settings/file.max-per-matter", body("version", 0, "value", 2))
                .expect(200);
        var id = story.draft();
        story.tashi.put(at(id, upload(story.tashi)), null).expect(200);
        var second = upload(story.tashi);
        story.tashi.put(at(id, second), null).expect(200);
        story.tashi.put(at(id, upload(story.tashi)), null).refused(422, "file.too-many");
        story.tashi.put(at(id, second), null).expect(200);

        story.tashi.delete(at(id, second)).expect(200);
        story.tashi.delete(at(id, second)).refused(404, "not-found");
        story.tashi.put(at(id, upload(story.tashi)), null).expect(200);
    }

    @Test
    void what_others_have_signed_keeps_its_attachments_also_when_it_comes_back() {
        var id = story.draft();
        story.tashi
                .put(Story.at(id, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.yangjin
                .put(Story.at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        story.tashi
                .put(Story.at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(Story.at(id, "returning"), body("reason", "请补充数据")).expect(200);
        story.tashi.put(at(id, upload(story.tashi)), null).refused(403, "policy.not-allowed");
    }

    private static String at(UUID proposal, UUID file) {
        return "/api/attachments/proposal/" + proposal + "/" + file;
    }

    private static UUID upload(Person person) {
        return person.upload("/api/files?name=a.pdf", "%PDF-1.7 附件".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
    }
}
