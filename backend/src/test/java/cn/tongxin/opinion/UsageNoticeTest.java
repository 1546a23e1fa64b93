package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.instruction;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.today;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What organisations are told of the use of their reports (domain §3.2): the indicators' own figures, in no order of merit. */
class UsageNoticeTest {
    private static final String YEAR = "/api/usage-notice?basis=year&period=2026";
    private static final String SESSION = "/api/usage-notice?basis=session&period=14-2";

    private final Newsroom room = new Newsroom();
    private final Person admin = room.committee.staff("管理员", Role.TENANT_ADMIN);
    private final Person affairs = room.committee.staff("委员科", Role.MEMBER_AFFAIRS);

    UsageNoticeTest() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        admin.post(
                        "/api/sessions",
                        body("termNo", 14, "sessionNo", 2, "opensOn", "2026-01-15", "closesOn", "2026-01-18"))
                .expect(201);
    }

    @Test
    void organisations_stand_in_the_committees_order_and_members_together_whatever_the_figures() {
        var committee = organization("提案委", "SPECIAL_COMMITTEE");
        var league = organization("民盟县支部", "PARTY");
        var commerce = organization("县工商联", "ORGANIZATION");
        report(league, "牧区缺兽医");
        report(committee, "河道淤积");
        for (var title : List.of("断药", "断电", "断水")) {
            used(issued(report(commerce, title)), "COUNTY");
        }
        var mine = issued(report(room.tashi, "校车不足"));
        used(mine, "PROVINCE");
        used(mine, "NATIONAL");
        room.editor.post(at(mine, "outcomes"), instruction("李书记", today())).expect(201);
        report(room.yangjin, "路灯不亮");
        informed("信息员反映", "INFORMANT");

        for (var period : List.of(YEAR, SESSION)) {
            assertThat(lines(room.editor.get(period).expect(200)))
                    .containsExactly(
                            "民盟县支部 1 0 0 0 0 0 0",
                            "县工商联 3 3 3 0 0 0 0",
                            "提案委 1 0 0 0 0 0 0",
                            "MEMBER 2 1 0 0 1 1 1",
                            "INFORMANT 1 0 0 0 0 0 0",
                            "total 8 4 3 0 1 1 1");
        }
        assertThat(room.editor.get(YEAR).text()).doesNotContain("扎西", "央金");
    }

    @Test
    void the_lines_make_the_indicators_and_what_counts_no_more_counts_in_neither() {
        var commerce = organization("县工商联", "ORGANIZATION");
        var kept = issued(report(commerce, "断药"));
        used(kept, "COUNTY");
        room.editor.post(at(kept, "outcomes"), instruction("李书记", today())).expect(201);
        room.editor.post(at(kept, "outcomes"), instruction("王县长", today())).expect(201);
        var wrong = used(kept, "NATIONAL");
        room.editor
                .send("DELETE", "/api/opinion-outcomes/" + wrong, body("reason", "误登"))
                .expect(200);
        var gone = issued(report(room.tashi, "断电"));
        used(gone, "COUNTY");
        room.editor.put(at(gone, "withdrawal"), body("reason", "有误")).expect(200);
        var along = text("两人同写");
        along.put("coauthors", List.of(body("seatId", room.yangjin.seat())));
        submitted(room.tashi, along);

        for (var period : List.of("basis=year&period=2026", "basis=session&period=14-2")) {
            assertThat(lines(room.editor.get("/api/usage-notice?" + period).expect(200)))
                    .containsExactly("县工商联 1 1 1 0 0 0 2", "MEMBER 2 0 0 0 0 0 0", "total 3 1 1 0 0 0 2");
            assertThat(figures(period))
                    .contains(
                            "opinion.submitted 3",
                            "opinion.issued 1",
                            "opinion.used_county 1",
                            "opinion.used_national 0",
                            "opinion.instructions_prefecture 2");
        }
        assertThat(lines(room.editor
                        .get("/api/usage-notice?basis=year&period=2025")
                        .expect(200)))
                .containsExactly("total 0 0 0 0 0 0 0");
    }

    @Test
    void it_is_taken_away_as_word_pdf_and_excel_and_logged() {
        var commerce = organization("县工商联", "ORGANIZATION");
        used(issued(report(commerce, "断药")), "COUNTY");
        report(room.tashi, "断电");
        var paper = room.editor.get(part("paper", YEAR)).expect(200);
        var told = Reading.paragraphs(paper.bytes());
        assertThat(told)
                .anyMatch(line -> line.contains("2026年共收到社情民意信息2篇，编发1篇；县级采用1篇次"))
                .containsSubsequence("县工商联", "1", "1", "1", "0", "0", "0", "0", "委员个人", "1", "0", "合计", "2", "1")
                .noneMatch(line -> line.contains("{{") || line.contains("扎西"));
        var pdf = room.approver.get(part("paper", SESSION) + "&format=PDF").expect(200);
        assertThat(Reading.pdf(pdf.bytes()).replaceAll("\\s", "")).contains("社情民意信息采用情况通报", "不分名次");
        var rows =
                Reading.rows(room.editor.get(part("sheet", SESSION)).expect(200).bytes());
        assertThat(rows.get(0)).contains("社情民意信息采用情况通报");
        assertThat(rows.subList(1, rows.size()))
                .containsExactly(
                        "单位|来稿|编发|县级采用|州市级采用|省级采用|全国采用|批示",
                        "县工商联|1|1|1|0|0|0|0",
                        "委员个人|1|0|0|0|0|0|0",
                        "合计|2|1|1|0|0|0|0");
        assertThat(room.committee.number(
                        "select count(*) from access_log where kind = 'exported' and detail like '%社情民意信息采用情况通报'"))
                .isEqualTo(3);
        room.editor
                .get(part("paper", "/api/usage-notice?basis=session&period=14-5"))
                .refused(404, "not-found");
        room.editor
                .get(part("sheet", "/api/usage-notice?basis=session&period=14-5"))
                .refused(404, "not-found");
    }

    @Test
    void it_is_for_those_who_may_open_the_lists_of_reports() {
        room.approver.get(YEAR).expect(200);
        room.committee.staff("秘书长", Role.SECRETARY_GENERAL).get(YEAR).expect(200);
        for (var other : List.of(room.tashi, admin, affairs, room.committee.staff("主席", Role.CHAIR_COUNCIL))) {
            other.get(YEAR).refused(403, "policy.not-allowed");
            other.get(part("paper", YEAR)).refused(403, "policy.not-allowed");
            other.get(part("sheet", YEAR)).refused(403, "policy.not-allowed");
        }
        room.editor.get("/api/usage-notice?basis=month&period=2026").refused(400, "period.basis");
        room.editor.get("/api/usage-notice?basis=year&period=14-2").refused(400, "period.malformed");
    }

    private Person organization(String name, String kind) {
        var body = room.committee.member(name);
        room.committee.inside("update seat_role set role = 'ORG_ACCOUNT' where seat_id = ?", body.seat());
        affairs.put("/api/organizations/" + body.seat(), body("kind", kind, "clerks", List.of()))
                .expect(200);
        return body;
    }

    private UUID report(Person author, String title) {
        return submitted(author, text(title));
    }

    private UUID informed(String title, String kind) {
        var text = text(title);
        text.put("authorKind", kind);
        text.put("coauthors", List.of(body("name", "信息员小李")));
        return submitted(room.editor, text);
    }

    private static UUID submitted(Person author, Object text) {
        var id = author.post("/api/opinion-reports", text).expect(201).id();
        author.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        return id;
    }

    private UUID issued(UUID id) {
        room.editor.put(at(id, "editing"), body()).expect(200);
        room.editor.put(at(id, "approval-request"), body()).expect(200);
        room.issue(Newsroom.single(id)).expect(200);
        return id;
    }

    /** The id of what was noted. */
    private String used(UUID id, String level) {
        return room.editor
                .post(at(id, "outcomes"), body("kind", "USED", "level", level, "on", today()))
                .expect(201)
                .at("/outcomes")
                .valueStream()
                .filter(outcome -> outcome.path("level").asText().equals(level))
                .map(outcome -> outcome.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String part(String what, String of) {
        return of.replace("?", "/" + what + "?");
    }

    /** Name or kind with the seven numbers; the sum last. */
    private static List<String> lines(Answer notice) {
        var lines = notice.at("/lines")
                .valueStream()
                .map(line -> (line.hasNonNull("name")
                                ? line.path("name").asText()
                                : line.path("by").asText())
                        + numbers(line.path("figures")))
                .collect(Collectors.toList());
        lines.add("total" + numbers(notice.at("/total")));
        return lines;
    }

    private static String numbers(JsonNode figures) {
        return List.of(
                        "submitted",
                        "issued",
                        "usedCounty",
                        "usedPrefecture",
                        "usedProvince",
                        "usedNational",
                        "instructed")
                .stream()
                .map(name -> " " + figures.path(name).asInt(-1))
                .collect(Collectors.joining());
    }

    private List<String> figures(String period) {
        return room.editor
                .get("/api/indicators?" + period)
                .expect(200)
                .json()
                .valueStream()
                .map(figure ->
                        figure.path("key").asText() + " " + figure.path("n").asInt())
                .toList();
    }
}
