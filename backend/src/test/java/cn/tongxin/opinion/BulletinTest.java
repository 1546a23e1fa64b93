package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.composite;
import static cn.tongxin.opinion.Newsroom.single;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bulletins, their issues and the numbers of these. */
class BulletinTest {
    private final Newsroom room = new Newsroom();

    @Test
    void a_composite_is_one_piece_from_many_reports_and_each_author_is_told() {
        var one = room.approvable("甲");
        var two = room.approvable("乙");
        var three = room.approvable("丙");
        var issue = room.build(composite("两地反映断药", one, two), single(three));
        var shown = room.approver.get("/api/bulletin-issues/" + issue).expect(200);
        assertThat(shown.can()).containsExactly("issue");
        assertThat(room.editor.get("/api/bulletin-issues/" + issue).can()).containsExactly("edit", "delete");
        room.editor
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 1))
                .refused(403, "policy.not-allowed");
        var issued = room.approver
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 1))
                .expect(200);
        assertThat(issued.at("/items/0/reports")).hasSize(2);
        assertThat(issued.at("/items/1/text").asText()).startsWith("入冬以来");
        assertThat(room.tashi.get(at(two)).at("/issued/mode").asText()).isEqualTo("COMPOSITE");
        assertThat(room.tashi.get(at(three)).at("/issued/mode").asText()).isEqualTo("SINGLE");
        room.approver
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 2))
                .refused(409, "bulletin.issued");
        room.editor.delete("/api/bulletin-issues/" + issue).refused(409, "bulletin.issued");
        assertThat(room.editor
                        .get("/api/bulletin-issues")
                        .expect(200)
                        .at("/items/0/no")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void an_issue_is_built_from_what_is_being_edited_and_issued_once_all_is_approved() {
        var ready = room.approvable("甲");
        var notYet = room.taken("乙");
        var issue = room.build(single(ready), single(notYet));
        room.approver
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 1))
                .refused(409, "bulletin.not-ready");
        assertThat(room.tashi.get(at(ready)).at("/status").asText()).isEqualTo("IN_APPROVAL");
        room.editor
                .post("/api/bulletin-issues", body("bulletinId", room.bulletin(), "items", List.of(single(ready))))
                .refused(409, "bulletin.report-taken");
        room.editor
                .put("/api/bulletin-issues/" + issue, body("version", 7, "items", List.of()))
                .refused(409, "bulletin.version");
        room.editor
                .put("/api/bulletin-issues/" + issue, body("version", 1, "items", List.of()))
                .expect(200);
        room.approver
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 2))
                .refused(409, "bulletin.empty");
        room.editor
                .put("/api/bulletin-issues/" + issue, body("version", 2, "items", List.of(single(ready))))
                .expect(200);
        room.approver
                .put("/api/bulletin-issues/" + issue + "/issuing", body("version", 3))
                .expect(200);

        var other = room.build();
        room.editor.delete("/api/bulletin-issues/" + other).expect(204);
        room.editor.get("/api/bulletin-issues/" + other).refused(404, "not-found");
    }

    @Test
    void a_piece_is_one_report_alone_or_several_with_words_of_their_own() {
        var one = room.approvable("甲");
        var bulletin = room.bulletin();
        for (var wrong : List.of(
                body("mode", "COMPOSITE", "title", "题", "text", "文", "reportIds", List.of(one)),
                body("mode", "SINGLE", "reportIds", List.of()),
                body("reportIds", List.of(one)))) {
            room.editor
                    .post("/api/bulletin-issues", body("bulletinId", bulletin, "items", List.of(wrong)))
                    .refused(422, "fields.invalid");
        }
        room.editor
                .post("/api/bulletin-issues", body("bulletinId", bulletin, "items", List.of(single(one), single(one))))
                .refused(422, "fields.invalid")
                .naming("items");
        room.editor
                .post("/api/bulletin-issues", body("bulletinId", bulletin, "items", List.of(single(UUID.randomUUID()))))
                .refused(404, "not-found");
        room.editor
                .post(
                        "/api/bulletin-issues",
                        body("bulletinId", bulletin, "items", List.of(single(room.submitted("未收")))))
                .refused(409, "bulletin.not-ready");
    }

    @Test
    void numbers_of_a_year_have_no_gap_though_ten_issues_go_out_at_once() throws Exception {
        var bulletin = room.bulletin();
        assertThat(bulletin).isNotNull();
        var issues = IntStream.range(0, 10)
                .mapToObj(i -> room.build(single(room.approvable("第" + i))))
                .toList();
        try (var hands = Executors.newFixedThreadPool(10)) {
            var tasks = issues.stream()
                    .<Callable<Integer>>map(id -> () -> room.approver
                            .put("/api/bulletin-issues/" + id + "/issuing", body("version", 1))
                            .expect(200)
                            .at("/no")
                            .asInt())
                    .toList();
            var numbers = hands.invokeAll(tasks).stream()
                    .map(task -> task.resultNow())
                    .sorted()
                    .toList();
            assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    @Test
    void a_bulletin_has_a_name_of_its_own_and_takes_no_issues_once_it_is_ended() {
        var bulletin = room.bulletin();
        room.editor.post("/api/bulletins", body("name", "社情民意")).refused(409, "bulletin.name-taken");
        room.editor.post("/api/bulletins", body()).refused(422, "fields.invalid");
        var other = room.approver.post("/api/bulletins", body("name", "每月社情")).expect(201);
        room.editor
                .put("/api/bulletins/" + other.id(), body("version", 1, "name", "社情民意"))
                .refused(409, "bulletin.name-taken");
        room.editor
                .put("/api/bulletins/" + other.id(), body("version", 9, "name", "旬报"))
                .refused(409, "bulletin.version");
        room.editor
                .put("/api/bulletins/" + bulletin, body("version", 1, "name", "社情民意", "active", false))
                .expect(200);
        room.editor
                .post("/api/bulletin-issues", body("bulletinId", bulletin, "items", List.of()))
                .refused(422, "bulletin.ended");
    }

    @Test
    void an_approver_does_not_issue_his_own_report() {
        var both = room.committee.seatFor(room.tashi, cn.tongxin.tenancy.Role.INFO_APPROVER);
        var issue = room.build(single(room.approvable("甲")));
        both.put("/api/bulletin-issues/" + issue + "/issuing", body("version", 1))
                .expect(403);
    }
}
