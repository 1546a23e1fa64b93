package cn.tongxin.opinion;

import static cn.tongxin.stage.Person.body;

import cn.tongxin.history.Readers;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A committee that collects opinion reports: a member, an editor and an approver, and the steps that most tests begin with. */
final class Newsroom {
    final TestCommittee committee;
    final Person tashi;
    final Person yangjin;
    final Person editor;
    final Person approver;

    Newsroom() {
        this(Stage.committee());
    }

    Newsroom(TestCommittee committee) {
        this.committee = committee;
        tashi = committee.member("扎西");
        yangjin = committee.member("央金");
        editor = committee.staff("卓玛", Role.INFO_EDITOR);
        approver = committee.staff("格桑", Role.INFO_APPROVER);
    }

    static Map<String, Object> text(String title) {
        return new HashMap<>(body(
                "title",
                title,
                "situation",
                "入冬以来县城三个乡镇的药店退烧药断货，群众往返百里购药。",
                "analysis",
                "配送车队因道路结冰停运。",
                "suggestions",
                "由县医药公司设立乡镇应急储备点。",
                "topic",
                "社会",
                "secrecyConfirmed",
                true));
    }

    UUID draft(String title) {
        return tashi.post("/api/opinion-reports", text(title)).expect(201).id();
    }

    UUID draft(String title, String topic) {
        var text = text(title);
        text.put("topic", topic);
        return tashi.post("/api/opinion-reports", text).expect(201).id();
    }

    UUID submitted(String title) {
        var id = draft(title);
        tashi.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        return id;
    }

    UUID taken(String title) {
        var id = submitted(title);
        editor.put(at(id, "editing"), body()).expect(200);
        return id;
    }

    UUID approvable(String title) {
        var id = taken(title);
        editor.put(at(id, "approval-request"), body()).expect(200);
        return id;
    }

    UUID issued(String title) {
        var id = approvable(title);
        issue(single(id)).expect(200);
        return id;
    }

    UUID bulletin() {
        var there = editor.get("/api/bulletins").expect(200).json();
        return there.isEmpty()
                ? editor.post("/api/bulletins", body("name", "社情民意"))
                        .expect(201)
                        .id()
                : UUID.fromString(there.path(0).path("id").asText());
    }

    @SafeVarargs
    final UUID build(Map<String, Object>... items) {
        return editor.post("/api/bulletin-issues", body("bulletinId", bulletin(), "items", List.of(items)))
                .expect(201)
                .id();
    }

    @SafeVarargs
    final Answer issue(Map<String, Object>... items) {
        return approver.put("/api/bulletin-issues/" + build(items) + "/issuing", body("version", 1));
    }

    static Map<String, Object> single(UUID report) {
        return body("mode", "SINGLE", "reportIds", List.of(report));
    }

    static Map<String, Object> composite(String title, UUID... reports) {
        return body("mode", "COMPOSITE", "title", title, "text", "综合各方反映。", "reportIds", List.of(reports));
    }

    static Map<String, Object> instruction(String who, String on) {
        return body("kind", "INSTRUCTION", "level", "PREFECTURE", "on", on, "who", who, "instruction", "请卫健委三日内解决");
    }

    static String at(UUID id, String... noun) {
        return "/api/opinion-reports/" + id + (noun.length == 0 ? "" : "/" + String.join("/", noun));
    }

    static List<String> told(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    static List<String> todo(Person person) {
        return StreamSupport.stream(
                        person.get("/api/todo").expect(200).at("/groups").spliterator(), false)
                .map(group ->
                        group.path("verb").asText() + " " + group.path("count").asInt())
                .toList();
    }

    static String today() {
        return java.time.LocalDate.now(Stage.shared().clock).toString();
    }
}
