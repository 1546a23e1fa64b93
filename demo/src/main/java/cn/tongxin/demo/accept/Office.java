package cn.tongxin.demo.accept;

import cn.tongxin.stand.Workbench;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A committee's people at work: its administrator, and the office that keeps members, proposals, opinion reports, reading and figures. */
public final class Office {
    private static final List<String> ROLES =
            List.of("MEMBER_AFFAIRS", "PROPOSAL_STAFF", "INFO_EDITOR", "STUDY_STAFF", "ROLLUP_REPORTER");
    private static final AtomicLong PHONES = new AtomicLong(13_900_000_000L);

    private final String code;
    private final Http admin;
    private final Http staff;
    private final Map<String, String> sectors = new HashMap<>();

    private Office(String code, Http admin, Http staff) {
        this.code = code;
        this.admin = admin;
        this.staff = staff;
    }

    /** The platform's operator creates the committee; its administrator takes up the invitation and seats the office. */
    public static Office open(Workbench bench, String code, @Nullable String name) {
        var url = bench.service().url();
        var issuer = bench.issuer();
        var operator = new Http(url, () -> issuer.operator("operator"), null);
        var order = new HashMap<String, Object>();
        order.put("id", UUID.randomUUID());
        order.put("code", code);
        order.put("administrator", Map.of("name", "管理员", "phone", String.valueOf(PHONES.incrementAndGet())));
        if (name != null) {
            order.put("name", name);
        }
        var created = operator.post("/api/operator/committees", order);
        var administrator =
                person(bench, "admin-" + code, created.path("invitationUrl").asText());
        var seat = administrator.post("/api/seats", Map.of("id", UUID.randomUUID(), "name", "委员会办公室", "roles", ROLES));
        activate(administrator, seat, "2020-01-01");
        var invitation = administrator.post("/api/seats/" + seat.path("id").asText() + "/invitations", Map.of());
        var staff = person(bench, "office-" + code, invitation.path("url").asText());
        var office = new Office(code, administrator, staff);
        administrator
                .get("/api/sectors")
                .forEach(sector -> office.sectors.put(
                        sector.path("name").asText(), sector.path("id").asText()));
        return office;
    }

    /** Somebody with an account of his own takes the seat that an invitation offers. */
    private static Http person(Workbench bench, String subject, String invitation) {
        var http = new Http(bench.service().url(), () -> bench.issuer().console(subject), null);
        var token = invitation.substring(invitation.lastIndexOf('/') + 1);
        http.post("/api/invitations/" + token + "/acceptance", Map.of());
        return http.in(http.get("/api/me").path("seats").path(0).path("id").asText());
    }

    private static void activate(Http administrator, JsonNode seat, String on) {
        administrator.put(
                "/api/seats/" + seat.path("id").asText() + "/activation",
                Map.of("version", seat.path("version").asInt(), "decisionDocument", "常委会决定", "decidedOn", on));
    }

    public String code() {
        return code;
    }

    public Http admin() {
        return admin;
    }

    public Http staff() {
        return staff;
    }

    /** A member's seat, taken up on a day. */
    public String seat(String name, @Nullable String sector, String on) {
        var order = new HashMap<String, Object>();
        order.put("id", UUID.randomUUID());
        order.put("name", name);
        order.put("roles", List.of("MEMBER"));
        var sectorId = sector == null ? "" : sectors.computeIfAbsent(sector, this::sector);
        if (!sectorId.isEmpty()) {
            order.put("sectorId", sectorId);
        }
        var seat = staff.post("/api/seats", order);
        activate(staff, seat, on);
        return seat.path("id").asText();
    }

    /** Empty where the committee knows the sector by another name: the seat is taken up without one. */
    private String sector(String name) {
        return admin.send("POST", "/api/sectors", Map.of("name", name))
                .body()
                .path("id")
                .asText("");
    }
}
