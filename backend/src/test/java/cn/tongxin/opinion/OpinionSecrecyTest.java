package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Words of the committee's list warn whoever sees the text anyway, in what was written and in what was made of it. */
class OpinionSecrecyTest {
    private final Newsroom room = new Newsroom();

    @Test
    void words_of_the_list_warn_the_writer_the_editor_and_the_approver_and_block_nothing() {
        var written = text("某机密事项");
        written.put("coauthors", List.of(body("seatId", room.yangjin.seat())));
        var id = room.tashi.post("/api/opinion-reports", written).expect(201).id();
        assertThat(hits(room.tashi, id)).isEqualTo("[\"机密\"]");
        room.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(hits(room.yangjin, id)).as("she is told nothing of it").isEqualTo("[]");
        room.editor.put(at(id, "editing"), body()).expect(200);
        var edition = new HashMap<>(text("药品断货"));
        edition.put("version", 3);
        edition.put("suggestions", "参照内部文件办理。");
        var edited = room.editor.put(at(id, "edition"), edition).expect(200);
        assertThat(edited.at("/secrecyHits").toString())
                .as("in the author's text and in the edition, in the order of the list")
                .isEqualTo("[\"机密\",\"内部文件\"]");
        assertThat(hits(room.tashi, id)).as("he sees no edition yet").isEqualTo("[\"机密\"]");
        room.editor.put(at(id, "approval-request"), body()).expect(200);
        assertThat(hits(room.approver, id)).isEqualTo("[\"机密\",\"内部文件\"]");
        room.issue(Newsroom.single(id)).expect(200);

        var affairs = room.committee.staff("秘书科", Role.TENANT_ADMIN);
        affairs.put("/api/settings/proposal.secrecy-words", body("value", List.of("药店"), "version", 0))
                .expect(200);
        assertThat(hits(room.editor, id)).isEqualTo("[\"药店\"]");
    }

    @Test
    void words_of_the_list_in_a_piece_written_from_several_warn_before_it_is_issued() {
        var piece = Newsroom.composite("两地反映断药", room.approvable("甲"), room.approvable("乙"));
        piece.put("text", "综合各方反映，参照内部文件。");
        var issue = "/api/bulletin-issues/" + room.build(piece, Newsroom.single(room.approvable("丙")));
        assertThat(room.approver.get(issue).expect(200).at("/secrecyHits").toString())
                .isEqualTo("[\"内部文件\"]");
        assertThat(room.editor
                        .get("/api/bulletin-issues")
                        .expect(200)
                        .at("/items/0/secrecyHits")
                        .toString())
                .isEqualTo("[\"内部文件\"]");
        assertThat(room.approver
                        .put(issue + "/issuing", body("version", 1))
                        .expect(200)
                        .at("/no")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void what_lies_sealed_warns_only_those_who_open_it() {
        var id = room.taken("某机密事项");
        room.editor
                .put(at(id, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .expect(200);
        assertThat(hits(room.editor, id)).isEqualTo("[\"机密\"]");
        assertThat(hits(room.tashi, id)).isEqualTo("[\"机密\"]");
        assertThat(hits(room.approver, id)).isEqualTo("[]");
    }

    private static String hits(Person person, UUID id) {
        return person.get(at(id)).expect(200).at("/secrecyHits").toString();
    }
}
