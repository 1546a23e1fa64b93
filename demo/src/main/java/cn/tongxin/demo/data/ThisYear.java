package cn.tongxin.demo.data;

import cn.tongxin.demo.office.Http;
import cn.tongxin.demo.office.Office;
import cn.tongxin.stand.OutsideStand;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What goes on in Ganzi now: the session of this year, proposals in every state, each brought there by the people whose
 * work it is, a reading group that talks, a quiz that is open, and a letter or two.
 */
final class ThisYear {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_TERM = 14;
    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR_OF_EVENTS = 2025;
    private static final int OVERDUE_DAYS = 200;

    private final Office office;
    private final JsonNode script;
    private final LocalDate today;
    private final URI service;
    private final OutsideStand outside;
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> seats = new HashMap<>();
    private final Map<String, Telephone> phones = new HashMap<>();

    ThisYear(Office office, JsonNode script, LocalDate today, URI service, OutsideStand outside) {
        this.office = office;
        this.script = script;
        this.today = today;
        this.service = service;
        this.outside = outside;
    }

    void happen() {
        sessions();
        script.path("units")
                .properties()
                .forEach(unit ->
                        units.put(unit.getKey(), office.unit(unit.getValue().asText(), "2018-01-01")));
        var clerk = office.seated(Cast.CLERK, units.get("health"));
        script.path("members").properties().forEach(member -> arrive(member.getKey(), member.getValue()));
        overdue();
        script.path("proposals").forEach(proposal -> propose(proposal, clerk));
        read(script.path("reading"));
        plan(script.path("planned"), today.plusMonths(1));
        quiz(script.path("quiz"));
        script.path("complaints")
                .forEach(letter -> phone(letter)
                        .post(
                                "/api/complaints",
                                Map.of(
                                        "id", UUID.randomUUID(),
                                        "kind", letter.path("kind").asText(),
                                        "text", letter.path("text").asText())));
        phones.values().forEach(Telephone::hangUp);
    }

    /** One plenary each January, five to a term; those that the events end before are held by now. */
    private void sessions() {
        for (var year = LAST_YEAR_OF_EVENTS + 1; !opening(year).isAfter(today); year++) {
            office.admin().send("POST", "/api/terms", Map.of("no", term(year)));
            office.session(
                    term(year), (year - FIRST_YEAR) % 5 + 1, opening(year).toString());
        }
    }

    private static LocalDate opening(int year) {
        return LocalDate.of(year, 1, 10);
    }

    private static int term(int year) {
        return FIRST_TERM + (year - FIRST_YEAR) / 5;
    }

    private static String session(LocalDate day) {
        var year = day.isBefore(opening(day.getYear())) ? day.getYear() - 1 : day.getYear();
        return term(year) + "-" + ((year - FIRST_YEAR) % 5 + 1);
    }

    private void arrive(String who, JsonNode member) {
        var number = member.path("phone").asText();
        var seat =
                office.seat(member.path("name").asText(), member.path("sector").asText(), number, "2022-01-10");
        seats.put(who, seat);
        phones.put(who, new Telephone(service, outside, number, seat));
    }

    private Http phone(JsonNode of) {
        return Objects.requireNonNull(phones.get(of.path("by").asText())).http();
    }

    /** Long ago handed to units that have not answered: the office brings these in from its papers. */
    private void overdue() {
        var received = today.minusDays(OVERDUE_DAYS + 20);
        var events = new ArrayList<Map<String, Object>>();
        for (var late : script.path("overdue")) {
            var ref = "demo-late-" + (events.size() + 1);
            events.add(Map.of(
                    "do", "proposal.receive",
                    "on", received.toString(),
                    "ref", ref,
                    "session", session(received),
                    "intake", "INTERSESSION",
                    "lead", String.valueOf(seats.get(late.path("by").asText())),
                    "title", late.path("title").asText(),
                    "category", late.path("category").asText(),
                    "situation", "群众多次反映，委员实地看过。",
                    "suggestions", List.of("列入今年计划", "明确责任单位和时限")));
            events.add(Map.of("do", "proposal.file", "on", received.plusDays(10).toString(), "ref", ref));
            events.add(Map.of(
                    "do",
                    "proposal.assign",
                    "on",
                    received.plusDays(20).toString(),
                    "ref",
                    ref,
                    "unit",
                    String.valueOf(units.get(late.path("unit").asText()))));
        }
        var report = office.staff().post("/api/proposal-imports", Map.of("events", events));
        if (!report.path("refused").isEmpty()) {
            throw new IllegalStateException("The demo's own rows are refused: " + report.path("refused"));
        }
    }

    private void propose(JsonNode text, Http clerk) {
        var draft = phone(text)
                .post(
                        "/api/proposals",
                        Map.of(
                                "id", UUID.randomUUID(),
                                "title", text.path("title"),
                                "category", text.path("category"),
                                "situation", text.path("situation"),
                                "analysis", text.path("analysis"),
                                "suggestions", text.path("suggestions")));
        var course = new Course(draft.path("id").asText(), phone(text), office.staff(), clerk, units, today);
        text.path("course").forEach(step -> course.take(step.asText()));
    }

    private void read(JsonNode reading) {
        var group = plan(reading, today.minusDays(7));
        office.staff()
                .put(
                        "/api/reading-groups/" + group + "/rotation",
                        Map.of("hostIds", List.of(String.valueOf(seats.get("tashi")))));
        office.staff().put("/api/reading-groups/" + group + "/opening", Map.of());
        reading.path("members")
                .forEach(member -> Objects.requireNonNull(phones.get(member.asText()))
                        .http()
                        .put("/api/reading-groups/" + group + "/membership", Map.of()));
        reading.path("posts")
                .forEach(post -> phone(post)
                        .post(
                                "/api/reading-groups/" + group + "/posts",
                                Map.of(
                                        "id", UUID.randomUUID(),
                                        "kind", post.path("kind").asText(),
                                        "text", post.path("text").asText())));
    }

    /** Into the bank, onto a paper of equal points, and open from yesterday on for a month. */
    private void quiz(JsonNode quiz) {
        var questions = quiz.path("questions")
                .valueStream()
                .map(question -> office.staff().post("/api/questions", question))
                .map(question -> question.path("id").asText())
                .toList();
        var draft = office.staff()
                .post(
                        "/api/quizzes",
                        Map.of(
                                "id", UUID.randomUUID(),
                                "title", quiz.path("title").asText(),
                                "note", quiz.path("note").asText(),
                                "opensAt",
                                        today.minusDays(1)
                                                .atStartOfDay(CHINA)
                                                .toInstant()
                                                .toString(),
                                "closesAt",
                                        today.plusDays(30)
                                                .atStartOfDay(CHINA)
                                                .toInstant()
                                                .toString(),
                                "attempts", -1,
                                "totalPoints", 100,
                                "parts",
                                        questions.stream()
                                                .map(id -> Map.of("questionId", id, "points", 100 / questions.size()))
                                                .toList()));
        office.staff()
                .put(
                        "/api/quizzes/" + draft.path("id").asText() + "/publication",
                        Map.of("version", draft.path("version").asInt()));
    }

    private String plan(JsonNode group, LocalDate startsOn) {
        return office.staff()
                .post(
                        "/api/reading-groups",
                        Map.of(
                                "id", UUID.randomUUID(),
                                "theme", group.path("theme").asText(),
                                "book", group.path("book").asText(),
                                "introduction", group.path("introduction").asText(),
                                "startsOn", startsOn.toString(),
                                "endsOn", startsOn.plusMonths(2).toString(),
                                "ownerId", String.valueOf(seats.get("tashi"))))
                .path("id")
                .asText();
    }
}
