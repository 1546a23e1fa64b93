package cn.tongxin.identity;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.stand.LocalIssuer;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request needs to be heard at all. */
class TokenFilterTest {
    private static final Map<String, Object> CONSOLE = Map.of("azp", "tongxin-console", "acr", "2");

    private final Stage stage = Stage.shared();
    private final TestCommittee county = Stage.committee();
    private final Person tashi = county.member("扎西");
    private final Person office = county.staff("卓玛", Role.PROPOSAL_STAFF);

    @Test
    void without_a_token_there_is_nothing() {
        tashi.with("GET", "/api/proposals", null, request -> request.setHeader("Authorization", "none"))
                .refused(401, "auth.token-missing");
    }

    @Test
    void rubbish_and_a_token_of_another_issuer_are_refused() {
        list(tashi, "rubbish").refused(401, "auth.token-invalid");
        try (var foreign = new LocalIssuer(stage.clock)) {
            list(tashi, foreign.phone(tashi.subject())).refused(401, "auth.token-invalid");
        }
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        var token = stage.issuer.token(
                tashi.subject(), Map.of("azp", "tongxin-phone", "aud", List.of("another-api")), Duration.ofMinutes(5));
        list(tashi, token).refused(401, "auth.token-invalid");
    }

    @Test
    void a_token_ends_when_it_says_so_although_it_was_seen_a_moment_ago() {
        var token =
                stage.issuer.token(tashi.subject(), Map.of("azp", "tongxin-phone", "acr", "1"), Duration.ofSeconds(30));
        list(tashi, token).expect(200);
        stage.clock.pass(Duration.ofSeconds(31));
        list(tashi, token).refused(401, "auth.token-invalid");
    }

    @Test
    void a_seat_of_somebody_else_is_not_accepted_here_or_elsewhere() {
        for (var other : List.of(county.member("央金"), Stage.committee().member("别处的人"))) {
            tashi.with(
                            "GET",
                            "/api/proposals",
                            null,
                            request -> request.setHeader("X-Seat", other.seat().toString()))
                    .refused(403, "seat.not-yours");
        }
        tashi.with("GET", "/api/proposals", null, request -> request.setHeader("X-Seat", "x"))
                .refused(400, "request.malformed");
    }

    @Test
    void a_person_with_several_seats_names_one() {
        var there = Stage.committee().seatFor(tashi, Role.MEMBER);
        var without = java.net.http.HttpRequest.newBuilder(java.net.URI.create(stage.baseUrl() + "/api/proposals"))
                .header("Authorization", "Bearer " + tashi.token())
                .build();
        Person.send(without).refused(400, "seat.required");
        tashi.get("/api/proposals").expect(200);
        there.get("/api/proposals").expect(200);
    }

    @Test
    void a_staff_seat_asks_for_two_factors_and_the_console() {
        list(
                        office,
                        stage.issuer.token(
                                office.subject(), Map.of("azp", "tongxin-console", "acr", "1"), Duration.ofMinutes(5)))
                .refused(403, "auth.step-up-required");
        list(
                        office,
                        stage.issuer.token(
                                office.subject(), Map.of("azp", "tongxin-phone", "acr", "2"), Duration.ofMinutes(5)))
                .refused(403, "auth.step-up-required");
        list(office, stage.issuer.token(office.subject(), CONSOLE, Duration.ofMinutes(5)))
                .expect(200);
    }

    @Test
    void a_suspended_seat_reads_and_does_not_write() {
        county.inside("update seat set status = 'SUSPENDED' where id = ?", tashi.seat());
        tashi.get("/api/proposals").expect(200);
        tashi.post("/api/proposals", body("title", "建议")).refused(403, "seat.not-active");
    }

    @Test
    void a_guest_writes_no_proposal() {
        county.guest("来宾").post("/api/proposals", body("title", "建议")).refused(403, "policy.not-allowed");
    }

    @Test
    void a_suspended_committee_is_closed() {
        county.inside("update committee set status = 'SUSPENDED' where id = ?", county.id());
        tashi.get("/api/proposals").refused(403, "committee.suspended");
    }

    @Test
    void an_answer_belongs_to_its_seat() {
        var answer = tashi.get("/api/proposals");
        assertThat(answer.header("Vary")).isEqualTo("Authorization, X-Seat");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void what_is_not_there_answers_as_a_problem() {
        tashi.get("/api/nothing-here").refused(404, "not-found");
        tashi.send("PUT", "/api/proposals", body()).refused(405, "request.method-not-allowed");
        assertThat(tashi.get("/api/proposals/not-an-id")
                        .refused(400, "request.malformed")
                        .header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    private Answer list(Person person, String token) {
        return person.with(
                "GET", "/api/proposals", null, request -> request.setHeader("Authorization", "Bearer " + token));
    }
}
