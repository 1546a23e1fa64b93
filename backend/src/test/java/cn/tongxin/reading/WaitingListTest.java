package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.path;
import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Joining a full group waits for a place (domain §3.7); whoever asked first comes in first. */
class WaitingListTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person first = county.member("先到");
    private final Person second = county.member("后到");

    @Test
    void who_waits_comes_in_when_somebody_leaves_and_reads_it_in_his_inbox() {
        var group = full(2);
        assertThat(first.get(path(group)).expect(200).can()).containsExactly("wait");
        first.put(path(group) + "/membership", body()).refused(409, "reading.full");
        var waiting = first.put(path(group) + "/waiting", body()).expect(200);
        assertThat(waiting.at("/place").asInt()).isEqualTo(1);
        assertThat(waiting.at("/joined").asBoolean()).isFalse();
        assertThat(waiting.can()).containsExactly("stopWaiting");
        assertThat(second.put(path(group) + "/waiting", body())
                        .expect(200)
                        .at("/place")
                        .asInt())
                .isEqualTo(2);
        var head = county.historyHead();
        first.put(path(group) + "/waiting", body()).expect(200);
        assertThat(county.historyHead()).isEqualTo(head);

        droma.delete(path(group) + "/membership").expect(204);
        var in = first.get(path(group)).expect(200);
        assertThat(in.at("/joined").asBoolean()).isTrue();
        assertThat(in.at("/waiters").asInt()).isEqualTo(1);
        assertThat(second.get(path(group)).expect(200).at("/place").asInt()).isEqualTo(1);
        county.stage().bean(Readers.class).catchUp(county.id());
        assertThat(first.get("/api/inbox").expect(200).json().findValuesAsText("title"))
                .anyMatch(title -> title.endsWith("您已入群"));
    }

    @Test
    void more_room_lets_in_as_many_as_fit_and_who_gave_up_or_ended_is_passed_over() {
        var group = full(2);
        var ended = county.member("已离任");
        for (var person : List.of(first, ended, second, droma)) {
            person.put(path(group) + "/waiting", body()).expect(200);
        }
        var late = county.member("最后");
        late.put(path(group) + "/waiting", body()).expect(200);
        assertThat(first.delete(path(group) + "/waiting").expect(200).can()).containsExactly("wait");
        first.delete(path(group) + "/waiting").expect(200);
        county.inside("update seat set status = 'SUSPENDED' where id = ?", ended.seat());
        var now = office.get(path(group)).expect(200);
        office.put(path(group), plan("version", now.at("/version").asInt(), "ownerId", tashi.seat(), "capacity", 3))
                .expect(200);
        assertThat(second.get(path(group)).expect(200).at("/joined").asBoolean())
                .isTrue();
        assertThat(late.get(path(group)).expect(200).at("/place").asInt()).isEqualTo(1);
        assertThat(first.get(path(group)).expect(200).at("/place").isMissingNode())
                .isTrue();
    }

    @Test
    void where_there_is_room_one_is_in_at_once_and_only_those_who_run_it_see_who_waits() {
        var group = full(3);
        assertThat(first.put(path(group) + "/waiting", body())
                        .expect(200)
                        .at("/joined")
                        .asBoolean())
                .isTrue();
        second.put(path(group) + "/waiting", body()).expect(200);
        assertThat(tashi.get(path(group) + "/waiting").expect(200).json().findValuesAsText("name"))
                .containsExactly("后到");
        second.get(path(group) + "/waiting").refused(403, "policy.not-allowed");
        Stage.committee()
                .staff("外县", Role.STUDY_STAFF)
                .get(path(group) + "/waiting")
                .refused(404, "not-found");
        tashi.put(path(group) + "/members/" + second.seat(), body()).refused(409, "reading.full");
        tashi.delete(path(group) + "/members/" + first.seat()).expect(204);
        assertThat(second.get(path(group)).expect(200).at("/joined").asBoolean())
                .isTrue();
    }

    @Test
    void who_is_made_owner_waits_no_longer_and_whom_the_group_is_not_for_any_more_is_not_let_in() {
        var group = full(2);
        for (var person : List.of(first, second)) {
            person.put(path(group) + "/waiting", body()).expect(200);
        }
        office.put(path(group) + "/owner", body("ownerId", first.seat())).expect(200);
        assertThat(first.get(path(group)).expect(200).at("/place").isMissingNode())
                .isTrue();
        assertThat(office.get(path(group)).expect(200).at("/waiters").asInt()).isEqualTo(1);

        var sector = county.staff("尼玛", Role.MEMBER_AFFAIRS)
                .post("/api/sectors", body("name", "农业"))
                .expect(201)
                .id();
        var now = office.get(path(group)).expect(200);
        office.put(
                        path(group),
                        plan(
                                "version",
                                now.at("/version").asInt(),
                                "ownerId",
                                first.seat(),
                                "capacity",
                                9,
                                "visibility",
                                "SECTOR",
                                "sectionId",
                                sector))
                .expect(200);
        assertThat(office.get(path(group)).expect(200).at("/waiters").asInt()).isZero();
        second.get(path(group)).refused(404, "not-found");
    }

    @Test
    void nineteen_who_leave_at_once_let_in_nineteen_and_never_one_too_many() throws Exception {
        var group = full(21);
        var in = java.util.stream.IntStream.range(0, 19)
                .mapToObj(i -> county.member("在群" + i))
                .toList();
        in.forEach(person -> person.put(path(group) + "/membership", body()).expect(200));
        var waiting = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> county.member("候补" + i))
                .toList();
        waiting.forEach(person -> person.put(path(group) + "/waiting", body()).expect(200));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var leaving = in.stream()
                    .<Callable<Answer>>map(person ->
                            () -> person.delete(path(group) + "/membership").expect(204))
                    .toList();
            for (var done : threads.invokeAll(leaving)) {
                done.get();
            }
        }
        var after = office.get(path(group)).expect(200);
        assertThat(after.at("/members").asInt()).isEqualTo(21);
        assertThat(after.at("/waiters").asInt()).isEqualTo(6);
    }

    /** A group of so many places, with its owner and one more in it. */
    private Answer full(int capacity) {
        county.decide("reading.roster-weeks", "0");
        var group = office.post("/api/reading-groups", plan("ownerId", tashi.seat(), "capacity", capacity))
                .expect(201);
        office.put(path(group) + "/opening", body()).expect(200);
        droma.put(path(group) + "/membership", body()).expect(200);
        return group;
    }
}
