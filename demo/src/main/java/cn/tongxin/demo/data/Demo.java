package cn.tongxin.demo.data;

import cn.tongxin.demo.office.Events;
import cn.tongxin.demo.office.Http;
import cn.tongxin.demo.office.Intake;
import cn.tongxin.demo.office.Office;
import cn.tongxin.stand.KeycloakStand;
import cn.tongxin.stand.OutsideStand;
import cn.tongxin.stand.StandException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Fills an empty stand: three provinces with a prefecture and a county each, their last years from the file of events, and
 * for Ganzi what goes on now. Everybody comes in by the doors that people use.
 */
public final class Demo {
    private static final int HANDS = 4;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final URI service;
    private final OutsideStand outside;
    private final ConsoleEntrance entrance;
    private final Consumer<String> say;

    private static final String COUNTY_MEMBER = "13800000005";

    public Demo(URI service, KeycloakStand keycloak, OutsideStand outside, Consumer<String> say) {
        this.service = service;
        this.outside = outside;
        this.entrance = new ConsoleEntrance(service, keycloak);
        this.say = say;
    }

    /** A member who logs in by telephone. */
    public record Member(String phone, String name) {}

    public static List<Member> members() {
        return script().path("members")
                .valueStream()
                .map(member -> new Member(
                        member.path("phone").asText(), member.path("name").asText()))
                .toList();
    }

    public void load() throws Exception {
        var events = events();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var tasks = Cast.PLACES.stream()
                    .map(place -> Map.entry(place, events.byCommittee().getOrDefault(place.code(), List.of())))
                    .sorted(Comparator.comparing(each -> -each.getValue().size()))
                    .map(each -> hands.submit(() -> bringIn(each.getKey(), each.getValue())))
                    .toList();
            for (var task : tasks) {
                await(task);
            }
        }
    }

    private void bringIn(Cast.Place place, List<ObjectNode> events) {
        var office = Office.open(entrance, place.code(), place.name(), place.people());
        var outcome = new Intake(office).take(events);
        if (!outcome.refused().isEmpty()) {
            throw new StandException("The demo's own events are refused: " + outcome.refused());
        }
        switch (place.code()) {
            case Cast.SICHUAN -> office.seated(Cast.INFO, null);
            case Cast.GANZI -> new ThisYear(office, script(), LocalDate.now(CHINA), service, outside).happen();
            case Cast.KANGDING -> office.seat("次仁旺姆", null, COUNTY_MEMBER, "2022-01-10");
            default -> {}
        }
        say.accept("  " + place.name() + (events.isEmpty() ? "" : ": " + outcome.taken() + " events"));
    }

    private static void await(Future<?> task) throws Exception {
        try {
            task.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    private static Events events() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(resource("events.jsonl"), StandardCharsets.UTF_8))) {
            return Events.read(lines);
        }
    }

    private static JsonNode script() {
        try (var in = resource("this-year.json")) {
            return Http.JSON.readTree(in);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + name), name);
    }
}
