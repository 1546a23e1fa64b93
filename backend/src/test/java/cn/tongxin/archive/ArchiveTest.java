package cn.tongxin.archive;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.proposal.Story;
import cn.tongxin.reading.digest.ReadingCircle;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody has written in a seat stays his to read and to take along. */
class ArchiveTest {
    private final Story story = new Story();

    @Test
    void it_has_ones_own_proposals_with_their_replies_and_reports_and_nothing_of_others() {
        story.replied();
        story.yangjin.post("/api/proposals", Story.text("央金的提案")).expect(201);
        story.tashi
                .post(
                        "/api/opinion-reports",
                        body("title", "乡镇退烧药断货", "situation", "五个乡镇缺药。", "analysis", "", "suggestions", "统一调配。"))
                .expect(201);
        var mine = archive(story.tashi);
        assertThat(mine)
                .contains("扎西履职文稿", "提案1：关于改善牧区冬季道路通行条件的建议", "1．把通村路列入养护计划", "2．在垭口设除雪点", "社情民意信息1：乡镇退烧药断货", "五个乡镇缺药。")
                .anyMatch(line -> line.startsWith("提案 1 件，社情民意信息 1 篇，读书发言 0 条，读书笔记 0 条。"))
                .anyMatch(line -> line.startsWith("县交通运输局答复："))
                .anyMatch(line -> line.startsWith("第一提案人　2026年3月2日　待评价　14-2-0001"))
                .noneMatch(line -> line.contains("央金"));
        assertThat(archive(story.yangjin)).contains("提案1：央金的提案").noneMatch(line -> line.contains("除雪点，"));
        assertThat(Reading.pdf(
                        story.tashi.get("/api/archive?format=PDF").expect(200).bytes()))
                .contains("扎西履职文稿")
                .contains("五个乡镇缺药。");
        story.tashi.get("/api/archive?format=EXE").refused(400, "request.malformed");
        assertThat(story.county.number(
                        "select count(*) from access_log where kind = 'exported' and seat_id = ? and detail = '本人履职文稿'",
                        story.tashi.seat()))
                .isEqualTo(2);
    }

    @Test
    void what_one_has_signed_is_in_it_while_the_signature_stands() {
        var id = story.draft();
        story.tashi
                .put(Story.at(id, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.yangjin
                .put(Story.at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        assertThat(archive(story.yangjin)).anyMatch(line -> line.startsWith("联名　"));
        story.yangjin.delete(Story.at(id, "signature")).expect(204);
        assertThat(archive(story.yangjin)).noneMatch(line -> line.startsWith("联名　"));
    }

    @Test
    void an_ended_seat_reads_its_own_and_takes_it_along_and_writes_nothing() {
        var id = story.replied();
        var others = story.yangjin
                .post("/api/proposals", Story.text("央金的提案"))
                .expect(201)
                .id();
        story.county.inside("update seat set status = 'ENDED' where id = ?", story.tashi.seat());
        story.county.inside("update seat_directory set status = 'ENDED' where seat_id = ?", story.tashi.seat());
        cn.tongxin.stage.Stage.shared().bean(cn.tongxin.identity.Callers.class).forget();
        assertThat(archive(story.tashi)).contains("提案1：关于改善牧区冬季道路通行条件的建议");
        assertThat(story.tashi
                        .get("/api/proposals?mine=true")
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(id.toString());
        var read = story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(read.at("/assignments/0/reply/text").asText()).isNotEmpty();
        assertThat(read.can()).isEmpty();
        story.tashi.get("/api/proposals/" + others).refused(404, "not-found");
        story.tashi.post("/api/proposals", Story.text("还想再写")).refused(403, "seat.not-active");
    }

    @Test
    void posts_and_notes_of_reading_are_in_it_but_what_one_has_deleted_is_not() {
        var circle = new ReadingCircle();
        post(circle.pema, circle.group, "湖边的木屋是一种活法。");
        var gone = post(circle.pema, circle.group, "写错了的话");
        post(circle.droma, circle.group, "别人的话");
        circle.pema.delete(circle.group + "/posts/" + gone);
        assertThat(archive(circle.pema))
                .contains("读书发言1：草原生态主题读书", "湖边的木屋是一种活法。")
                .doesNotContain("写错了的话", "别人的话");
    }

    private static String post(Person who, String group, String text) {
        return who.post(group + "/posts", body("id", Ids.next(), "kind", "NOTE", "text", text))
                .expect(201)
                .id()
                .toString();
    }

    private static List<String> archive(Person who) {
        return Reading.paragraphs(who.get("/api/archive").expect(200).bytes());
    }
}
