package cn.tongxin.proposal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.migrations.Migrate;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proposals are found by their words, each by who may see it; what is alike is shown to who writes. */
class SearchTest {
    private final Story story = new Story();

    private static List<UUID> found(Person who, String words) {
        return ids(who.get("/api/proposals?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    private static List<UUID> ids(Answer page) {
        return page.expect(200).at("/items").findValuesAsText("id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private UUID submitted(Person who, String title) {
        var id = who.post("/api/proposals", text(title)).expect(201).id();
        who.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        return id;
    }

    @Test
    void two_characters_of_title_text_or_proponent_find_it_and_so_does_its_number() {
        var id = story.filed();
        for (var words : List.of("牧区", "塌方", "垭口", "扎西", "14-2-0001", "道路 除雪", "路", "') | ('牧区")) {
            assertThat(found(story.office, words)).as(words).containsExactly(id);
        }
        for (var words : List.of("区牧", "14-2-000", "没有这个词", "') | ('没有", "·", "道路 没有")) {
            assertThat(found(story.office, words)).as(words).isEmpty();
        }
    }

    @Test
    void drafts_are_not_found_and_an_edited_text_by_its_new_words() {
        var draft = story.draft();
        assertThat(found(story.tashi, "牧区")).isEmpty();
        story.tashi
                .put(at(draft, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(found(story.tashi, "牧区")).containsExactly(draft);
        story.office.put(at(draft, "returning"), body("reason", "请修改")).expect(200);
        assertThat(found(story.office, "牧区")).isEmpty();
        assertThat(story.county.number("select count(*) from search_token")).isZero();
        var other = text("关于湖泊保护的建议");
        other.put("version", 3);
        story.tashi.put("/api/proposals/" + draft, other).expect(200);
        story.tashi
                .put(at(draft, "submission"), body("version", 4, "secrecyConfirmed", true))
                .expect(200);
        assertThat(found(story.office, "湖泊")).containsExactly(draft);
        story.tashi.put(at(draft, "withdrawal"), body()).expect(200);
        assertThat(found(story.office, "湖泊")).containsExactly(draft);
    }

    @Test
    void everybody_finds_only_what_he_sees() {
        var mine = submitted(story.tashi, "关于寄宿学校的建议");
        var theirs = submitted(story.yangjin, "关于寄宿学校食堂的建议");
        var handled = story.assigned();
        assertThat(found(story.office, "建议")).containsExactly(handled, theirs, mine);
        assertThat(found(story.tashi, "学校")).containsExactly(mine);
        assertThat(found(story.yangjin, "学校")).containsExactly(theirs);
        assertThat(found(story.clerk, "建议")).containsExactly(handled);
        assertThat(found(story.otherClerk, "建议")).isEmpty();
        var elsewhere = new Story();
        assertThat(found(elsewhere.office, "建议")).isEmpty();
        story.county.guest("客人").get("/api/proposals?q=x").refused(403, "policy.not-allowed");
    }

    @Test
    void a_search_goes_on_by_pages_and_takes_filters_and_counts() {
        var first = submitted(story.tashi, "关于温室的建议");
        var second = submitted(story.yangjin, "关于温室大棚的建议");
        var third = submitted(story.tashi, "关于温室补贴的建议");
        var words = URLEncoder.encode("温室", StandardCharsets.UTF_8);
        var page = story.office.get("/api/proposals?limit=2&q=" + words).expect(200);
        assertThat(ids(page)).containsExactly(third, second);
        var next = "/api/proposals?limit=2&q=" + words + "&after="
                + page.at("/next").asText();
        assertThat(ids(story.office.quietly("GET", next, null, "application/json")))
                .containsExactly(first);
        var counted = story.office.get("/api/proposals?limit=1&count=true&status=SUBMITTED&q=" + words);
        assertThat(counted.at("/total").asInt()).isEqualTo(3);
    }

    @Test
    void what_is_alike_is_shown_to_who_writes_and_blocks_nothing() {
        var there = submitted(story.yangjin, "关于改善牧区冬季道路通行条件的建议");
        var hidden = text("关于改善牧区冬季道路通行条件的另一个建议");
        hidden.put("openToPublic", false);
        hidden.put("notOpenReason", "涉及个人");
        var closed = story.yangjin.post("/api/proposals", hidden).expect(201).id();
        story.yangjin
                .put(at(closed, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);

        var writing = body("title", "改善牧区冬季道路通行的建议", "text", "牧区道路塌方");
        var alike =
                story.tashi.post("/api/proposals/similar", writing).expect(200).json();
        assertThat(alike.findValuesAsText("id")).containsExactly(there.toString());
        assertThat(alike.at("/0/proponent").asText()).isEqualTo("央金");
        assertThat(alike.at("/0/percent").asInt()).isBetween(20, 100);
        assertThat(story.office
                        .post("/api/proposals/similar", writing)
                        .expect(200)
                        .json()
                        .size())
                .isEqualTo(2);
        story.yangjin.put(at(there, "withdrawal"), body()).expect(200);
        assertThat(story.tashi
                        .post("/api/proposals/similar", writing)
                        .expect(200)
                        .json())
                .as("what was taken back is shown to its proponent and the office alone")
                .isEmpty();
        assertThat(story.yangjin
                        .post("/api/proposals/similar", writing)
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(there.toString());
        assertThat(story.tashi
                        .post("/api/proposals/similar", body("title", "完全不相干的内容"))
                        .expect(200)
                        .json()
                        .size())
                .isZero();
        assertThat(story.tashi
                        .post("/api/proposals/similar", body())
                        .expect(200)
                        .json()
                        .size())
                .isZero();
        story.clerk.post("/api/proposals/similar", writing).refused(403, "policy.not-allowed");

        submitted(story.tashi, "关于改善牧区冬季道路通行条件的建议");
    }

    @Test
    void the_units_of_what_was_alike_are_named_as_they_were_and_offered_as_they_are() {
        var earlier = story.assigned();
        var secret = text("关于改善牧区冬季道路通行条件的内部建议");
        secret.put("openToPublic", false);
        secret.put("notOpenReason", "涉及个人");
        var hidden = story.yangjin.post("/api/proposals", secret).expect(201).id();
        story.yangjin
                .put(at(hidden, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(at(hidden, "acceptance"), body()).expect(200);
        story.office
                .put(at(hidden, "review"), body("stage", 1, "comment", "具体"))
                .expect(200);
        story.office.put(at(hidden, "review"), body("stage", 2)).expect(200);
        story.office.put(at(hidden, "filing"), body()).expect(200);
        story.office
                .put(at(hidden, "assignment"), Story.toUnit(story.otherUnit))
                .expect(200);
        var heir = story.office
                .post("/api/units", body("name", "县综合交通局", "validFrom", "2026-01-01"))
                .expect(201)
                .id();
        var now = submitted(story.yangjin, "关于改善牧区冬季道路通行条件的新建议");
        story.county.inside(
                "update handling_unit set valid_to = '2026-01-01', successor_id = ? where id = ?", heir, story.unit);

        var mine = story.yangjin.get(at(now, "similar")).expect(200).json();
        assertThat(mine.findValuesAsText("name")).contains("县交通运输局", "县农业农村局");
        var writing = body("title", "改善牧区冬季道路通行的建议", "text", "牧区道路塌方");
        var written = story.tashi
                .post("/api/proposals/similar", writing)
                .expect(200)
                .json()
                .valueStream()
                .filter(one -> one.path("id").asText().equals(earlier.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(written.at("/units/0/name").asText()).isEqualTo("县交通运输局");
        assertThat(written.at("/units/0/role").asText()).isEqualTo("SOLE");
        assertThat(written.at("/units/0/id").asText()).isEqualTo(heir.toString());
        assertThat(story.tashi
                        .post("/api/proposals/similar", writing)
                        .expect(200)
                        .text())
                .as("another's, not open to the public")
                .doesNotContain("县农业农村局", "内部建议");

        assertThat(story.office.get(at(now, "similar")).expect(200).text()).contains("县交通运输局");
        story.tashi.get(at(hidden, "similar")).refused(404, "not-found");
        story.otherClerk.get(at(hidden, "similar")).refused(403, "policy.not-allowed");
    }

    @Test
    void what_was_there_before_the_search_is_fed_once_by_time() {
        var id = story.filed();
        story.draft();
        story.county.inside("delete from search_token");
        story.county.inside("delete from search_document");
        assertThat(found(story.office, "牧区")).isEmpty();
        story.time();
        assertThat(found(story.office, "牧区")).containsExactly(id);
    }

    @Test
    void the_checks_know_the_one_exception_by_name() throws Exception {
        try (var db = Stage.shared().superuser()) {
            db.setAutoCommit(false);
            try (var statement = db.createStatement()) {
                assertThat(Migrate.complaints(db)).isEmpty();
                statement.execute(
                        "create function cell.other_hits() returns integer language sql security definer as 'select 1'");
                statement.execute("revoke all on function cell.other_hits() from public");
                statement.execute("create policy search on cell.proposal for select to app_search using (true)");
                statement.execute("grant select on cell.proposal to app_search");
                assertThat(String.join(" ", Migrate.complaints(db))).contains("other_hits", "02_policy", "08_grant");
            } finally {
                db.rollback();
            }
        }
    }
}
