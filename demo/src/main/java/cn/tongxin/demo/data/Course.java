package cn.tongxin.demo.data;

import cn.tongxin.demo.office.Http;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a proposal goes its way, step by step, each by the hand whose step it is. */
final class Course {
    private final String proposal;
    private final Http member;
    private final Http staff;
    private final Http clerk;
    private final Map<String, String> units;
    private final LocalDate today;

    Course(String id, Http member, Http staff, Http clerk, Map<String, String> units, LocalDate today) {
        this.proposal = "/api/proposals/" + id;
        this.member = member;
        this.staff = staff;
        this.clerk = clerk;
        this.units = units;
        this.today = today;
    }

    void take(String step) {
        var words = step.split(" ");
        switch (words[0]) {
            case "submit" -> member.put(proposal + "/submission", Map.of("secrecyConfirmed", true));
            case "accept" -> staff.put(proposal + "/acceptance", Map.of());
            case "review" ->
                staff.put(
                        proposal + "/review",
                        Map.of("stage", staff.get(proposal).path("stage").asInt()));
            case "file" -> staff.put(proposal + "/filing", Map.of());
            case "not-file" ->
                staff.put(
                        proposal + "/non-filing",
                        Map.of("reason", "NO_CONCRETE_SUGGESTION", "disposition", "TO_MEMBER_LETTER"));
            case "assign" ->
                staff.put(
                        proposal + "/assignment",
                        Map.of("units", List.of(Map.of("unitId", unit(words[1]), "role", "SOLE"))));
            case "take" -> clerk.put(assignment() + "/acceptance", Map.of());
            case "give-back" -> clerk.put(assignment() + "/return-request", Map.of("reason", "食品经营登记由市场监管部门负责，建议改交。"));
            case "reply" -> clerk.put(assignment() + "/reply", reply());
            case "approve" -> staff.put(assignment() + "/reply-review", Map.of("approved", true));
            case "rate" ->
                member.put(
                        assignment() + "/rating",
                        Map.of("attitude", "SATISFIED", "result", "BASICALLY_SATISFIED", "comment", "答复具体，请按期落实。"));
            default -> throw new IllegalStateException("The demo knows no step " + step + ".");
        }
    }

    private String unit(String name) {
        return String.valueOf(units.get(name));
    }

    private String assignment() {
        return "/api/assignments/"
                + staff.get(proposal).path("assignments").path(0).path("id").asText();
    }

    private Map<String, Object> reply() {
        var suggestions = staff.get(proposal).path("suggestions").size();
        return Map.of(
                "version",
                clerk.get(assignment()).path("version").asInt(),
                "docNo",
                "甘卫函〔" + today.getYear() + "〕" + 10 + "号",
                "text",
                "您提出的提案收悉。我委会同有关县实地调研，现答复如下，感谢您对卫生健康工作的关心。",
                "answers",
                IntStream.rangeClosed(1, suggestions)
                        .mapToObj(no -> Map.of("no", no, "text", "已列入明年工作计划，上半年完成。"))
                        .toList(),
                "grade",
                "B",
                "contact",
                Map.of("mode", "PHONE", "on", today.toString(), "who", "经办人与提案人"),
                "signer",
                "主任",
                "signedOn",
                today.toString());
    }
}
