package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.instruction;
import static cn.tongxin.opinion.Newsroom.single;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.today;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.schedule.Schedule;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports are found by their words, each by who may see it; what is under seal by nobody. */
class OpinionSearchTest {
    private final Newsroom room = new Newsroom();

    private static List<UUID> found(Person who, String words) {
        return who
                .get("/api/opinion-reports?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .at("/items")
                .findValuesAsText("id")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private static UUID handedIn(Person who, String title, Object... more) {
        var draft = text(title);
        draft.putAll(body(more));
        var id = who.post("/api/opinion-reports", draft).expect(201).id();
        who.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        return id;
    }

    @Test
    void two_characters_of_title_text_or_author_find_it() {
        var id = room.submitted("县城药店断货");
        for (var words : List.of("断货", "药店", "道路结冰", "储备点", "扎西", "断货 扎西")) {
            assertThat(found(room.editor, words)).as(words).containsExactly(id);
        }
        for (var words : List.of("货断", "断货 央金", "没有这个词")) {
            assertThat(found(room.editor, words)).as(words).isEmpty();
        }
    }

    @Test
    void a_draft_is_found_by_nobody_and_a_returned_text_neither() {
        var draft = room.draft("草稿里的药店");
        assertThat(found(room.tashi, "药店")).isEmpty();
        room.tashi
                .put(at(draft, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(found(room.tashi, "药店")).containsExactly(draft);
        room.editor.put(at(draft, "returning"), body("reason", "请补充数字")).expect(200);
        assertThat(found(room.editor, "药店")).isEmpty();
        assertThat(room.committee.number("select count(*) from search_token")).isZero();
    }

    @Test
    void what_was_sealed_is_found_by_nobody_until_the_click_is_taken_back() {
        var id = room.taken("举报某药店");
        assertThat(found(room.editor, "举报")).containsExactly(id);
        room.editor
                .put(at(id, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .expect(200);
        for (var reader : List.of(room.editor, room.approver, room.tashi)) {
            assertThat(found(reader, "举报")).isEmpty();
            assertThat(found(reader, "药店")).isEmpty();
        }
        assertThat(room.committee.number("select count(*) from search_token")).isZero();
        assertThat(room.committee.number("select count(*) from search_document"))
                .isZero();
        room.editor.delete(at(id, "last-move")).expect(200);
        assertThat(found(room.editor, "举报")).containsExactly(id);
    }

    @Test
    void what_was_printed_is_found_too_and_an_instruction_never() {
        var id = room.taken("断药");
        var edition = text("乡镇断药亟待解决");
        edition.put("version", 3);
        edition.put("situation", "三个乡镇缺少布洛芬。");
        room.editor.put(at(id, "edition"), edition).expect(200);
        assertThat(found(room.editor, "布洛芬")).isEmpty();
        room.editor.put(at(id, "approval-request"), body()).expect(200);
        room.issue(single(id)).expect(200);
        assertThat(found(room.editor, "布洛芬")).containsExactly(id);
        assertThat(found(room.tashi, "断药")).containsExactly(id);
        room.editor.post(at(id, "outcomes"), instruction("旺堆", today())).expect(201);
        assertThat(found(room.editor, "卫健委")).isEmpty();
        assertThat(found(room.tashi, "三日内")).isEmpty();
    }

    @Test
    void everybody_finds_only_what_he_sees() {
        var mine = handedIn(room.tashi, "牧场草原退化");
        var theirs = handedIn(room.yangjin, "草原鼠害");
        var along = handedIn(room.yangjin, "草原补奖", "coauthors", List.of(body("seatId", room.tashi.seat())));
        assertThat(found(room.editor, "草原")).containsExactly(along, theirs, mine);
        assertThat(found(room.tashi, "草原")).containsExactly(along, mine);
        assertThat(found(room.yangjin, "草原")).containsExactly(along, theirs);
        assertThat(found(new Newsroom().editor, "草原")).isEmpty();
        room.committee.guest("客人").get("/api/opinion-reports?q=x").refused(403, "policy.not-allowed");
        var page = room.editor
                .get("/api/opinion-reports?limit=1&count=true&status=SUBMITTED&q="
                        + URLEncoder.encode("草原", StandardCharsets.UTF_8))
                .expect(200);
        assertThat(page.at("/total").asInt()).isEqualTo(3);
        assertThat(page.at("/items")).hasSize(1);
    }

    @Test
    void what_was_there_before_the_search_is_fed_once_by_time() {
        var id = room.submitted("县城药店断货");
        var sealed = room.taken("举报某药店");
        room.editor
                .put(at(sealed, "non-use"), body("reason", "OTHER_CHANNEL", "referredTo", "县信访局"))
                .expect(200);
        room.draft("药店草稿");
        room.committee.inside("delete from search_token");
        room.committee.inside("delete from search_document");
        assertThat(found(room.editor, "药店")).isEmpty();
        var lines = room.committee.number("select count(*) from history");
        Stage.shared().bean(Schedule.class).in(room.committee.id());
        assertThat(found(room.editor, "药店")).containsExactly(id);
        assertThat(room.committee.number("select count(*) from history")).isEqualTo(lines);
    }
}
