package cn.tongxin.demo.office;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A committee's people at work: its administrator, and the office that keeps members, proposals, opinion reports, reading and figures. */
public final class Office {
    private static final AtomicLong PHONES = new AtomicLong(13_900_000_000L);

    private final String code;
    private final Entrance entrance;
    private final Http admin;
    private final Http staff;
    private final Map<String, String> sectors = new HashMap<>();

    private Office(String code, Entrance entrance, Http admin, Http staff) {
        this.code = code;
        this.entrance = entrance;
        this.admin = admin;
        this.staff = staff;
    }

    /** Somebody of the console: the account, the name on the seat, and the roles. */
    public record Person(String account, String name, List<String> roles) {}

    /** Who administers the committee, and who is its office. */
    public record People(Person admin, Person staff) {
        private static final List<String> ROLES =
                List.of("MEMBER_AFFAIRS", "PROPOSAL_STAFF", "INFO_EDITOR", "STUDY_STAFF", "ROLLUP_REPORTER");

        public static People of(String code) {
            return new People(
                    new Person("admin-" + code, "管理员", List.of()), new Person("office-" + code, "委员会办公室", ROLES));
        }
    }

    /** The platform's operator creates the committee; its administrator takes up the invitation and seats the office. */
    public static Office open(Entrance entrance, String code, @Nullable String name, People people) {
        var operator = new Http(entrance.service(), entrance.operator(), null);
        var order = new HashMap<String, Object>();
        order.put("id", UUID.randomUUID());
        order.put("code", code);
        order.put(
                "administrator", Map.of("name", people.admin.name, "phone", String.valueOf(PHONES.incrementAndGet())));
        if (name != null) {
            order.put("name", name);
        }
        var created = operator.post("/api/operator/committees", order);
        var admin = person(
                entrance, people.admin.account, created.path("invitationUrl").asText());
        var staff = seated(entrance, admin, people.staff, null);
        var office = new Office(code, entrance, admin, staff);
        admin.get("/api/sectors")
                .forEach(sector -> office.sectors.put(
                        sector.path("name").asText(), sector.path("id").asText()));
        return office;
    }

    /** The administrator gives somebody of the console a seat; the clerk of a unit works for that unit. */
    public Http seated(Person person, @Nullable String unit) {
        return seated(entrance, admin, person, unit);
    }

    private static Http seated(Entrance entrance, Http admin, Person person, @Nullable String unit) {
        var order = new HashMap<String, Object>();
        order.put("id", UUID.randomUUID());
        order.put("name", person.name);
        order.put("roles", person.roles);
        if (unit != null) {
            order.put("unitId", unit);
        }
        var seat = admin.post("/api/seats", order);
        activate(admin, seat, "2020-01-01");
        var invitation = admin.post("/api/seats/" + seat.path("id").asText() + "/invitations", Map.of());
        return person(entrance, person.account, invitation.path("url").asText());
    }

    /** Somebody with an account of his own takes the seat that an invitation offers. */
    private static Http person(Entrance entrance, String account, String invitation) {
        var http = new Http(entrance.service(), entrance.console(account), null);
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

    public void session(int term, int session, String opensOn) {
        admin.post("/api/sessions", Map.of("termNo", term, "sessionNo", session, "opensOn", opensOn));
    }

    /** A handling unit, by its id. */
    public String unit(String name, String from) {
        return admin.post("/api/units", Map.of("name", name, "validFrom", from))
                .path("id")
                .asText();
    }

    /** A member's seat, taken up on a day. */
    public String seat(String name, @Nullable String sector, String on) {
        return seat(name, sector, null, on);
    }

    /** A member's seat with the telephone by which he logs in. */
    public String seat(String name, @Nullable String sector, @Nullable String phone, String on) {
        var order = new HashMap<String, Object>();
        order.put("id", UUID.randomUUID());
        order.put("name", name);
        order.put("roles", List.of("MEMBER"));
        if (phone != null) {
            order.put("phone", phone);
        }
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
