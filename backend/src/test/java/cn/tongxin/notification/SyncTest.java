package cn.tongxin.notification;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A phone that asks only for what it does not have yet. */
class SyncTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF, Role.MEMBER_AFFAIRS);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");

    @Test
    void the_first_answer_has_everything_and_the_next_only_what_is_new() {
        var draft = draft(tashi, "修路");
        var group = group("MEMBERS");
        var first = sync(tashi, "");
        assertThat(first.at("/reset").asBoolean()).isTrue();
        assertThat(first.at("/more").asBoolean()).isFalse();
        assertThat(first.at("/changed/todo/groups/0/items/0/title").asText()).isEqualTo("修路");
        assertThat(first.at("/changed/proposals").findValuesAsText("id")).containsExactly(draft.toString());
        assertThat(first.at("/changed/groups").findValuesAsText("id")).containsExactly(group.toString());
        assertThat(first.at("/changed/inbox")).hasSize(2);
        assertThat(first.at("/unread").asInt()).isEqualTo(2);

        var second = sync(tashi, cursor(first));
        nothing(second);

        tashi.put("/api/proposals/" + draft, body("version", 1, "title", "修桥")).expect(200);
        var third = sync(tashi, cursor(second));
        assertThat(third.at("/reset").asBoolean()).isFalse();
        assertThat(third.at("/changed/proposals/0/title").asText()).isEqualTo("修桥");
        assertThat(third.at("/changed/todo/groups/0/items/0/title").asText()).isEqualTo("修桥");
        assertThat(third.at("/changed/groups")).isEmpty();
        assertThat(third.at("/changed/inbox")).isEmpty();

        tashi.delete("/api/proposals/" + draft).expect(204);
        var fourth = sync(tashi, cursor(third));
        assertThat(texts(fourth, "/gone/proposals")).containsExactly(draft.toString());
        assertThat(fourth.at("/changed/proposals")).isEmpty();
        assertThat(fourth.at("/changed/todo/groups").findValuesAsText("verb"))
                .containsExactly("OPEN_WITH_WORDS", "MISSING_HOST");
        nothing(sync(tashi, cursor(fourth)));
    }

    @Test
    void who_is_taken_out_of_a_group_by_invitation_has_it_no_longer() {
        var group = group("INVITED");
        assertThat(sync(droma, "").at("/changed/groups")).isEmpty();
        office.put("/api/reading-groups/" + group + "/members/" + droma.seat(), body())
                .expect(204);
        var inside = sync(droma, "");
        assertThat(inside.at("/changed/groups/0/id").asText()).isEqualTo(group.toString());
        tashi.post("/api/reading-groups/" + group + "/posts", body("kind", "NOTE", "text", "读完第一章"))
                .expect(201);
        var told = sync(droma, cursor(inside));
        assertThat(told.at("/changed/groups/0/unread").asInt()).isEqualTo(1);

        office.delete("/api/reading-groups/" + group + "/members/" + droma.seat())
                .expect(204);
        var outside = sync(droma, cursor(told));
        assertThat(texts(outside, "/gone/groups")).containsExactly(group.toString());
        assertThat(outside.at("/changed/groups")).isEmpty();
        nothing(sync(droma, cursor(outside)));
    }

    @Test
    void a_cursor_of_another_seat_or_of_a_month_ago_begins_anew_and_nonsense_is_refused() {
        group("MEMBERS");
        var first = sync(tashi, "");
        var foreign = sync(droma, cursor(first));
        assertThat(foreign.at("/reset").asBoolean()).isTrue();
        assertThat(foreign.at("/gone/groups")).isEmpty();
        assertThat(foreign.at("/changed/groups")).hasSize(1);

        var elsewhere = Stage.committee().seatFor(tashi, Role.MEMBER);
        var theirs = sync(elsewhere, cursor(first));
        assertThat(theirs.at("/reset").asBoolean()).isTrue();
        assertThat(theirs.at("/changed/groups")).isEmpty();

        var today = LocalDate.now(Stage.shared().clock);
        var known = SyncCursor.read(cursor(first), tashi.seat(), today);
        assertThat(known).isNotNull();
        assertThat(sync(tashi, aged(known, today.minusDays(29))).at("/reset").asBoolean())
                .isFalse();
        assertThat(sync(tashi, aged(known, today.minusDays(30))).at("/reset").asBoolean())
                .isTrue();
        assertThat(sync(tashi, "AgAA").at("/reset").asBoolean()).isTrue();
        for (var nonsense : List.of("x", "AQ", "%00", "AQ" + "A".repeat(3000), cursor(first) + "A")) {
            tashi.get("/api/sync?cursor=" + nonsense)
                    .refused(400, "page.cursor")
                    .naming("cursor");
        }
    }

    @Test
    void much_comes_in_parts_and_all_of_it_comes() {
        for (var i = 0; i < 18; i++) {
            draft(tashi, "提案" + i + "：" + "长".repeat(45));
            group("MEMBERS", "引言".repeat(300));
        }
        var cursor = "";
        var seen = 0;
        for (var parts = 1; ; parts++) {
            var part = sync(tashi, cursor);
            assertThat(part.bytes().length).isLessThan(20 * 1024);
            assertThat(part.at("/gone/groups")).isEmpty();
            seen += part.at("/changed/proposals").size()
                    + part.at("/changed/groups").size();
            cursor = cursor(part);
            if (!part.at("/more").asBoolean()) {
                assertThat(parts).isBetween(2, 10);
                break;
            }
        }
        assertThat(seen).isEqualTo(36);
        nothing(sync(tashi, cursor));
    }

    @Test
    void a_seat_that_reads_no_proposals_has_none_and_the_pages_behind_begin_where_the_first_ended() {
        var guest = county.guest("访客");
        assertThat(sync(guest, "").at("/changed/proposals")).isEmpty();
        for (var i = 0; i < 21; i++) {
            draft(droma, "第" + i + "件");
        }
        var first = sync(droma, "");
        var rest = droma.get("/api/proposals?mine=true&after="
                        + first.at("/next/proposals").asText())
                .expect(200);
        assertThat(rest.at("/items")).hasSize(1);
        assertThat(rest.at("/items/0/title").asText()).isEqualTo("第0件");
    }

    private static void nothing(Answer answer) {
        answer.expect(200);
        assertThat(answer.at("/reset").asBoolean()).isFalse();
        assertThat(answer.json().path("changed").has("todo")).isFalse();
        for (var list : List.of("inbox", "proposals", "groups")) {
            assertThat(answer.at("/changed/" + list)).isEmpty();
            assertThat(answer.at("/gone/" + list)).isEmpty();
        }
    }

    private static String aged(SyncCursor cursor, LocalDate on) {
        return new SyncCursor(cursor.seat(), on, cursor.has()).encode();
    }

    private static String cursor(Answer answer) {
        return answer.at("/cursor").asText();
    }

    private static List<String> texts(Answer answer, String list) {
        return answer.at(list).valueStream().map(each -> each.asText()).toList();
    }

    private Answer sync(Person person, String cursor) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/sync" + (cursor.isEmpty() ? "" : "?cursor=" + cursor))
                .expect(200);
    }

    private static UUID draft(Person member, String title) {
        return member.post("/api/proposals", body("title", title)).expect(201).id();
    }

    private UUID group(String visibility) {
        return group(visibility, "");
    }

    private UUID group(String visibility, String introduction) {
        var made = office.post(
                        "/api/reading-groups",
                        body(
                                "theme", "春季共读",
                                "book", "书",
                                "introduction", introduction,
                                "startsOn", "2026-03-02",
                                "endsOn", "2026-04-30",
                                "visibility", visibility,
                                "ownerId", tashi.seat()))
                .expect(201);
        county.decide("reading.roster-weeks", "0");
        office.put("/api/reading-groups/" + made.id() + "/opening", body()).expect(200);
        return made.id();
    }
}
