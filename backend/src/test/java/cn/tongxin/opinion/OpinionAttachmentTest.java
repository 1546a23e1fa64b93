package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hangs on a report: its writer attaches while it is a draft, and whoever reads its text reads it. */
class OpinionAttachmentTest {
    private final Newsroom room = new Newsroom();
    private final UUID report = room.draft("断货");
    private final UUID file = room.tashi
            .upload("/api/files?name=a.pdf", "%PDF-1.7 药店照片".getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .id();

    @Test
    void the_office_reads_it_once_the_report_is_handed_in() {
        var list = room.tashi.put(files() + "/" + file, null).expect(200);
        assertThat(list.can()).containsExactly("attach");
        room.editor.get(files()).refused(404, "not-found");
        submit();

        assertThat(room.editor.get(files()).expect(200).at("/items/0/id").asText())
                .isEqualTo(file.toString());
        room.editor.post("/api/files/" + file + "/tickets", null).expect(201);
        room.yangjin.get(files()).refused(404, "not-found");
        room.tashi.delete(files() + "/" + file).refused(403, "policy.not-allowed");
        assertThat(room.tashi.get(at(report, "timeline")).expect(200).text()).contains("opinion.attached");
    }

    @Test
    void what_is_put_under_seal_takes_its_files_along() {
        var head = room.committee.staff("秘书长", Role.SECRETARY_GENERAL);
        room.tashi.put(files() + "/" + file, null).expect(200);
        submit();
        head.get(files()).expect(200);
        room.editor.put(at(report, "non-use"), body("reason", "OTHER_CHANNEL")).expect(200);

        head.get(files()).refused(404, "not-found");
        head.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
        room.approver.get(files()).refused(404, "not-found");
        room.editor.get(files()).expect(200);
        room.tashi.post("/api/files/" + file + "/tickets", null).expect(201);
    }

    private void submit() {
        room.tashi
                .put(at(report, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
    }

    private String files() {
        return "/api/attachments/opinion_report/" + report;
    }
}
