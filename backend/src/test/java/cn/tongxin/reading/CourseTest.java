package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.path;
import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.schedule.Schedule;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a reading group from the plan to the archive, its guards and its alarms (domain §3.7). */
class CourseTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person convener = county.staff("召集人", Role.SECTOR_CONVENER, Role.MEMBER);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final LocalDate today = LocalDate.now(county.stage().clock);

    @Test
    void a_members_group_is_submitted_returned_approved_and_opened_with_its_roster() {
        var group = path(convener.post("/api/reading-groups", plan()).expect(201));
        assertThat(convener.get(group).expect(200).can()).contains("submit").doesNotContain("open", "approve");
        convener.put(group + "/opening", body()).refused(409, "reading.move-not-allowed");
        convener.put(group + "/submission", body()).refused(409, "reading.no-roster");
        convener.put(group + "/rotation", body("hostIds", List.of(convener.seat())))
                .expect(200);
        assertThat(convener.put(group + "/submission", body())
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("SUBMITTED");
        convener.put(group, plan("version", 2)).refused(409, "reading.move-not-allowed");
        convener.put(group + "/approval", body()).refused(403, "policy.not-allowed");
        assertThat(todo(office)).containsExactly("APPROVE_GROUP 1");

        office.put(group + "/return", body("reason", " ")).refused(422, "fields.invalid");
        var returned = office.put(group + "/return", body("reason", "书目再具体些")).expect(200);
        assertThat(returned.at("/reason").asText()).isEqualTo("书目再具体些");
        assertThat(todo(convener)).contains("REVISE_GROUP 1");
        assertThat(news(convener)).contains("您的读书群“草原生态主题读书”被退回修改");
        convener.put(group, plan("version", 3)).expect(200);
        convener.put(group + "/submission", body()).expect(200);
        droma.get(group).refused(404, "not-found");
        office.put(group + "/approval", body()).expect(200);
        assertThat(convener.put(group + "/opening", body())
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("ACTIVE");
        droma.get(group).expect(200);
    }

    @Test
    void a_group_begins_only_with_a_host_for_its_first_weeks() {
        var group = planned();
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        var refused = tashi.put(group + "/opening", body());
        refused.refused(409, "reading.roster-gap");
        assertThat(refused.at("/weeks")).hasSize(2);
        office.post(group + "/sessions", body("startsOn", "2026-03-03", "topic", "第一讲", "hostId", droma.seat()))
                .expect(201);
        tashi.put(group + "/opening", body()).refused(409, "reading.roster-gap");
        office.post(group + "/sessions", body("startsOn", "2026-03-09", "topic", "第二讲"))
                .expect(201);
        tashi.put(group + "/opening", body()).refused(409, "reading.roster-gap");
        office.post(group + "/sessions", body("startsOn", "2026-03-10", "topic", "第三讲", "hostId", droma.seat()))
                .expect(201);
        tashi.put(group + "/opening", body()).expect(200);
    }

    @Test
    void hosts_take_turns_over_what_is_not_planned_yet_and_are_passed_over_where_they_host_elsewhere() {
        var group = planned("cadence", "WEEK", "endsOn", "2026-04-05");
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        var other = planned("theme", "另一个群");
        office.put(other + "/members/" + droma.seat(), body()).expect(204);
        office.post(other + "/sessions", body("startsOn", "2026-03-17", "topic", "别处", "hostId", droma.seat()))
                .expect(201);
        office.post(group + "/sessions", body("startsOn", "2026-03-10", "topic", "已排", "hostId", tashi.seat()))
                .expect(201);

        var roster = office.put(
                        group + "/rotation", body("hostIds", List.of(droma.seat(), tashi.seat()), "topic", "轮值"))
                .expect(200);
        assertThat(hosts(roster)).containsExactly("卓玛", "扎西", "扎西", "卓玛", "扎西");
        var again = office.put(group + "/rotation", body("hostIds", List.of(tashi.seat())))
                .expect(200);
        assertThat(again.at("/sessions")).as("nothing is left to fill").hasSize(5);

        office.put(group + "/rotation", body("hostIds", List.of())).refused(422, "fields.invalid");
        office.put(
                        group + "/rotation",
                        body("hostIds", List.of(county.member("群外").seat())))
                .refused(422, "fields.invalid")
                .naming("hostIds");
        droma.put(group + "/rotation", body("hostIds", List.of(droma.seat()))).refused(403, "policy.not-allowed");
    }

    @Test
    void the_rosters_of_all_groups_stand_side_by_side_with_their_gaps() {
        var group = opened("endsOn", "2026-03-20");
        planned("theme", "还没排的", "ownerId", droma.seat(), "startsOn", "2026-03-09");
        var grid = office.get("/api/reading-roster?weeks=4").expect(200);
        assertThat(grid.at("/mondays")).hasSize(4);
        assertThat(grid.json().findValuesAsText("theme")).containsExactly("还没排的", "草原生态主题读书");
        assertThat(grid.at("/rows/0/gaps").asInt()).isEqualTo(3);
        assertThat(grid.at("/rows/1/gaps").asInt()).isZero();
        assertThat(grid.at("/rows/1/weeks")).hasSize(3);
        assertThat(grid.at("/rows/1/weeks/0/hosts/0").asText()).isEqualTo("扎西");
        assertThat(grid.at("/rows/1/groupId").asText()).isEqualTo(group.substring(group.lastIndexOf('/') + 1));
        assertThat(county.member("旁人").get("/api/reading-roster").expect(200).at("/rows"))
                .hasSize(1);
        office.get("/api/reading-roster?weeks=27").refused(422, "fields.invalid");
    }

    @Test
    void by_day_and_by_month_too() {
        var daily = planned("cadence", "DAY", "endsOn", "2026-03-06");
        assertThat(rotated(daily).at("/sessions")).hasSize(5);
        var monthly = planned("cadence", "MONTH", "endsOn", "2026-04-30", "ownerId", droma.seat());
        var sessions = office.put(monthly + "/rotation", body("hostIds", List.of(droma.seat())))
                .expect(200)
                .at("/sessions");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.at("/0/endsOn").asText()).isEqualTo("2026-03-31");
    }

    @Test
    void an_approved_group_opens_by_itself_on_its_first_day_or_its_owner_hears_why_not() {
        var ready = planned();
        rotated(ready);
        var bare = planned("theme", "没排轮值", "ownerId", droma.seat());
        var later = planned("startsOn", "2026-03-20", "theme", "以后的");
        schedule();
        assertThat(status(ready)).isEqualTo("ACTIVE");
        assertThat(status(bare)).isEqualTo("APPROVED");
        assertThat(status(later)).isEqualTo("APPROVED");
        assertThat(news(droma)).contains("读书群“没排轮值”轮值未排满，未能按期开群");
        assertThat(news(office)).contains("读书群“没排轮值”轮值未排满，未能按期开群");
        schedule();
        assertThat(news(droma).stream().filter(title -> title.contains("没排轮值") && title.contains("未能")))
                .as("told once")
                .hasSize(1);
        office.put(bare + "/rotation", body("hostIds", List.of(droma.seat()))).expect(200);
        assertThat(status(bare)).isEqualTo("APPROVED");
        schedule();
        assertThat(status(bare)).as("its roster was filled later that day").isEqualTo("ACTIVE");
    }

    @Test
    void a_group_whose_owner_no_longer_sits_does_not_open_by_itself_until_somebody_owns_it() {
        var group = planned("ownerId", droma.seat());
        office.put(group + "/rotation", body("hostIds", List.of(droma.seat()))).expect(200);
        office.put(group + "/members/" + tashi.seat(), body()).expect(204);
        office.put(group + "/rotation", body("hostIds", List.of(tashi.seat()))).expect(200);
        county.inside("update seat set status = 'ENDED' where id = ?", droma.seat());
        schedule();
        assertThat(status(group)).isEqualTo("APPROVED");
        office.put(group + "/owner", body("ownerId", tashi.seat())).expect(200);
        schedule();
        assertThat(status(group))
                .as("its first weeks are hosted by one who has gone")
                .isEqualTo("APPROVED");
        office.get(group + "/roster")
                .expect(200)
                .at("/sessions")
                .forEach(session -> office.put(
                                group + "/sessions/" + session.path("id").asText() + "/host",
                                body(
                                        "version",
                                        session.path("version").asInt(),
                                        "hostId",
                                        tashi.seat(),
                                        "noShow",
                                        false))
                        .expect(200));
        schedule();
        assertThat(status(group)).isEqualTo("ACTIVE");
    }

    @Test
    void past_its_last_day_a_group_waits_to_be_wrapped_up_and_then_summed_up() {
        var group = opened("startsOn", "2026-02-02", "endsOn", "2026-03-08");
        assertThat(todo(tashi)).contains("OPEN_WITH_WORDS 1").doesNotContain("WRAP_GROUP 1");
        tashi.post(group + "/posts", body("kind", "LEAD", "topic", "开群寄语", "text", "各位委员，共读愉快。"))
                .expect(201);
        assertThat(todo(tashi)).doesNotContain("OPEN_WITH_WORDS 1");
        county.inside("update reading_group set ends_on = ? where theme = '草原生态主题读书'", today.minusDays(1));
        assertThat(todo(tashi)).contains("WRAP_GROUP 1");
        assertThat(todo(office)).contains("WRAP_GROUP 1");
        tashi.put(group + "/wrapping", body()).expect(200);
        assertThat(todo(tashi)).contains("SUM_UP_GROUP 1").doesNotContain("WRAP_GROUP 1");
        tashi.put(group + "/summary", body("text", "读完了。")).expect(200);
        assertThat(todo(tashi)).doesNotContain("SUM_UP_GROUP 1");
    }

    @Test
    void readers_hear_of_a_pause_and_an_end_and_hosts_of_their_turns() {
        var group = planned();
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        office.put(group + "/rotation", body("hostIds", List.of(droma.seat(), tashi.seat())))
                .expect(200);
        assertThat(news(droma)).contains("您在读书群“草原生态主题读书”轮值主持，第一次从2026年3月2日起");
        tashi.put(group + "/opening", body()).expect(200);
        tashi.put(group + "/pause", body("reason", "县里开两会")).expect(200);
        assertThat(news(droma)).contains("读书群“草原生态主题读书”已暂停");
        tashi.delete(group + "/pause").expect(200);
        var first = office.get(group + "/roster").expect(200).at("/sessions/0");
        var path = group + "/sessions/" + first.path("id").asText();
        var next = body("version", first.path("version").asInt(), "hostId", tashi.seat(), "noShow", false);
        office.put(path + "/host", next).expect(200);
        assertThat(news(droma)).contains("读书群“草原生态主题读书”的“草原生态主题读书”（2026年3月2日）已改由别的委员主持");
        tashi.put(group + "/wrapping", body()).expect(200);
        assertThat(news(droma)).contains("读书群“草原生态主题读书”进入总结，不再发言");
    }

    @Test
    void what_was_clicked_by_mistake_is_taken_back() {
        var own = path(convener.post("/api/reading-groups", plan()).expect(201));
        convener.put(own + "/rotation", body("hostIds", List.of(convener.seat())))
                .expect(200);
        convener.put(own + "/submission", body()).expect(200);
        assertThat(convener.get(own).expect(200).can()).contains("recall");
        droma.delete(own + "/submission").refused(404, "not-found");
        assertThat(convener.delete(own + "/submission")
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("DRAFT");
        convener.delete(own + "/submission").refused(409, "reading.move-not-allowed");
        assertThat(todo(office)).doesNotContain("APPROVE_GROUP 1");

        var group = opened();
        tashi.put(group + "/wrapping", body()).expect(200);
        tashi.put(group + "/reopening", body("reason", " "))
                .refused(422, "fields.invalid")
                .naming("reason");
        droma.put(group + "/reopening", body("reason", "早了")).refused(403, "policy.not-allowed");
        assertThat(tashi.put(group + "/reopening", body("reason", "还有一周"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("ACTIVE");
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "接着读")).expect(201);
    }

    @Test
    void two_days_before_a_week_without_a_host_those_who_run_the_group_hear_of_it() {
        var group = opened();
        tashi.put(group + "/members/" + droma.seat() + "/part", body("part", "SECRETARY"))
                .refused(422, "fields.invalid");
        droma.put(group + "/membership", body()).expect(200);
        tashi.put(group + "/members/" + droma.seat() + "/part", body("part", "SECRETARY"))
                .expect(204);
        schedule();
        assertThat(news(tashi)).noneMatch(title -> title.contains("还没有主持人"));
        var sessions = tashi.get(group + "/roster").expect(200).at("/sessions");
        var now = sessions.get(0);
        office.put(
                        group + "/sessions/" + now.path("id").asText() + "/cancellation",
                        body("version", now.path("version").asInt(), "reason", "停电"))
                .expect(200);
        schedule();
        for (var person : List.of(tashi, droma, office)) {
            assertThat(news(person)).contains("读书群“草原生态主题读书”2026年3月2日起一周还没有主持人");
            assertThat(todo(person)).contains("MISSING_HOST 1");
        }
        assertThat(news(convener)).isEmpty();
        assertThat(todo(convener)).isEmpty();
        rotated(group);
        for (var person : List.of(tashi, droma, office)) {
            assertThat(todo(person)).doesNotContain("MISSING_HOST 1");
        }
    }

    @Test
    void where_hosts_change_daily_each_day_without_one_is_a_gap() {
        var group = opened("cadence", "DAY", "endsOn", "2026-03-08");
        assertThat(tashi.get(group + "/roster").expect(200).at("/weeks/0/gap").asBoolean())
                .isFalse();
        assertThat(todo(tashi)).doesNotContain("MISSING_HOST 1");
        cancel(group, 6);
        var far = tashi.get(group + "/roster").expect(200);
        assertThat(far.at("/weeks/0/gap").asBoolean()).isTrue();
        assertThat(far.at("/weeks/0/alarm").asBoolean()).isFalse();
        assertThat(todo(tashi)).doesNotContain("MISSING_HOST 1");
        cancel(group, 2);
        var near = tashi.get(group + "/roster").expect(200);
        assertThat(near.at("/weeks/0/gapDays").valueStream().map(JsonNode::asText))
                .containsExactly("2026-03-04", "2026-03-08");
        assertThat(near.at("/weeks/0/alarm").asBoolean()).isTrue();
        assertThat(office.get("/api/reading-roster")
                        .expect(200)
                        .at("/rows/0/weeks/0/alarm")
                        .asBoolean())
                .isTrue();
        assertThat(todo(tashi)).contains("MISSING_HOST 1");
        schedule();
        assertThat(news(tashi)).contains("读书群“草原生态主题读书”2026年3月4日还没有主持人");
        rotated(group);
        assertThat(todo(tashi)).doesNotContain("MISSING_HOST 1");
    }

    private void cancel(String group, int at) {
        var session = tashi.get(group + "/roster").expect(200).at("/sessions/" + at);
        office.put(
                        group + "/sessions/" + session.path("id").asText() + "/cancellation",
                        body("version", session.path("version").asInt(), "reason", "停电"))
                .expect(200);
    }

    @Test
    void a_pause_stops_the_writing_and_shifts_what_was_planned() {
        var group = opened();
        tashi.put(group + "/pause", body("reason", "")).refused(422, "fields.invalid");
        var paused = tashi.put(group + "/pause", body("reason", "县里开两会")).expect(200);
        assertThat(paused.at("/status").asText()).isEqualTo("PAUSED");
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "停了")).refused(409, "reading.move-not-allowed");
        county.inside("update reading_group set paused_on = paused_on - 7 where status = 'PAUSED'");
        var before = tashi.get(group + "/roster").expect(200);
        var resumed = tashi.delete(group + "/pause").expect(200);
        assertThat(resumed.at("/endsOn").asText()).isEqualTo("2026-05-07");
        var after = tashi.get(group + "/roster").expect(200);
        assertThat(after.at("/sessions/0/startsOn").asText())
                .isEqualTo(LocalDate.parse(before.at("/sessions/0/startsOn").asText())
                        .plusDays(7)
                        .toString());
        assertThat(after.at("/sessions/0/version").asInt())
                .isEqualTo(before.at("/sessions/0/version").asInt() + 1);
        tashi.delete(group + "/pause").refused(409, "reading.move-not-allowed");
    }

    @Test
    void after_a_pause_the_host_on_duty_keeps_what_remains_and_the_others_move_by_whole_weeks() {
        var group = planned("endsOn", "2026-04-05");
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        office.put(group + "/rotation", body("hostIds", List.of(tashi.seat(), droma.seat())))
                .expect(200);
        tashi.put(group + "/opening", body()).expect(200);
        tashi.put(group + "/pause", body("reason", "县里开两会")).expect(200);
        county.inside("update reading_session set starts_on = starts_on - 14, ends_on = ends_on - 14");
        county.inside(
                "update reading_group set starts_on = starts_on - 14, opened_on = opened_on - 14, paused_on = ? where status = 'PAUSED'",
                LocalDate.parse("2026-02-18"));
        var closed = path(office.post(
                        "/api/reading-groups", plan("theme", "内部读书", "visibility", "INVITED", "ownerId", droma.seat()))
                .expect(201));
        office.post(closed + "/sessions", body("startsOn", "2026-03-25", "topic", "别处", "hostId", droma.seat()))
                .expect(201);

        assertThat(tashi.delete(group + "/pause").expect(200).at("/endsOn").asText())
                .isEqualTo("2026-04-19");
        var roster = tashi.get(group + "/roster").expect(200);
        assertThat(roster.at("/sessions")
                        .valueStream()
                        .map(session -> session.path("hostName").asText() + " "
                                + session.path("startsOn").asText() + " "
                                + session.path("endsOn").asText())
                        .limit(4))
                .containsExactly(
                        "扎西 2026-02-16 2026-02-22",
                        "扎西 2026-03-02 2026-03-08",
                        "卓玛 2026-03-09 2026-03-15",
                        "扎西 2026-03-16 2026-03-22");
        assertThat(roster.at("/weeks")
                        .valueStream()
                        .filter(week -> week.path("gap").asBoolean())
                        .map(week -> week.path("monday").asText()))
                .as("the week of the pause alone; the last week has never had a host")
                .containsExactly("2026-02-23", "2026-04-06", "2026-04-13");
        assertThat(news(droma)).contains("读书群“草原生态主题读书”暂停后顺延，您轮值主持的日子改为从2026年3月9日起");
        assertThat(roster.at("/clashes")).hasSize(1);
        assertThat(roster.at("/clashes/0/themes")).as("not for his eyes").isEmpty();
        assertThat(roster.at("/clashes/0/others").asInt()).isEqualTo(1);
        assertThat(office.get(group + "/roster")
                        .expect(200)
                        .at("/clashes/0/themes/0")
                        .asText())
                .isEqualTo("内部读书");
        assertThat(droma.get(group + "/roster").expect(200).at("/clashes")).isEmpty();
    }

    @Test
    void filling_again_goes_on_with_the_host_whose_turn_it_is() {
        var group = planned("endsOn", "2026-03-15");
        for (var host : List.of(droma, convener)) {
            office.put(group + "/members/" + host.seat(), body()).expect(204);
        }
        var turns = body("hostIds", List.of(droma.seat(), tashi.seat(), convener.seat()));
        assertThat(hosts(tashi.put(group + "/rotation", turns).expect(200))).containsExactly("卓玛", "扎西");
        var longer = plan("ownerId", tashi.seat(), "endsOn", "2026-03-29");
        longer.put("version", office.get(group).expect(200).version());
        office.put(group, longer).expect(200);
        var filled = tashi.put(group + "/rotation", turns).expect(200);
        assertThat(hosts(filled)).containsExactly("卓玛", "扎西", "召集人", "卓玛");
        assertThat(filled.at("/rotation")
                        .valueStream()
                        .map(turn -> turn.path("name").asText()))
                .containsExactly("卓玛", "扎西", "召集人");
        office.delete(group + "/members/" + convener.seat()).expect(204);
        assertThat(tashi.get(group + "/roster")
                        .expect(200)
                        .at("/rotation")
                        .valueStream()
                        .map(turn -> turn.path("name").asText()))
                .as("who has left takes no turns")
                .containsExactly("卓玛", "扎西");
    }

    @Test
    void hosts_swap_before_the_group_begins_and_while_it_pauses() {
        var group = planned();
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        office.put(group + "/rotation", body("hostIds", List.of(droma.seat(), tashi.seat())))
                .expect(200);
        var session = droma.get(group + "/roster").expect(200).at("/sessions/0");
        assertThat(session.path("can").toString()).contains("ask-swap");
        var swaps = group + "/sessions/" + session.path("id").asText() + "/swaps";
        var id = droma.post(swaps, body("to", tashi.seat()))
                .expect(201)
                .at("/0/id")
                .asText();
        assertThat(todo(tashi)).contains("ANSWER_SWAP 1");
        tashi.put(group + "/opening", body()).expect(200);
        tashi.put(group + "/pause", body("reason", "县里开两会")).expect(200);
        assertThat(todo(tashi)).contains("ANSWER_SWAP 1");
        tashi.put(swaps + "/" + id, body("step", "ACCEPT")).expect(200);
        assertThat(todo(office)).contains("CONFIRM_SWAP 1");
        office.put(swaps + "/" + id, body("step", "CONFIRM")).expect(200);
        assertThat(hosts(tashi.get(group + "/roster").expect(200))).startsWith("扎西", "扎西");
    }

    @Test
    void while_it_is_wrapped_up_excellent_posts_are_picked_and_in_the_archive_all_is_read() {
        var group = opened();
        var post = tashi.post(group + "/posts", body("kind", "NOTE", "text", "好笔记"))
                .expect(201);
        tashi.put(group + "/wrapping", body()).expect(200);
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "晚了")).refused(409, "reading.move-not-allowed");
        tashi.put(group + "/posts/" + post.id() + "/praise", body()).expect(200);
        tashi.put(group + "/summary", body("text", "字".repeat(5001)))
                .refused(422, "fields.invalid")
                .naming("text");
        tashi.put(group + "/summary", body("text", "小结")).expect(200);
        tashi.put(group + "/archiving", body()).refused(409, "reading.move-not-allowed");
        leaveOut(group);
        tashi.put(group + "/closing", body()).expect(200);
        tashi.put(group + "/archiving", body()).expect(200);
        assertThat(droma.get(group + "/posts").expect(200).at("/items/0/text").asText())
                .isEqualTo("好笔记");
        assertThat(droma.get("/api/reading-groups?status=ARCHIVED").expect(200).at("/items"))
                .hasSize(1);
        tashi.put(group + "/posts/" + post.id() + "/pin", body()).refused(409, "reading.move-not-allowed");
    }

    @Test
    void where_the_owners_seat_has_ended_another_must_own_it_before_anything_goes_on() {
        var group = opened();
        droma.put(group + "/membership", body()).expect(200);
        tashi.put(group + "/members/" + droma.seat() + "/part", body("part", "CO_OWNER"))
                .expect(204);
        county.inside("update seat set status = 'ENDED' where id = ?", tashi.seat());
        assertThat(todo(office)).containsExactly("PICK_OWNER 1", "MISSING_HOST 1");
        assertThat(todo(droma)).containsExactly("PICK_OWNER 1", "MISSING_HOST 1");
        droma.put(group + "/wrapping", body()).refused(409, "reading.owner-gone");
        droma.put(group + "/owner", body()).refused(422, "fields.invalid").naming("ownerId");
        droma.put(group + "/owner", body("ownerId", UUID.randomUUID()))
                .refused(422, "fields.invalid")
                .naming("ownerId");
        convener.put(group + "/owner", body("ownerId", convener.seat())).refused(403, "policy.not-allowed");
        assertThat(droma.put(group + "/owner", body("ownerId", droma.seat()))
                        .expect(200)
                        .at("/ownerName")
                        .asText())
                .isEqualTo("卓玛");
        assertThat(todo(office)).containsExactly("MISSING_HOST 1");
        droma.put(group + "/wrapping", body()).expect(200);
    }

    @Test
    void without_a_co_owner_a_director_says_who_owns_it_and_a_secretary_is_not_asked_to() {
        var director = county.staff("专委会主任", Role.COMMITTEE_DIRECTOR, Role.MEMBER);
        var group = opened();
        droma.put(group + "/membership", body()).expect(200);
        tashi.put(group + "/members/" + droma.seat() + "/part", body("part", "SECRETARY"))
                .expect(204);
        director.put(group + "/owner", body("ownerId", droma.seat())).refused(403, "policy.not-allowed");
        county.inside("update seat set status = 'ENDED' where id = ?", tashi.seat());
        assertThat(todo(droma)).doesNotContain("PICK_OWNER 1");
        droma.put(group + "/owner", body("ownerId", droma.seat())).refused(403, "policy.not-allowed");
        assertThat(todo(director)).containsExactly("PICK_OWNER 1");
        assertThat(director.get(group).expect(200).can()).contains("own").doesNotContain("edit", "appoint");
        county.inside("update reading_group set visibility = 'INVITED'");
        assertThat(todo(director)).as("a group that he does not see").isEmpty();
        director.put(group + "/owner", body("ownerId", droma.seat())).refused(404, "not-found");
        county.inside("update reading_group set visibility = 'MEMBERS'");
        assertThat(director.put(group + "/owner", body("ownerId", droma.seat()))
                        .expect(200)
                        .can())
                .doesNotContain("own");
        assertThat(todo(director)).isEmpty();
        director.put(group + "/owner", body("ownerId", director.seat())).refused(403, "policy.not-allowed");
    }

    @Test
    void a_group_with_posts_is_archived_and_never_deleted() {
        var group = opened();
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "有话")).expect(201);
        office.delete(group).refused(409, "reading.has-posts");

        var never = planned("theme", "没开成", "ownerId", droma.seat());
        office.put(never + "/rotation", body("hostIds", List.of(droma.seat()))).expect(200);
        var begun = planned("theme", "开过群", "ownerId", convener.seat());
        office.put(begun + "/rotation", body("hostIds", List.of(convener.seat())))
                .expect(200);
        convener.put(begun + "/opening", body()).expect(200);
        office.delete(begun).refused(409, "reading.has-posts");
        tashi.delete(never).refused(404, "not-found");
        droma.delete(never).expect(204);
        office.get(never).refused(404, "not-found");
        office.delete(never).refused(404, "not-found");
    }

    @Test
    void a_term_goes_step_by_step_and_is_archived_once_its_groups_are_closed() {
        var id = Ids.next();
        var term = office.post(
                        "/api/reading-terms",
                        body("id", id, "name", "2026年上半年", "startsOn", "2026-03-01", "endsOn", "2026-06-30"))
                .expect(201);
        assertThat(term.can()).containsExactly("edit", "move");
        office.post(
                        "/api/reading-terms",
                        body("id", id, "name", "2026年上半年", "startsOn", "2026-03-01", "endsOn", "2026-06-30"))
                .expect(201);
        office.post("/api/reading-terms", body("name", " ", "startsOn", "2026-03-01", "endsOn", "2026-02-01"))
                .refused(422, "fields.invalid")
                .naming("name", "endsOn");
        tashi.post("/api/reading-terms", body("name", "我的", "startsOn", "2026-03-01", "endsOn", "2026-06-30"))
                .refused(403, "policy.not-allowed");
        var path = "/api/reading-terms/" + id;
        office.put(path, body("version", 1, "name", "上半年共读", "startsOn", "2026-03-01", "endsOn", "2026-07-31"))
                .expect(200);
        office.put(path + "/status", body("version", 2, "status", "RUNNING"))
                .refused(409, "reading.term-move-not-allowed");
        office.put(path + "/status", body("version", 1, "status", "OPEN")).refused(409, "reading.term-version");
        office.put(path + "/status", body("version", 2)).refused(422, "fields.invalid");

        var group = opened("termId", id);
        office.post("/api/reading-groups", plan("termId", UUID.randomUUID(), "ownerId", tashi.seat()))
                .refused(422, "fields.invalid")
                .naming("termId");
        assertThat(office.get("/api/reading-groups?term=" + id).expect(200).at("/items"))
                .hasSize(1);
        var version = 2;
        for (var status : List.of("OPEN", "RUNNING", "WRAPPING")) {
            office.put(path + "/status", body("version", version++, "status", status))
                    .expect(200);
        }
        office.put(path + "/status", body("version", version, "status", "ARCHIVED"))
                .refused(409, "reading.term-has-groups");
        var shown = office.get(group).expect(200);
        var longer = plan("termId", id, "endsOn", shown.at("/endsOn").asText());
        longer.put("version", shown.version());
        office.put(group, longer).expect(200);
        tashi.get(group + "/roster?from=%2B999999999-12-31&weeks=60")
                .refused(422, "fields.invalid")
                .naming("from");
        office.put(path, body("version", version, "name", "迟了", "startsOn", "2026-03-01", "endsOn", "2026-07-31"))
                .refused(409, "reading.term-move-not-allowed");
        tashi.put(group + "/wrapping", body()).expect(200);
        tashi.put(group + "/summary", body("text", "小结")).expect(200);
        leaveOut(group);
        tashi.put(group + "/closing", body()).expect(200);
        office.put(path + "/status", body("version", version, "status", "ARCHIVED"))
                .expect(200);
        assertThat(tashi.get("/api/reading-terms").expect(200).at("/0/status").asText())
                .isEqualTo("ARCHIVED");
        county.guest("读者").get("/api/reading-terms").refused(403, "policy.not-allowed");
    }

    @Test
    void a_terms_step_is_taken_back_until_a_group_has_begun_and_what_is_archived_stays() {
        var id = office.post(
                        "/api/reading-terms",
                        body("name", "2026年上半年", "startsOn", "2026-03-01", "endsOn", "2026-06-30"))
                .expect(201)
                .id();
        step(id, 1, "PLANNED").refused(409, "reading.term-move-not-allowed");
        assertThat(step(id, 1, "OPEN").expect(200).can()).containsExactly("edit", "move", "back");
        assertThat(step(id, 2, "PLANNED").expect(200).can()).containsExactly("edit", "move");
        step(id, 3, "OPEN").expect(200);
        step(id, 4, "RUNNING").expect(200);
        step(id, 5, "PLANNED").refused(409, "reading.term-move-not-allowed");
        var group = planned("termId", id);
        rotated(group);
        step(id, 5, "OPEN").expect(200);
        step(id, 6, "RUNNING").expect(200);

        tashi.put(group + "/opening", body()).expect(200);
        var refused = step(id, 7, "OPEN");
        refused.refused(409, "reading.term-begun");
        assertThat(refused.at("/groups").asInt()).isEqualTo(1);
        assertThat(office.get("/api/reading-terms").expect(200).at("/0/can").toString())
                .isEqualTo("[\"edit\",\"move\"]");
        assertThat(step(id, 7, "WRAPPING").expect(200).can()).containsExactly("move", "back");
        assertThat(step(id, 8, "RUNNING").expect(200).can()).containsExactly("edit", "move");

        tashi.put(group + "/wrapping", body()).expect(200);
        tashi.put(group + "/summary", body("text", "小结")).expect(200);
        leaveOut(group);
        tashi.put(group + "/closing", body()).expect(200);
        step(id, 9, "WRAPPING").expect(200);
        assertThat(step(id, 10, "ARCHIVED").expect(200).can()).isEmpty();
        step(id, 11, "WRAPPING").refused(409, "reading.term-move-not-allowed");
        droma.put(group + "/membership", body()).refused(409, "reading.move-not-allowed");
    }

    private Answer step(UUID term, int version, String status) {
        return office.put("/api/reading-terms/" + term + "/status", body("version", version, "status", status));
    }

    private void leaveOut(String group) {
        tashi.put(group + "/digests/2026-03-02/omission", body("version", 0, "reason", "当周收尾"))
                .expect(200);
    }

    private String opened(Object... changes) {
        var group = planned(changes);
        rotated(group);
        tashi.put(group + "/opening", body()).expect(200);
        return group;
    }

    private String planned(Object... changes) {
        var plan = plan("ownerId", tashi.seat());
        plan.putAll(body(changes));
        return path(office.post("/api/reading-groups", plan).expect(201));
    }

    private Answer rotated(String group) {
        return office.put(group + "/rotation", body("hostIds", List.of(tashi.seat())))
                .expect(200);
    }

    private String status(String group) {
        return office.get(group).expect(200).at("/status").asText();
    }

    private void schedule() {
        county.stage().bean(Schedule.class).in(county.id());
    }

    private static List<String> hosts(Answer roster) {
        return roster.at("/sessions")
                .valueStream()
                .map(session -> session.path("hostName"))
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> todo(Person person) {
        return person.get("/api/todo")
                .expect(200)
                .at("/groups")
                .valueStream()
                .map(each ->
                        each.path("verb").asText() + " " + each.path("count").asInt())
                .filter(each -> !each.startsWith("HOST_SESSION"))
                .toList();
    }

    private List<String> news(Person person) {
        county.stage().bean(Readers.class).catchUp(county.id());
        return person.get("/api/inbox?limit=100").expect(200).json().findValuesAsText("title");
    }
}
