package cn.tongxin.notification;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF, Role.MEMBER_AFFAIRS);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");

    @Test
    void a_member_is_told_what_staff_do_for_him_and_nobody_of_what_he_does_himself() {
        var group = group();
        office.put(group + "/members/" + droma.seat(), body()).expect(204);

        var told = inbox(tashi);
        assertThat(told.json().findValuesAsText("title")).containsExactly("您的读书群“春季共读”已开群", "您担任读书群“春季共读”的群主");
        assertThat(told.at("/unread").asInt()).isEqualTo(2);
        assertThat(told.at("/items/0/subjectType").asText()).isEqualTo("reading_group");
        assertThat(group).endsWith(told.at("/items/0/subjectId").asText());
        assertThat(inbox(droma).json().findValuesAsText("title")).containsExactly("您已被加入读书群“春季共读”");
        assertThat(inbox(office).at("/items")).isEmpty();
    }

    @Test
    void an_author_reads_why_his_post_was_hidden() {
        var group = group();
        droma.put(group + "/membership", body()).expect(200);
        var post =
                droma.post(group + "/posts", body("kind", "NOTE", "text", "不妥")).expect(201);
        tashi.put(group + "/posts/" + post.id() + "/hiding", body("reason", "含 {个人} $信息"))
                .expect(200);
        var told = inbox(droma);
        assertThat(told.at("/items/0/kind").asText()).isEqualTo("reading.post-hidden");
        assertThat(told.at("/items/0/text").asText()).isEqualTo("原因：含 {个人} $信息");
    }

    @Test
    void a_complaints_writer_is_told_of_the_answer() {
        var complaint = tashi.post("/api/complaints", body("kind", "SUGGESTION", "text", "字再大一些"))
                .expect(201);
        office.put("/api/complaints/" + complaint.id() + "/answer", body("text", "已安排"))
                .expect(200);
        assertThat(inbox(tashi).at("/items/0/title").asText()).startsWith("您的意见建议（编号 ");
    }

    @Test
    void it_is_paged_and_marked_as_read_forward_only() {
        var group = group();
        for (var i = 0; i < 2; i++) {
            office.put(group + "/members/" + droma.seat(), body()).expect(204);
            office.delete(group + "/members/" + droma.seat()).expect(204);
        }
        var first = inbox(droma, "?limit=3");
        assertThat(first.at("/items")).hasSize(3);
        var second = inbox(droma, "?limit=3&after=" + first.at("/next").asText());
        assertThat(second.at("/items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();

        droma.put("/api/inbox/read", body("upTo", first.at("/items/2/seq").asLong()))
                .expect(204);
        droma.put("/api/inbox/read", body("upTo", 0)).expect(204);
        var after = inbox(droma);
        assertThat(after.at("/unread").asInt()).isEqualTo(2);
        assertThat(after.json().findValuesAsText("read")).containsExactly("false", "false", "true", "true");
        droma.put("/api/inbox/read", body("upTo", Long.MAX_VALUE)).expect(204);
        assertThat(inbox(droma).at("/unread").asInt()).isZero();
        office.put(group + "/members/" + droma.seat(), body()).expect(204);
        assertThat(inbox(droma).at("/unread").asInt()).isEqualTo(1);

        droma.put("/api/inbox/read", body("upTo", -1))
                .refused(422, "fields.invalid")
                .naming("upTo");
        droma.get("/api/inbox?after=abc").refused(400, "page.cursor");
        droma.get("/api/inbox?limit=0").refused(400, "page.limit");
    }

    @Test
    void a_second_reading_of_history_says_nothing_twice() {
        group();
        inbox(tashi);
        stage().bean(cn.tongxin.tenancy.Transactions.class)
                .in(
                        county.id(),
                        () -> stage().bean(org.jooq.DSLContext.class)
                                .update(cn.tongxin.db.cell.Tables.READER)
                                .set(cn.tongxin.db.cell.Tables.READER.SEQ, 0L)
                                .execute());
        assertThat(inbox(tashi).at("/items")).hasSize(2);
    }

    @Test
    void somebody_with_two_seats_finds_in_each_what_concerns_it() {
        group();
        var elsewhere = Stage.committee().seatFor(tashi, Role.MEMBER);
        assertThat(inbox(tashi).at("/items")).hasSize(2);
        assertThat(elsewhere.get("/api/inbox").expect(200).at("/items")).isEmpty();
    }

    private Answer inbox(Person person) {
        return inbox(person, "");
    }

    private Answer inbox(Person person, String query) {
        stage().bean(Readers.class).catchUp(county.id());
        return person.get("/api/inbox" + query).expect(200);
    }

    private String group() {
        var made = office.post(
                        "/api/reading-groups",
                        body(
                                "theme",
                                "春季共读",
                                "book",
                                "书",
                                "startsOn",
                                "2026-03-02",
                                "endsOn",
                                "2026-04-30",
                                "ownerId",
                                tashi.seat()))
                .expect(201);
        county.decide("reading.roster-weeks", "0");
        office.put("/api/reading-groups/" + made.id() + "/opening", body()).expect(200);
        return "/api/reading-groups/" + made.id();
    }

    private static Stage stage() {
        return Stage.shared();
    }
}
