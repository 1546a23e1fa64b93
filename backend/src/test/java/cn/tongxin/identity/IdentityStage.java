package cn.tongxin.identity;

import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Eventually;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.stand.BrowserLogin;
import cn.tongxin.stand.DemoAccount;
import cn.tongxin.stand.KeycloakStand;
import cn.tongxin.stand.OutsideStand;
import cn.tongxin.stand.Ports;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.ServiceStand;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The stage's database, and beside it a second service that believes a real Keycloak and speaks to the stubs. */
final class IdentityStage {
    private static final IdentityStage SHARED = new IdentityStage();
    private static final AtomicLong NUMBERS = new AtomicLong(13_900_000_000L);

    final LateClock clock = new LateClock();
    final KeycloakStand keycloak;
    final OutsideStand outside;
    private final ApplicationContext context;
    private final URI url;

    private IdentityStage() {
        try {
            var stage = Stage.shared();
            var folder = Files.createTempDirectory("identity-stage");
            var port = Ports.anyFree();
            url = URI.create("http://localhost:" + port);
            try (var db = stage.superuser();
                    var statement = db.createStatement()) {
                statement.execute("create database keycloak");
            }
            outside = OutsideStand.start(0, List.of());
            keycloak = new KeycloakStand(
                    new KeycloakStand.Config(
                            KeycloakStand.programs(repository()),
                            folder,
                            Ports.anyFree(),
                            stage.url().replaceFirst("/postgres$", "/keycloak"),
                            "postgres",
                            "trusted",
                            url,
                            url),
                    new Secrets(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
            keycloak.start();
            keycloak.letCodesRepeat();
            var settings = stage.settings();
            settings.putAll(Map.ofEntries(
                    Map.entry("micronaut.server.host", "localhost"),
                    Map.entry("micronaut.server.port", port),
                    Map.entry("tongxin.url", url.toString()),
                    Map.entry("tongxin.address-header", "X-Forwarded-For"),
                    Map.entry("tongxin.token.issuer", keycloak.issuer()),
                    Map.entry("tongxin.token.jwks-url", ""),
                    Map.entry("tongxin.keycloak.client-secret", keycloak.clientSecret()),
                    Map.entry(
                            "tongxin.keycloak.assertion-key-file",
                            ServiceStand.assertionKey(folder).toString()),
                    Map.entry("tongxin.sms.url", outside.url() + "/sms/messages"),
                    Map.entry("tongxin.sms.key", "stub-key"),
                    Map.entry("tongxin.wechat.url", outside.url() + "/wechat"),
                    Map.entry("tongxin.wechat.official-app-id", "wx-official"),
                    Map.entry("tongxin.wechat.official-secret", OutsideStand.WECHAT_SECRET),
                    Map.entry("tongxin.wechat.mini-app-id", "wx-mini"),
                    Map.entry("tongxin.wechat.mini-secret", OutsideStand.WECHAT_SECRET),
                    Map.entry("tongxin.login.gap-seconds", 60),
                    Map.entry("tongxin.login.per-address-hour", 10_000),
                    Map.entry("tongxin.login.per-committee-hour", 10_000)));
            context = ApplicationContext.builder()
                    .environments("test")
                    .properties(settings)
                    .singletons(clock)
                    .start();
            context.getBean(EmbeddedServer.class).start();
        } catch (Exception failure) {
            throw new IllegalStateException("The identity stage could not be set.", failure);
        }
    }

    static IdentityStage shared() {
        return SHARED;
    }

    /** A number that no test has used. */
    static String number() {
        return Long.toString(NUMBERS.incrementAndGet());
    }

    /** A seat that the roster lists with a number, and that nobody has taken. */
    UUID listed(TestCommittee committee, String name, String phone, Role... roles) {
        var seat = Ids.next();
        committee.inside(
                "insert into seat_directory (seat_id, committee_id, status) values (?, ?, 'ACTIVE')",
                seat,
                committee.id());
        committee.inside("insert into seat (id, name, status, created_at) values (?, ?, 'ACTIVE', now())", seat, name);
        for (var role : roles) {
            committee.inside(
                    "insert into seat_role (seat_id, role, granted_at) values (?, ?, now())", seat, role.name());
        }
        committee.inside(
                "insert into seat_claim (seat_id, phone_hash, created_at) values (?, ?, now())",
                seat,
                context.getBean(Crypto.class).keyedHash(phone));
        return seat;
    }

    /** A seat of somebody who works at the console. */
    UUID office(TestCommittee committee, String subject, Role... roles) {
        var account = Ids.next();
        committee.inside(
                "insert into account (id, keycloak_subject, created_at) values (?, ?, now()) on conflict do nothing",
                account,
                subject);
        var seat = listed(committee, "办公室", number(), roles);
        committee.inside("delete from seat_claim where seat_id = ?", seat);
        committee.inside(
                "update seat_directory set account_id = (select id from account where keycloak_subject = ?) where seat_id = ?",
                subject,
                seat);
        return seat;
    }

    /** A person of Keycloak with a password and a second factor of their own. */
    DemoAccount person(String... realmRoles) {
        return DemoAccount.of("p" + UUID.randomUUID().toString().substring(0, 13), "某人", List.of(realmRoles));
    }

    String subject(DemoAccount account) {
        try {
            return keycloak.ensureAccount(account);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    BrowserLogin browser() {
        return new BrowserLogin(keycloak.issuer(), "tongxin-console", url.resolve("/console/"));
    }

    /** A console token of a person of Keycloak. */
    String console(DemoAccount account, String acr) {
        try {
            if (!account.totpSecret().isEmpty()) {
                keycloak.ensureAccount(account);
            }
            return browser().login(account, acr).accessToken();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    Visit visit() {
        return new Visit(url);
    }

    /** Somebody on a telephone of the roster's, by the code sent to it. */
    Visit logIn(String number) {
        var visit = visit();
        visit.post("/api/login/phone-codes", "phone", number).expect(202);
        visit.post("/api/login/phone", "phone", number, "code", codeSentTo(number), "deviceName", "测试机")
                .expect(200);
        return visit;
    }

    /** A minute later, with the next code. */
    Visit logInAgain(TestCommittee county, String number) {
        county.inside("update platform.login_code set created_at = created_at - interval '2 minutes'");
        var before = outside.messagesTo(number).size();
        var visit = visit();
        visit.post("/api/login/phone-codes", "phone", number).expect(202);
        visit.post("/api/login/phone", "phone", number, "code", codeAfter(before, number))
                .expect(200);
        return visit;
    }

    /** The newest code that the stub was asked to send; waits for it a little. */
    String codeSentTo(String phone) {
        return codeAfter(0, phone);
    }

    /** The newest code, once more messages than these were sent. */
    String codeAfter(int before, String phone) {
        return Eventually.find(() -> outside.messagesTo(phone), sent -> sent.size() > before)
                .getLast()
                .code();
    }

    private static Path repository() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("stand/pom.xml"))) {
            here = here.getParent();
        }
        return here;
    }

    /** The real time, because Keycloak has no other; a test may run ahead of it and must come back. */
    static final class LateClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void ahead(Duration time) {
            ahead = time;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Somebody's telephone or browser: it keeps the device cookie and the access token. */
    static final class Visit {
        private final URI url;
        String cookie = "";
        String token = "";
        private String from = "";

        private Visit(URI url) {
            this.url = url;
        }

        /** What the gateway writes of where the request came from. */
        Visit from(String addresses) {
            from = addresses;
            return this;
        }

        Visit with(String accessToken) {
            token = accessToken;
            return this;
        }

        Answer get(String path) {
            return send("GET", path, null, null);
        }

        Answer get(String path, UUID seat) {
            return send("GET", path, null, seat);
        }

        Answer post(String path, Object... pairs) {
            return send("POST", path, Person.body(pairs), null);
        }

        Answer postAs(UUID seat, String path, Object... pairs) {
            return send("POST", path, Person.body(pairs), seat);
        }

        Answer put(String path, Object... pairs) {
            return send("PUT", path, Person.body(pairs), null);
        }

        Answer delete(String path) {
            return send("DELETE", path, null, null);
        }

        private Answer send(String method, String path, Object body, UUID seat) {
            var request = HttpRequest.newBuilder(url.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(json(body)));
            if (!cookie.isEmpty()) {
                request.header("Cookie", "tongxin_device=" + cookie);
            }
            if (!from.isEmpty()) {
                request.header("X-Forwarded-For", from);
            }
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (seat != null) {
                request.header("X-Seat", seat.toString());
            }
            var answer = Person.send(request.build());
            var set = answer.header("set-cookie");
            if (set.startsWith("tongxin_device=")) {
                cookie = set.substring("tongxin_device=".length(), set.indexOf(';'));
            }
            if (answer.json().hasNonNull("accessToken")) {
                token = answer.json().path("accessToken").asText();
            }
            return answer;
        }

        private static String json(Object body) {
            try {
                return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
            } catch (com.fasterxml.jackson.core.JsonProcessingException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
