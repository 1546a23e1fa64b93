package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.schedule.Schedule;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What nobody does but time, once for each deadline. */
class TimeTest {
    private final Story story = new Story();

    @Test
    void silence_past_the_return_window_is_acceptance_where_the_setting_says_so() {
        var assignment = story.assignmentOf(story.assigned());
        story.time();
        assertThat(status(assignment)).isEqualTo("SENT");
        later(Duration.ofDays(8), () -> {
            story.time();
            var accepted = story.clerk.get(path(assignment)).expect(200);
            assertThat(accepted.at("/status").asText()).isEqualTo("ACCEPTED");
            assertThat(accepted.at("/acceptedBySilence").asBoolean()).isTrue();
            assertThat(accepted.at("/acceptedOn").asText()).isEqualTo("2026-03-10");
            story.time();
            assertThat(lines("assignment.accepted-by-silence", assignment)).isEqualTo(1);
            assertThat(told(story.clerk)).anyMatch(title -> title.contains("视为签收"));
        });

        var strict = new Story();
        strict.setting("handling.silence-accepts", false);
        var waiting = strict.assignmentOf(strict.assigned());
        later(Duration.ofDays(8), () -> {
            strict.time();
            assertThat(strict.office.get(path(waiting)).at("/status").asText()).isEqualTo("SENT");
        });
    }

    @Test
    void a_unit_that_has_not_signed_in_time_is_listed_and_waits_for_the_office_to_urge_it() {
        var strict = new Story();
        strict.setting("handling.silence-accepts", false);
        var waiting = strict.assignmentOf(strict.assigned());
        assertThat(strict.office
                        .get("/api/assignments?due=UNSIGNED")
                        .expect(200)
                        .at("/items"))
                .as("there is time")
                .isEmpty();
        assertThat(strict.office.get("/api/todo").json().toString()).doesNotContain("URGE_SIGNING");
        later(Duration.ofDays(8), () -> {
            assertThat(strict.office
                            .get("/api/assignments?due=UNSIGNED")
                            .expect(200)
                            .at("/items/0/id")
                            .asText())
                    .isEqualTo(waiting.toString());
            assertThat(strict.office.get("/api/todo").json().toString()).contains("URGE_SIGNING");
            assertThat(strict.clerk.get("/api/todo").json().toString()).doesNotContain("URGE_SIGNING");
            strict.office
                    .post(path(waiting) + "/urgings", body("text", "请尽快签收"))
                    .expect(200);
            assertThat(strict.office.get("/api/todo").json().toString())
                    .as("who was urged is left alone for a while")
                    .doesNotContain("URGE_SIGNING");
            strict.clerk.put(path(waiting) + "/acceptance", body()).expect(200);
            assertThat(strict.office
                            .get("/api/assignments?due=UNSIGNED")
                            .expect(200)
                            .at("/items"))
                    .isEmpty();
        });
    }

    /** As it was handed over before the holidays of 2026 were out: every Monday to Friday counted. */
    @Test
    void a_provisional_date_is_counted_anew_once_the_notice_is_out_and_told_once() {
        var assignment = story.assignmentOf(story.assigned());
        var known = story.clerk.get(path(assignment)).expect(200);
        assertThat(known.at("/replyBy").asText()).isEqualTo("2026-06-02");
        story.county.inside("""
                update handling_assignment
                   set reply_by = '2026-05-28',
                       return_by = '2026-03-06',
                       deadlines = jsonb_set(jsonb_set(jsonb_set(deadlines, '{reply,provisional}', 'true'),
                               '{reply,explanation,missingYears}', '[2026]'), '{giveBack,provisional}', 'true')
                 where id = ?""", assignment);
        story.time();
        story.time();
        var settled = story.clerk.get(path(assignment)).expect(200);
        assertThat(settled.at("/replyBy").asText()).isEqualTo("2026-06-02");
        assertThat(settled.at("/returnBy").asText()).isEqualTo("2026-03-09");
        assertThat(settled.at("/deadlines").toString())
                .isEqualTo(known.at("/deadlines").toString());
        assertThat(told(story.clerk)).containsOnlyOnce("放假安排已公布，《关于改善牧区冬季道路通行条件的建议》的答复期限重新计算为 2026年6月2日");
        story.county.inside("""
                update handling_assignment
                   set deadlines = jsonb_set(jsonb_set(deadlines, '{reply,provisional}', 'true'),
                               '{reply,explanation,missingYears}', '[2026, 2027]')
                 where id = ?""", assignment);
        story.time();
        assertThat(story.clerk
                        .get(path(assignment))
                        .expect(200)
                        .at("/deadlines/reply/provisional")
                        .asBoolean())
                .as("a notice is still missing")
                .isTrue();
    }

    @Test
    void a_delay_is_foretold_stored_urged_and_told_higher_and_higher() {
        var assignment = story.assignmentOf(story.assigned());
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        var leader = story.county.staff("局长", Role.UNIT_LEADER);
        story.county.inside("update seat_role set unit_id = ? where seat_id = ?", story.unit, leader.seat());
        var chair = story.county.member("主席");
        story.county.inside(
                "insert into seat_role (seat_id, role, granted_at) values (?, 'CHAIR_COUNCIL', now())", chair.seat());

        later(Duration.ofDays(85), () -> {
            story.time();
            assertThat(told(story.clerk)).anyMatch(title -> title.contains("即将到期"));
            assertThat(story.clerk.get(path(assignment)).json().has("overdueSince"))
                    .isFalse();
        });
        later(Duration.ofDays(93), () -> {
            story.time();
            story.time();
            var late = story.office.get(path(assignment)).expect(200);
            assertThat(late.at("/overdueSince").asText()).isEqualTo("2026-06-03");
            assertThat(lines("assignment.overdue", assignment)).isEqualTo(1);
            assertThat(lines("assignment.escalated", assignment)).isZero();
            assertThat(story.office.get("/api/todo").json().toString()).contains("\"URGE\"");
            story.clerk.post(path(assignment) + "/urgings", body("text", "请抓紧")).refused(403, "policy.not-allowed");
            story.office
                    .post(path(assignment) + "/urgings", body())
                    .refused(422, "fields.invalid")
                    .naming("text");
            story.office
                    .post(path(assignment) + "/urgings", body("text", "请于本周内答复"))
                    .expect(200);
            assertThat(story.office.get("/api/todo").json().toString()).doesNotContain("\"URGE\"");
        });
        later(Duration.ofDays(100), () -> {
            story.time();
            assertThat(told(leader)).anyMatch(title -> title.contains("督办"));
            assertThat(told(chair)).isEmpty();
            assertThat(chair.get("/api/assignments").expect(200).at("/items")).isEmpty();
            chair.get(path(assignment)).refused(404, "not-found");
        });
        later(Duration.ofDays(110), () -> {
            story.time();
            assertThat(told(chair)).anyMatch(title -> title.contains("督办"));
            assertThat(story.office
                            .get("/api/assignments?due=SUPERVISED")
                            .at("/items/0/id")
                            .asText())
                    .isEqualTo(assignment.toString());
            var list = chair.get("/api/assignments?due=SUPERVISED").expect(200);
            assertThat(list.at("/items/0/id").asText()).isEqualTo(assignment.toString());
            assertThat(list.at("/items/0/unitName").asText()).isEqualTo("县交通运输局");
            assertThat(chair.get(path(assignment)).expect(200).can()).isEmpty();
            chair.post(path(assignment) + "/urgings", body("text", "请抓紧")).refused(403, "policy.not-allowed");
            story.yangjin.get("/api/assignments?due=SUPERVISED").refused(403, "policy.not-allowed");
            chair.get("/api/promises").refused(403, "policy.not-allowed");
            story.clerk.put(path(assignment) + "/reply", Story.reply(2)).expect(200);
            var replied = story.office.get(path(assignment)).expect(200);
            assertThat(replied.at("/overdueSince").asText())
                    .as("kept though it was given since")
                    .isEqualTo("2026-06-03");
            assertThat(replied.at("/overdue").asBoolean()).isFalse();
        });
    }

    @Test
    void an_extension_is_a_new_deadline_with_notices_of_its_own() {
        var assignment = story.assignmentOf(story.assigned());
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        later(Duration.ofDays(93), () -> {
            story.time();
            story.clerk
                    .put(path(assignment) + "/extension-request", body("until", "2026-06-20", "reason", "汛期"))
                    .expect(200);
            story.office
                    .put(path(assignment) + "/extension-decision", body("granted", true))
                    .expect(200);
        });
        later(Duration.ofDays(115), () -> {
            story.time();
            assertThat(lines("assignment.overdue", assignment)).isEqualTo(2);
            assertThat(story.office.get(path(assignment)).at("/overdueSince").asText())
                    .as("when it happened first")
                    .isEqualTo("2026-06-03");
        });
    }

    @Test
    void a_new_day_ends_the_supervision_until_it_is_late_anew() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        var chair = story.county.member("主席");
        story.county.inside(
                "insert into seat_role (seat_id, role, granted_at) values (?, 'CHAIR_COUNCIL', now())", chair.seat());
        later(Duration.ofDays(100), story::time);
        later(Duration.ofDays(110), () -> {
            story.time();
            story.office
                    .post(path(assignment) + "/urgings", body("text", "请抓紧"))
                    .expect(200);
            story.clerk
                    .put(path(assignment) + "/extension-request", body("until", "2026-06-30", "reason", "汛期"))
                    .expect(200);
            story.office
                    .put(path(assignment) + "/extension-decision", body("granted", false, "reason", "已多次催办"))
                    .expect(200);
            chair.get(path(assignment)).expect(200);
            story.clerk
                    .put(path(assignment) + "/extension-request", body("until", "2026-06-30", "reason", "汛期"))
                    .expect(200);
            chair.get(path(assignment)).expect(200);
            story.office
                    .put(path(assignment) + "/extension-decision", body("granted", true))
                    .expect(200);
            assertNotSupervised(assignment, chair);
            assertThat(lines("assignment.escalated", assignment))
                    .as("what was told is told")
                    .isEqualTo(2);
        });
        later(Duration.ofDays(130), story::time);
        later(Duration.ofDays(145), () -> {
            story.time();
            assertThat(story.office.get(path(assignment)).at("/escalatedTo").asText())
                    .isEqualTo("BOARD");
            chair.get(path(assignment)).expect(200);
            var version = story.clerk.get(path(assignment)).expect(200).version();
            story.clerk.put(path(assignment) + "/reply", Story.reply(version)).expect(200);
            story.approve(assignment);
            story.tashi
                    .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "NOT_SATISFIED"))
                    .expect(200);
            story.office.put(Story.at(id, "rehandling"), body()).expect(200);
            assertThat(status(assignment)).isEqualTo("ACCEPTED");
            assertNotSupervised(assignment, chair);
        });
    }

    private void assertNotSupervised(UUID assignment, Person chair) {
        var seen = story.office.get(path(assignment)).expect(200);
        assertThat(seen.at("/overdue").asBoolean()).isFalse();
        assertThat(seen.json().has("escalatedTo")).isFalse();
        assertThat(seen.json().has("urgedOn")).isFalse();
        assertThat(seen.at("/overdueSince").asText())
                .as("that it was late stays")
                .isEqualTo("2026-06-03");
        chair.get(path(assignment)).refused(404, "not-found");
        assertThat(chair.get("/api/assignments").expect(200).at("/items")).isEmpty();
    }

    @Test
    void a_proponent_is_reminded_twice_and_then_noted_as_silent_never_as_satisfied() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        story.time();
        assertThat(told(story.tashi)).noneMatch(title -> title.contains("请您评价县交通运输局对"));
        later(Duration.ofDays(15), story::time);
        later(Duration.ofDays(19), () -> {
            story.time();
            assertThat(lines("assignment.rating-reminded", assignment)).isEqualTo(2);
            assertThat(told(story.tashi))
                    .filteredOn(title -> title.contains("请您评价县交通运输局对"))
                    .hasSize(2);
        });
        later(Duration.ofDays(22), () -> {
            story.time();
            story.time();
            assertThat(lines("assignment.no-response", assignment)).isEqualTo(1);
            assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                    .isEqualTo("FEEDBACK_IN");
            assertThat(story.office.get(path(assignment)).at("/rating/result").asText())
                    .isEqualTo("NO_RESPONSE");
            assertThat(story.county.number(
                            "select count(*) from evidence_proposal_rating where detail ->> 'result' <> 'NO_RESPONSE'"))
                    .isZero();
            story.tashi
                    .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "NOT_SATISFIED"))
                    .expect(200);
            assertThat(story.office.get("/api/proposals/" + id).expect(200).can())
                    .as("late is better than never")
                    .contains("rehandle");
        });
    }

    @Test
    void a_reform_hands_on_what_is_open_and_leaves_what_is_done_with_the_old_name() {
        var done = story.assignmentOf(story.replied());
        var open = story.assignmentOf(story.assigned());
        story.clerk.put(path(open) + "/acceptance", body()).expect(200);
        var both = story.filed();
        story.office
                .put(Story.at(both, "assignment"), Story.toUnits(story.unit, "LEAD", story.otherUnit, "ASSIST"))
                .expect(200);
        var lead = story.assignmentOf(both, story.unit);
        var assist = story.assignmentOf(both, story.otherUnit);
        story.office
                .put(
                        "/api/units/" + story.unit,
                        body(
                                "version", 1,
                                "name", "县交通运输局",
                                "system", "GOVERNMENT",
                                "validFrom", "2020-01-01",
                                "validTo", "2026-03-05",
                                "successorId", story.otherUnit))
                .expect(200);
        story.time();
        assertThat(unitName(open)).as("the reform has not come yet").isEqualTo("县交通运输局");
        later(Duration.ofDays(4), () -> {
            story.time();
            assertThat(unitName(done)).isEqualTo("县交通运输局");
            assertThat(unitName(open)).isEqualTo("县农业农村局");
            story.clerk.get(path(open)).refused(404, "not-found");
            assertThat(story.clerk
                            .get(path(open) + "/timeline")
                            .expect(200)
                            .json()
                            .findValuesAsText("kind"))
                    .as("his own line is left to him")
                    .containsExactly("assignment.accepted");
            story.otherClerk.get(path(open)).expect(200);
            assertThat(told(story.otherClerk)).anyMatch(title -> title.contains("机构改革"));
            assertThat(unitName(lead)).isEqualTo("县农业农村局");
            assertThat(status(assist)).as("a unit does not assist itself").isEqualTo("CANCELLED");
        });
    }

    @Test
    void a_unit_that_swallows_another_answers_once_and_the_case_goes_on() {
        var id = story.filed();
        story.office
                .put(Story.at(id, "assignment"), Story.toUnits(story.unit, "SEPARATE", story.otherUnit, "SEPARATE"))
                .expect(200);
        var done = story.assignmentOf(id, story.otherUnit);
        var swallowed = story.assignmentOf(id, story.unit);
        story.otherClerk.put(path(done) + "/acceptance", body()).expect(200);
        story.otherClerk.put(path(done) + "/reply", Story.reply(2)).expect(200);
        story.approve(done);
        story.office
                .put(
                        "/api/units/" + story.unit,
                        body(
                                "version", 1,
                                "name", "县交通运输局",
                                "system", "GOVERNMENT",
                                "validFrom", "2020-01-01",
                                "validTo", "2026-03-01",
                                "successorId", story.otherUnit))
                .expect(200);
        story.time();
        assertThat(status(swallowed)).isEqualTo("CANCELLED");
        assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("AWAITING_FEEDBACK");
    }

    @Test
    void two_processes_make_each_move_once() throws Exception {
        for (var i = 0; i < 7; i++) {
            story.assigned();
        }
        var settings = Stage.shared().settings();
        try (var second = ApplicationContext.builder()
                .environments("test")
                .properties(settings)
                .singletons(Stage.shared().clock)
                .start()) {
            later(Duration.ofDays(200), () -> {
                var both = List.of(Stage.shared().bean(Schedule.class), second.getBean(Schedule.class));
                try (var threads = Executors.newFixedThreadPool(4)) {
                    for (var i = 0; i < 4; i++) {
                        var schedule = both.get(i % 2);
                        threads.submit(() -> schedule.in(story.county.id()));
                    }
                }
                story.time();
            });
        }
        assertThat(story.county.number("select count(*) from history where kind = 'assignment.accepted-by-silence'"))
                .isEqualTo(7);
        assertThat(story.county.number("select count(*) from history where kind = 'assignment.overdue'"))
                .isEqualTo(7);
        assertThat(story.county.number(
                        "select count(*) from (select subject_id from history where kind like 'assignment.%'"
                                + " group by subject_id, kind, to_state having count(*) > 2) twice"))
                .isZero();
    }

    private String unitName(UUID assignment) {
        return story.office.get(path(assignment)).expect(200).at("/unitName").asText();
    }

    private String status(UUID assignment) {
        return story.office.get(path(assignment)).expect(200).at("/status").asText();
    }

    private long lines(String kind, UUID assignment) {
        return story.county.number("select count(*) from history where kind = ? and subject_id = ?", kind, assignment);
    }

    private static List<String> told(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    private static String path(UUID assignment) {
        return "/api/assignments/" + assignment;
    }
}
