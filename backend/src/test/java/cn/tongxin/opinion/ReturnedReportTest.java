package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes back to its author and is handed in again: nothing that anybody wrote is lost. */
class ReturnedReportTest {
    private final Newsroom room = new Newsroom();

    @Test
    void what_the_editor_wrote_before_he_sent_it_back_stands_beside_the_new_text() {
        var id = room.taken("断药");
        edit(id, "乡镇断药应引起重视");
        room.editor.put(at(id, "returning"), body("reason", "请补充数据")).expect(200);
        rewrite(id, "三个乡镇断药");
        assertThat(room.tashi.get(at(id)).expect(200).text()).doesNotContain("乡镇断药应引起重视");
        submit(id);

        var again = room.editor.put(at(id, "editing"), body()).expect(200);
        assertThat(again.at("/edition/title").asText()).isEqualTo("三个乡镇断药");
        assertThat(again.at("/formerEditions").findValuesAsText("title")).containsExactly("乡镇断药应引起重视");
        assertThat(room.tashi.get(at(id)).expect(200).text()).doesNotContain("乡镇断药应引起重视");

        room.editor
                .put(at(id, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .expect(200);
        assertThat(room.committee.number("select count(*) from opinion_former_edition where report_id = ?", id))
                .as("it goes under the seal with the text")
                .isZero();
        assertThat(room.editor
                        .delete(at(id, "last-move"))
                        .expect(200)
                        .at("/formerEditions")
                        .findValuesAsText("title"))
                .containsExactly("乡镇断药应引起重视");
    }

    @Test
    void an_edition_in_which_nobody_wrote_is_not_kept() {
        var id = room.taken("断药");
        room.editor.put(at(id, "returning"), body("reason", "请补充数据")).expect(200);
        rewrite(id, "三个乡镇断药");
        submit(id);
        assertThat(room.editor.put(at(id, "editing"), body()).expect(200).at("/formerEditions"))
                .isEmpty();
    }

    @Test
    void what_came_back_is_withdrawn_by_its_author_and_nobody_says_that_the_staff_did() {
        var along = text("断药");
        along.put("coauthors", List.of(body("seatId", room.yangjin.seat())));
        var id = room.tashi.post("/api/opinion-reports", along).expect(201).id();
        submit(id);
        room.editor.put(at(id, "editing"), body()).expect(200);
        room.editor.put(at(id, "returning"), body("reason", "请补充数据")).expect(200);
        assertThat(told(room.tashi).getFirst()).isEqualTo("您的社情民意信息《断药》请修改后重新提交");
        assertThat(told(room.yangjin).getFirst()).isEqualTo("您参与撰写的社情民意信息《断药》已退回第一作者修改");

        assertThat(room.tashi.get(at(id)).at("/can").toString())
                .contains("withdraw")
                .doesNotContain("delete");
        room.editor.put(at(id, "withdrawal"), body("reason", "无")).refused(403, "policy.not-allowed");
        room.tashi.put(at(id, "withdrawal"), body()).expect(200);
        assertThat(told(room.yangjin).getFirst()).isEqualTo("社情民意信息《断药》已由作者收回");
        assertThat(told(room.tashi)).noneMatch(title -> title.contains("工作人员"));
    }

    @Test
    void a_draft_that_was_never_handed_in_is_deleted_not_withdrawn() {
        var id = room.draft("断药");
        room.tashi.put(at(id, "withdrawal"), body()).refused(409, "opinion.move-not-allowed");
        room.tashi.delete(at(id)).expect(204);
    }

    @Test
    void who_was_thanked_for_what_was_kept_waits_no_more_when_it_is_taken_up_again() {
        var id = room.submitted("断药");
        room.editor
                .put(at(id, "retention"), body("reason", "KEPT_FOR_REFERENCE"))
                .expect(200);
        room.editor.put(at(id, "editing"), body()).expect(200);
        assertThat(room.editor
                        .get("/api/opinion-reports?awaiting=true")
                        .expect(200)
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void what_is_referred_to_another_channel_is_not_kept_in_the_open() {
        var id = room.submitted("举报张三");
        room.editor
                .put(at(id, "retention"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .refused(422, "fields.invalid")
                .naming("reason");
    }

    @Test
    void what_stands_on_no_list_of_reasons_is_told_in_the_editors_words() {
        var id = room.submitted("断药");
        room.editor
                .put(at(id, "retention"), body("reason", "OTHER", "comment", "县里已经在办"))
                .expect(200);
        told(room.tashi);
        assertThat(room.tashi.get("/api/inbox").expect(200).at("/items/0/text").asText())
                .isEqualTo("县里已经在办");
    }

    private void edit(UUID id, String title) {
        var edited = new HashMap<>(text(title));
        edited.keySet().retainAll(List.of("title", "situation", "analysis", "suggestions"));
        edited.put("version", room.editor.get(at(id)).at("/version").asInt());
        room.editor.put(at(id, "edition"), edited).expect(200);
    }

    private void rewrite(UUID id, String title) {
        Map<String, Object> text = text(title);
        text.put("version", room.tashi.get(at(id)).at("/version").asInt());
        room.tashi.put(at(id), text).expect(200);
    }

    private void submit(UUID id) {
        room.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
    }
}
