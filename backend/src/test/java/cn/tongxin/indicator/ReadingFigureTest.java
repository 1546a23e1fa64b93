package cn.tongxin.indicator;

import static cn.tongxin.reading.digest.ReadingCircle.FIRST;
import static cn.tongxin.reading.digest.ReadingCircle.SECOND;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.evidence.Evidence;
import cn.tongxin.reading.digest.ReadingCircle;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** READ of the first set of indicators: each figure opens to its list, and moves when what it counted is taken back. */
class ReadingFigureTest {
    private final ReadingCircle circle = new ReadingCircle();

    @Test
    void members_joined_and_of_them_who_wrote_at_least_once() {
        assertThat(figure("reading.group")).isEqualTo("1");
        assertThat(figure("reading.member_joined")).isEqualTo("3");
        assertThat(figure("reading.member_contributed")).isEqualTo("0/3");
        var post = circle.wrote(circle.pema, "NOTE", "2026-02-26", "一条");
        var other = circle.wrote(circle.pema, "NOTE", "2026-02-27", "又一条");
        assertThat(figure("reading.member_contributed"))
                .as("whether, and never how often")
                .isEqualTo("1/3");
        circle.droma.delete(circle.group + "/membership").expect(204);
        assertThat(figure("reading.member_contributed")).isEqualTo("1/2");
        assertThat(excluded("reading.member_joined")).containsExactly("left");
        circle.pema.delete(circle.group + "/membership").expect(204);
        assertThat(figure("reading.member_contributed"))
                .as("what was written stays")
                .isEqualTo("1/2");
        circle.tashi
                .put(circle.group + "/posts/" + post + "/hiding", body("reason", "跑题"))
                .expect(200);
        assertThat(figure("reading.member_contributed")).as("one post is left").isEqualTo("1/2");
        circle.tashi
                .put(circle.group + "/posts/" + other + "/hiding", body("reason", "跑题"))
                .expect(200);
        assertThat(figure("reading.member_contributed")).isEqualTo("0/1");
        circle.pema.put(circle.group + "/membership", body()).expect(200);
        assertThat(figure("reading.member_contributed")).isEqualTo("0/2");
        var guest = circle.county.guest("读者");
        circle.tashi.put(circle.group + "/members/" + guest.seat(), body()).expect(204);
        assertThat(figure("reading.member_joined")).as("guests are not members").isEqualTo("2");
    }

    @Test
    void a_digest_counts_until_it_is_taken_back_and_a_correction_counts_nothing_new() {
        circle.publish(circle.droma, SECOND, 0, "小结");
        assertThat(figure("reading.digest")).isEqualTo("1");
        circle.droma
                .put(circle.week(SECOND) + "/correction", body("version", 1, "text", "小结二", "reason", "笔误"))
                .expect(200);
        assertThat(figure("reading.digest")).isEqualTo("1");
        circle.tashi
                .put(circle.week(SECOND) + "/withdrawal", body("version", 2, "reason", "发错"))
                .expect(200);
        assertThat(figure("reading.digest")).isEqualTo("0");
        assertThat(excluded("reading.digest")).containsExactly("withdrawn");
        assertThat(circle.county.number("select count(*) from evidence_reading_digest where role = 'HOST'"))
                .isEqualTo(1);
    }

    @Test
    void an_excellent_note_counts_once_the_office_has_approved_it() {
        var post = circle.wrote(circle.pema, "NOTE", "2026-02-26", "湖水照见人心。");
        var path = circle.group + "/posts/" + post;
        circle.office.put(path + "/approval", body()).refused(409, "reading.not-excellent");
        circle.praise(post);
        assertThat(figure("reading.excellent_note")).isEqualTo("0");
        assertThat(excluded("reading.excellent_note")).containsExactly("not-approved");
        circle.tashi.put(path + "/approval", body()).refused(403, "policy.not-allowed");
        circle.tashi.get("/api/reading-excellent").refused(403, "policy.not-allowed");
        var waiting = circle.office.get("/api/reading-excellent?approved=false").expect(200);
        assertThat(waiting.at("/items/0/theme").asText()).isEqualTo("草原生态主题读书");
        assertThat(waiting.at("/items/0/post/can").valueStream().map(can -> can.asText()))
                .contains("approve");
        assertThat(circle.office.get("/api/todo").expect(200).json().findValuesAsText("verb"))
                .contains("APPROVE_NOTE");

        assertThat(circle.office
                        .put(path + "/approval", body())
                        .expect(200)
                        .at("/approved")
                        .asBoolean())
                .isTrue();
        circle.office.put(path + "/approval", body()).expect(200);
        assertThat(figure("reading.excellent_note")).isEqualTo("1");
        assertThat(circle.office.get("/api/todo").expect(200).json().findValuesAsText("verb"))
                .doesNotContain("APPROVE_NOTE");
        circle.office.delete(path + "/approval").expect(200);
        assertThat(figure("reading.excellent_note")).isEqualTo("0");
        circle.office.put(path + "/approval", body()).expect(200);
        circle.tashi.delete(path + "/praise").refused(409, "reading.note-approved");
        circle.office.delete(path + "/praise").expect(200);
        assertThat(figure("reading.excellent_note")).isEqualTo("0");
        circle.office.put(path + "/praise", body()).expect(200);
        assertThat(figure("reading.excellent_note"))
                .as("what the office picks itself it approves")
                .isEqualTo("1");
    }

    @Test
    void sessions_and_guides_are_counted_by_what_was_held() {
        circle.office
                .post(
                        circle.group + "/sessions",
                        body(
                                "startsOn",
                                "2026-02-18",
                                "topic",
                                "导读",
                                "hostId",
                                circle.tashi.seat(),
                                "guideId",
                                circle.pema.seat()))
                .expect(201);
        assertThat(figure("reading.session")).isEqualTo("0");
        assertThat(figure("reading.guide")).isEqualTo("0");
        circle.county.inside("update reading_session set status = 'LED', held_on = starts_on");
        assertThat(figure("reading.session")).isEqualTo("2");
        assertThat(figure("reading.guide")).isEqualTo("1");
        circle.county.inside(
                "update reading_session set status = 'PLANNED', held_on = null where guide_id is not null");
        assertThat(figure("reading.session")).isEqualTo("1");
        assertThat(figure("reading.guide")).isEqualTo("0");
        var stage = circle.county.stage();
        assertThat(stage.bean(Transactions.class)
                        .in(circle.county.id(), () -> stage.bean(Evidence.class).findDoubles()))
                .isEmpty();
    }

    @Test
    void what_happens_in_two_sessions_is_counted_in_each_its_own() {
        var admin = circle.county.staff("管理员", Role.TENANT_ADMIN);
        var clock = circle.county.stage().clock;
        var today = LocalDate.now(clock);
        admin.post("/api/terms", body("no", 14)).expect(201);
        plenary(admin, 1, today.minusDays(30));
        plenary(admin, 2, today.plusDays(5));
        circle.publish(circle.tashi, FIRST, 0, "第一周");
        assertThat(inSession("reading.digest", "14-1")).isEqualTo("1");
        assertThat(inSession("reading.digest", "14-2")).isEqualTo("0");
        clock.pass(Duration.ofDays(10));
        circle.publish(circle.droma, SECOND, 0, "第二周");
        circle.tashi
                .put(circle.week(FIRST) + "/correction", body("version", 1, "text", "改", "reason", "笔误"))
                .expect(200);
        assertThat(inSession("reading.digest", "14-1"))
                .as("a correction leaves it in its session")
                .isEqualTo("1");
        assertThat(inSession("reading.digest", "14-2")).isEqualTo("1");
        assertThat(circle.county.number("select count(*) from evidence_reading_digest where session_id is null"))
                .isZero();
    }

    @Test
    void members_and_guides_are_counted_once_in_a_session_whatever_the_year() {
        var admin = circle.county.staff("管理员", Role.TENANT_ADMIN);
        admin.post("/api/terms", body("no", 14)).expect(201);
        var first = plenary(admin, 1, LocalDate.parse("2025-02-01"));
        circle.county.inside("update reading_group set session_period_id = ?", first);
        var office = circle.office;
        for (var day : List.of("2025-12-01", "2026-01-05")) {
            office.post(
                            circle.group + "/sessions",
                            body(
                                    "startsOn",
                                    "2026-02-18",
                                    "topic",
                                    "导读" + day,
                                    "hostId",
                                    circle.tashi.seat(),
                                    "guideId",
                                    circle.pema.seat()))
                    .expect(201);
            circle.county.inside(
                    "update reading_session set status = 'LED', held_on = ?::date, session_period_id = ? where topic = ?",
                    day,
                    first,
                    "导读" + day);
        }
        assertThat(inSession("reading.guide", "14-1")).isEqualTo("1");
        assertThat(inSession("reading.session", "14-1")).isEqualTo("2");
        assertThat(inSession("reading.group", "14-1")).isEqualTo("1");
        assertThat(inSession("reading.member_joined", "14-1")).isEqualTo("3");
        assertThat(inSession("reading.member_contributed", "14-1")).isEqualTo("0/3");
        var stage = circle.county.stage();
        assertThat(stage.bean(Transactions.class)
                        .in(circle.county.id(), () -> stage.bean(Evidence.class).findDoubles()))
                .isEmpty();
    }

    private static UUID plenary(Person admin, int no, LocalDate opens) {
        return admin.post("/api/sessions", body("termNo", 14, "sessionNo", no, "opensOn", opens.toString()))
                .expect(201)
                .id();
    }

    private String inSession(String key, String session) {
        return figure(key, "basis=session&period=" + session);
    }

    /** Of 2026: n, of a rate n/N; the list behind it has as many rows. */
    private String figure(String key) {
        return figure(key, "basis=year&period=2026");
    }

    private String figure(String key, String when) {
        for (var figure :
                circle.office.get("/api/indicators?" + when).expect(200).json()) {
            if (figure.path("key").asText().equals(key)) {
                var n = figure.path("n").asText();
                var whole = figure.has("N") ? figure.path("N").asText() : n;
                assertThat(items(key, when)).as(key).hasSize(Integer.parseInt(whole));
                return figure.has("N") ? n + "/" + whole : n;
            }
        }
        assertThat(items(key, when)).isEmpty();
        return "0";
    }

    private List<String> excluded(String key) {
        return items(key, "basis=year&period=2026&excluded=true");
    }

    private List<String> items(String key, String when) {
        return circle.office
                .get("/api/indicators/" + key + "/items?" + when)
                .expect(200)
                .at("/items")
                .valueStream()
                .map(item -> item.path("whyNot").asText())
                .toList();
    }
}
