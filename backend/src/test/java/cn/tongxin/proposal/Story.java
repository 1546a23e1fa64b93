package cn.tongxin.proposal;

import static cn.tongxin.stage.Person.body;

import cn.tongxin.schedule.Schedule;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A county in its session 14-2 with the people a proposal meets, and proposals brought to where a test begins. */
public final class Story {
    public final TestCommittee county = Stage.committee();
    public final Person tashi = county.member("扎西");
    public final Person yangjin = county.member("央金");
    public final Person office = county.staff("卓玛", Role.PROPOSAL_STAFF, Role.ASSIGNING_OFFICE);
    public final UUID unit;
    public final UUID otherUnit;
    public final Person clerk;
    public final Person otherClerk;

    /** The plenary of 14-2 is over: what is handed in now is an intersession proposal. */
    public Story() {
        office.post("/api/terms", body("no", 14)).expect(201);
        session(2, "2026-01-15", "2026-01-18").expect(201);
        unit = office.post("/api/units", body("name", "县交通运输局", "validFrom", "2020-01-01"))
                .expect(201)
                .id();
        otherUnit = office.post("/api/units", body("name", "县农业农村局", "validFrom", "2020-01-01"))
                .expect(201)
                .id();
        clerk = county.clerk("多吉", unit);
        otherClerk = county.clerk("尼玛", otherUnit);
    }

    public Answer session(int no, String opens, String closes) {
        return office.post("/api/sessions", body("termNo", 14, "sessionNo", no, "opensOn", opens, "closesOn", closes));
    }

    public static Map<String, Object> text(String title) {
        return new HashMap<>(body(
                "title",
                title,
                "category",
                "ECONOMY",
                "situation",
                "冬季牧区道路多处塌方，救护车和校车难以通行。".repeat(5),
                "analysis",
                "养护经费不足。",
                "suggestions",
                List.of("把通村路列入养护计划", "在垭口设除雪点")));
    }

    public UUID draft() {
        return tashi.post("/api/proposals", text("关于改善牧区冬季道路通行条件的建议"))
                .expect(201)
                .id();
    }

    public UUID submitted() {
        var id = draft();
        tashi.put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        return id;
    }

    public UUID inLastStage() {
        var id = submitted();
        office.put(at(id, "acceptance"), body()).expect(200);
        office.put(at(id, "review"), body("stage", 1, "comment", "内容具体")).expect(200);
        office.put(at(id, "review"), body("stage", 2)).expect(200);
        return id;
    }

    public UUID filed() {
        var id = inLastStage();
        office.put(at(id, "filing"), body()).expect(200);
        return id;
    }

    public UUID assigned() {
        var id = filed();
        office.put(at(id, "assignment"), toUnit(unit)).expect(200);
        return id;
    }

    public static Map<String, Object> toUnit(UUID unit) {
        return body("units", List.of(body("unitId", unit, "role", "SOLE")));
    }

    /** The only live assignment of a proposal. */
    public UUID assignmentOf(UUID proposal) {
        var assignments = office.get("/api/proposals/" + proposal).expect(200).at("/assignments");
        for (var assignment : assignments) {
            if (!List.of("RETURNED", "CANCELLED")
                    .contains(assignment.path("status").asText())) {
                return UUID.fromString(assignment.path("id").asText());
            }
        }
        throw new AssertionError("no live assignment");
    }

    /** The unit has replied and the office has not looked at it yet. */
    public UUID underReview() {
        var id = assigned();
        var assignment = assignmentOf(id);
        clerk.put("/api/assignments/" + assignment + "/acceptance", body()).expect(200);
        clerk.put("/api/assignments/" + assignment + "/reply", reply(2)).expect(200);
        return id;
    }

    /** The proponent has the reply. */
    public UUID replied() {
        var id = underReview();
        approve(assignmentOf(id));
        return id;
    }

    public void approve(UUID assignment) {
        office.put("/api/assignments/" + assignment + "/reply-review", body("approved", true))
                .expect(200);
    }

    /** Something is done as if that much time had passed; the stage's clock is everybody's and is put back. */
    public static void later(Duration time, Runnable then) {
        var clock = Stage.shared().clock;
        var now = clock.instant();
        clock.pass(time);
        try {
            then.run();
        } finally {
            clock.set(now);
        }
    }

    /** What time does in this county by now. */
    public void time() {
        Stage.shared().bean(Schedule.class).in(county.id());
    }

    /** A setting of this county, as its administrator decides it. */
    public void setting(String key, Object value) {
        var admin = county.staff("管理员", Role.TENANT_ADMIN);
        admin.put("/api/settings/" + key, body("value", value, "version", 0)).expect(200);
    }

    public static Map<String, Object> toUnits(Object... unitsAndRoles) {
        var units = new ArrayList<Object>();
        for (var i = 0; i < unitsAndRoles.length; i += 2) {
            units.add(body("unitId", unitsAndRoles[i], "role", unitsAndRoles[i + 1]));
        }
        return body("units", units);
    }

    /** The live assignment of a unit on a proposal. */
    public UUID assignmentOf(UUID proposal, UUID unit) {
        for (var assignment :
                office.get("/api/proposals/" + proposal).expect(200).at("/assignments")) {
            if (assignment.path("unitId").asText().equals(unit.toString())
                    && !List.of("RETURNED", "CANCELLED")
                            .contains(assignment.path("status").asText())) {
                return UUID.fromString(assignment.path("id").asText());
            }
        }
        throw new AssertionError("no live assignment of that unit");
    }

    public static Map<String, Object> reply(int version) {
        return new HashMap<>(body(
                "version",
                version,
                "docNo",
                "县交函〔2026〕12号",
                "text",
                "关于县政协十四届二次会议第1号提案的答复",
                "answers",
                List.of(body("no", 1, "text", "已列入今年计划。"), body("no", 2, "text", "十月前建成。")),
                "grade",
                "B",
                "contact",
                body("mode", "MEET", "on", "2026-03-02", "who", "局长与扎西"),
                "signer",
                "局长",
                "signedOn",
                "2026-03-02"));
    }

    public static String at(UUID proposal, String what) {
        return "/api/proposals/" + proposal + "/" + what;
    }
}
