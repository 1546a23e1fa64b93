package cn.tongxin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Operations;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Recorder;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Sends requests of the suite once more inside their own committee, as those whom row-level security does not keep out:
 * a guest, a plain member, a clerk of another unit, a visitor from another committee, a suspended and an ended member. {@code classes.txt} says for every
 * operation who may come through its door. Whoever may not gets 401, 403 or 404 before anything else is said; whoever may
 * does come through, unless it hangs on what he came for; and where a list shows only one's own, they are shown nothing,
 * for they have nothing yet.
 */
@Order(Integer.MAX_VALUE - 20)
class ClassesTest {
    private static final int TRIES = 4;
    private static final int ENOUGH = 2;
    private static final List<String> READS_FIRST = List.of("GET", "POST", "PUT", "DELETE");

    private enum Kind {
        GUEST,
        MEMBER,
        CLERK,
        VISITOR,
        SUSPENDED,
        ENDED
    }

    /** One line of the table: who may, and whether the answer lists only one's own. */
    private record Doors(Set<Kind> may, boolean own) {}

    private final Operations operations = new Operations();
    private final Map<String, Doors> table = table();
    private final Map<TestCommittee, Map<Kind, Person>> people = new HashMap<>();
    private final Map<TestCommittee, Boolean> open = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();

    @Test
    void inside_a_committee_everybody_comes_only_through_his_own_doors() {
        exchanges().forEach((operation, said) -> {
            var doors = table.getOrDefault(operation.toString(), new Doors(Set.of(), false));
            var came = EnumSet.noneOf(Kind.class);
            var tried = some(said);
            var tries = 0;
            for (var exchange : tried) {
                came.addAll(tryAll(operation, doors, exchange));
                tries++;
                if (tries >= ENOUGH && came.containsAll(doors.may())) {
                    break;
                }
            }
            doors.may().stream()
                    .filter(kind -> !tried.isEmpty()
                            && !came.contains(kind)
                            && !operation.path().contains("{"))
                    .forEach(kind -> faults.add(kind + " " + operation + " never came through"));
        });
        assertThat(faults).isEmpty();
    }

    /** By operation: reads first, while the six have done nothing yet. */
    private Map<Operations.Operation, List<Recorder.Exchange>> exchanges() {
        var all = new TreeMap<Operations.Operation, List<Recorder.Exchange>>(
                Comparator.comparing(operation -> READS_FIRST.indexOf(operation.method()) + operation.path()));
        for (var exchange : Stage.shared().recorder.exchanges()) {
            operations
                    .of(exchange.method(), exchange.path())
                    .filter(o -> !o.isPublic())
                    .ifPresent(
                            o -> all.computeIfAbsent(o, _ -> new ArrayList<>()).add(exchange));
        }
        return all;
    }

    /** The last of each committee that is open, those first in which the six have sat down already. */
    private List<Recorder.Exchange> some(List<Recorder.Exchange> said) {
        var last = new LinkedHashMap<TestCommittee, Recorder.Exchange>();
        said.stream()
                .filter(exchange -> open.computeIfAbsent(exchange.person().committee(), ClassesTest::isOpen))
                .forEach(exchange -> last.put(exchange.person().committee(), exchange));
        return last.values().stream()
                .sorted(Comparator.comparing(
                        exchange -> !people.containsKey(exchange.person().committee())))
                .limit(TRIES)
                .toList();
    }

    private static boolean isOpen(TestCommittee committee) {
        return committee.number(
                        "select count(*) from platform.committee where id = ? and status = 'ACTIVE'", committee.id())
                == 1;
    }

    @Test
    void every_operation_stands_in_the_table() {
        var all = operations.all().stream()
                .filter(operation -> !operation.isPublic())
                .map(Object::toString)
                .toList();
        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Who came through. */
    private Set<Kind> tryAll(Operations.Operation operation, Doors doors, Recorder.Exchange exchange) {
        var there = people.computeIfAbsent(exchange.person().committee(), ClassesTest::settle);
        var came = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) {
            var answer = there.get(kind).quietly(exchange.method(), exchange.path(), exchange.body(), exchange.type());
            if (answer.status() == 401 || answer.status() == 403 || answer.status() == 404) {
                continue;
            }
            came.add(kind);
            if (!doors.may().contains(kind)) {
                faults.add(kind + " " + operation + " → " + answer.status() + "   (" + exchange.path() + ")");
            } else if (doors.own() && !isEmptyList(answer.json())) {
                faults.add(kind + " " + operation + " shows what is not his: " + answer.text());
            }
        }
        return came;
    }

    private static boolean isEmptyList(JsonNode answer) {
        var list = answer.isArray() ? answer : answer.path("items");
        return list.isArray() && list.isEmpty();
    }

    private static Map<Kind, Person> settle(TestCommittee committee) {
        var people = new EnumMap<Kind, Person>(Kind.class);
        people.put(Kind.GUEST, committee.guest("来客"));
        people.put(Kind.MEMBER, committee.member("普通委员"));
        var unit = Ids.next();
        committee.inside(
                "insert into handling_unit (id, version, name, system, valid_from) values (?, 1, ?, 'OTHER', '2020-01-01')",
                unit,
                "别的单位" + unit);
        people.put(Kind.CLERK, committee.clerk("别的单位经办人", unit));
        people.put(Kind.VISITOR, committee.visitor("友邻读者"));
        people.put(Kind.SUSPENDED, stopped(committee, "SUSPENDED"));
        people.put(Kind.ENDED, stopped(committee, "ENDED"));
        return people;
    }

    private static Person stopped(TestCommittee committee, String status) {
        var person = committee.member("停职委员");
        committee.inside("update seat set status = ? where id = ?", status, person.seat());
        committee.inside("update seat_directory set status = ? where seat_id = ?", status, person.seat());
        return person;
    }

    /** Lines such as {@code GET /api/seats: member}; suspended and ended members read what members read. */
    private static Map<String, Doors> table() {
        try (var file = ClassesTest.class.getResourceAsStream("/classes.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> doors(parts[0], parts[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Doors doors(String operation, String words) {
        var may = EnumSet.noneOf(Kind.class);
        var own = false;
        for (var word : words.strip().split(" ")) {
            switch (word) {
                case "" -> {}
                case "everybody" -> may.addAll(EnumSet.allOf(Kind.class));
                case "seats" -> may.addAll(List.of(Kind.GUEST, Kind.MEMBER, Kind.CLERK));
                case "own" -> own = true;
                default -> may.add(Kind.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        if (operation.startsWith("GET ") && may.contains(Kind.MEMBER)) {
            may.addAll(List.of(Kind.SUSPENDED, Kind.ENDED));
        }
        return new Doors(may, own);
    }
}
