package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.path;
import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text field of the reading operations keeps the writing of the world, and refuses what cannot be kept (domain §5.5, §7). */
class WritingTest {
    private static final List<String> KEPT = List.of(
            "<script>x</script>",
            "<b onclick=\"x\">'; --",
            "བཀྲ་ཤིས་བདེ་ལེགས།",
            "2026-يىلى 3-ئايدا",
            "독서 모임 2026년",
            "𬭎𠮷㛃 👍🏽",
            "零\u200B宽\u200D字",
            "控制\u0001\u001b符");

    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private String group = "";
    private int turn;

    /** What is sent with a text in its place. */
    private interface Send {
        Answer with(WritingTest test, String text);
    }

    /** {@code shown}: where the answer says it again, or nothing. */
    private record Field(String of, String name, int most, boolean needed, String shown, Send send) {
        @Override
        public String toString() {
            return of + " " + name;
        }
    }

    static Stream<Field> fields() {
        var all = new ArrayList<Field>();
        all.add(group("theme", 60, true));
        all.add(group("book", 100, true));
        all.add(group("introduction", 2000, false));
        all.add(new Field(
                "term",
                "name",
                60,
                true,
                "/name",
                (test, text) -> test.office.post(
                        "/api/reading-terms", body("name", text, "startsOn", "2026-03-01", "endsOn", "2026-06-30"))));
        all.add(session("topic", 60, true));
        all.add(session("bookPart", 100, false));
        all.add(session("materials", 2000, false));
        all.add(new Field(
                "rotation",
                "topic",
                60,
                false,
                "",
                (test, text) -> test.office.put(
                        test.group + "/rotation", body("hostIds", List.of(test.tashi.seat()), "topic", text))));
        all.add(new Field("cancellation", "reason", 200, true, "", WritingTest::cancelled));
        all.add(new Field("pause", "reason", 200, true, "/reason", WritingTest::paused));
        all.add(new Field(
                "export",
                "reason",
                200,
                true,
                "",
                (test, text) -> test.tashi.post(test.group + "/post-exports", body("reason", text))));
        all.add(new Field(
                "post",
                "text",
                5000,
                true,
                "/text",
                (test, text) -> test.tashi.post(test.group + "/posts", body("kind", "NOTE", "text", text))));
        all.add(new Field(
                "post",
                "topic",
                30,
                false,
                "/topic",
                (test, text) ->
                        test.tashi.post(test.group + "/posts", body("kind", "NOTE", "text", "文", "topic", text))));
        all.add(new Field(
                "hiding",
                "reason",
                200,
                true,
                "",
                (test, text) -> test.tashi.put(test.post() + "/hiding", body("reason", text))));
        all.add(new Field(
                "report",
                "reason",
                200,
                true,
                "",
                (test, text) -> test.droma.put(test.post() + "/report", body("reason", text))));
        all.add(new Field("digest", "text", 5000, false, "/text", WritingTest::digest));
        all.add(new Field(
                "visit",
                "name",
                20,
                true,
                "",
                (test, text) -> test.office.post(test.group + "/visits", body("name", text))));
        all.add(book("title", 100, true));
        all.add(book("author", 60, false));
        all.add(book("publisher", 60, false));
        all.add(book("summary", 1000, false));
        all.add(book("reason", 500, true));
        all.add(book("licensor", 60, false));
        all.add(new Field("book note", "text", 2000, true, "", WritingTest::noted));
        all.add(new Field(
                "declining",
                "reason",
                200,
                true,
                "/declinedReason",
                (test, text) -> test.office.put(
                        "/api/books/" + test.book(Map.of()).expect(201).id() + "/declining", body("reason", text))));
        all.add(title("category", 40, true));
        all.add(title("title", 100, true));
        all.add(title("author", 60, false));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void any_writing_comes_back_unchanged_and_what_cannot_be_kept_is_refused_by_name(Field field) {
        begin();
        for (var text : KEPT) {
            var answer = field.send.with(this, text);
            assertThat(answer.status()).as(text + answer.text()).isBetween(200, 299);
            if (!field.shown.isEmpty()) {
                assertThat(answer.at(field.shown).asText()).isEqualTo(text);
            }
        }
        var longest = "𬭎".repeat(field.most);
        assertThat(field.send.with(this, longest).status()).as("the longest").isBetween(200, 299);
        for (var wrong : List.of(longest + "长", "长".repeat(5001), "有\u0000无")) {
            field.send.with(this, wrong).refused(422, "fields.invalid").naming(field.name);
        }
        if (field.needed) {
            for (var nothing : List.of("", " \u3000", "\u200B\u200D\uFEFF", "\u0001\u0002")) {
                field.send.with(this, nothing).refused(422, "fields.invalid").naming(field.name);
            }
        }
    }

    private void begin() {
        county.decide("reading.roster-weeks", "0");
        group = path(office.post("/api/reading-groups", plan("ownerId", tashi.seat()))
                .expect(201));
        tashi.put(group + "/opening", body()).expect(200);
        droma.put(group + "/membership", body()).expect(200);
    }

    private static Field group(String name, int most, boolean needed) {
        return new Field(
                "group",
                name,
                most,
                needed,
                "/" + name,
                (test, text) ->
                        test.office.post("/api/reading-groups", plan("ownerId", test.tashi.seat(), name, text)));
    }

    private static Field session(String name, int most, boolean needed) {
        return new Field("session", name, most, needed, "/" + name, (test, text) -> test.session(name, text));
    }

    private static Field book(String name, int most, boolean needed) {
        return new Field("book", name, most, needed, "", (test, text) -> test.book(Map.of(name, text)));
    }

    private static Field title(String name, int most, boolean needed) {
        return new Field("required title", name, most, needed, "/" + name, (test, text) -> {
            var said = body("category", "必读", "title", "书" + test.turn++, "author", "人", name, text);
            return test.office.post("/api/required-titles", said);
        });
    }

    private Answer session(String name, String text) {
        var said = body("startsOn", "2026-03-03", "topic", "一讲");
        said.put(name, text);
        return office.post(group + "/sessions", said);
    }

    private Answer book(Map<String, String> changes) {
        var said = new HashMap<String, Object>(Map.of("title", "书" + turn++, "reason", "值得一读"));
        said.putAll(changes);
        return tashi.post("/api/books", said);
    }

    private String post() {
        return group + "/posts/"
                + tashi.post(group + "/posts", body("kind", "NOTE", "text", "文"))
                        .expect(201)
                        .id();
    }

    private Answer cancelled(String reason) {
        var session = session("topic", "一讲").expect(201).id();
        return office.put(group + "/sessions/" + session + "/cancellation", body("version", 1, "reason", reason));
    }

    private Answer paused(String reason) {
        var answer = tashi.put(group + "/pause", body("reason", reason));
        if (answer.status() == 200) {
            tashi.delete(group + "/pause").expect(200);
        }
        return answer;
    }

    private Answer digest(String text) {
        var week = group + "/digests/2026-03-02";
        return tashi.put(
                week, body("version", tashi.get(week).expect(200).at("/version").asInt(), "text", text));
    }

    private Answer noted(String text) {
        var book = "/api/books/" + book(Map.of()).expect(201).id();
        office.put(book + "/review", body()).expect(200);
        office.put(book + "/listing", body("shelf", "COMMON")).expect(200);
        return droma.put(book + "/note", body("text", text));
    }
}
