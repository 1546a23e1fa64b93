package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.tenancy.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
        room.editor
                .put(at(report, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .expect(200);

        head.get(files()).refused(404, "not-found");
        head.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
        room.approver.get(files()).refused(404, "not-found");
        room.editor.get(files()).expect(200);
        room.tashi.post("/api/files/" + file + "/tickets", null).expect(201);
    }

    @Test
    void what_was_said_into_the_telephone_is_heard_by_the_office_and_lasts_a_minute_at_most() throws IOException {
        for (var name : List.of("live2.webm", "whole2.m4a")) {
            var said = sound(name);
            var shown = room.tashi.put(files() + "/" + said.id(), null).expect(200);
            assertThat(shown.at("/items").findValuesAsText("name")).contains(name);
        }
        for (var name : List.of("live61.webm", "fragments61.m4a")) {
            var refused =
                    room.tashi.put(files() + "/" + sound(name).id(), null).refused(422, "file.recording-too-long");
            assertThat(refused.at("/maxMs").asInt()).isEqualTo(60_000);
        }
        room.tashi.put(files() + "/" + file, null).expect(200);
        submit();

        var items = room.editor.get(files()).expect(200).at("/items");
        assertThat(items.findValuesAsText("contentType"))
                .as("by what it is")
                .containsExactly("audio/webm", "audio/mp4", "application/pdf");
        assertThat(items.path(0).path("lengthMs").asInt()).isBetween(2000, 2100);
        assertThat(items.path(2).has("lengthMs")).as("nothing to be heard").isFalse();
        var address = room.editor
                .post("/api/files/" + items.path(0).path("id").asText() + "/tickets", null)
                .expect(201)
                .at("/url")
                .asText();
        var heard = room.editor.get(address).expect(200);
        assertThat(heard.header("Content-Type")).isEqualTo("audio/webm");
        assertThat(heard.header("Content-Disposition")).startsWith("inline");
        room.tashi
                .upload("/api/files?name=a.webm", "no sound".getBytes(StandardCharsets.UTF_8))
                .refused(422, "file.not-what-its-name-says");
    }

    private Answer sound(String name) throws IOException {
        try (var in = Objects.requireNonNull(OpinionAttachmentTest.class.getResourceAsStream("/sound/" + name))) {
            return room.tashi
                    .upload("/api/files?name=" + name, in.readAllBytes())
                    .expect(201);
        }
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
