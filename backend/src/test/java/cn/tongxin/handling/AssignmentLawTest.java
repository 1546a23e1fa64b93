package cn.tongxin.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.committee.HandlingRules;
import cn.tongxin.committee.WorkingDays;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever people, offices and time try in whichever order, an assignment goes as a model says that shares no line with the
 * code: a table of words. What was done, done again, leads to the same state.
 */
class AssignmentLawTest {
    private static final int SEQUENCES = 6_000;
    private static final int STEPS = 80;
    private static final UUID UNIT = Ids.next();
    private static final HandlingRules RULES = HandlingRules.STANDARD;
    private static final WorkingDays DAYS = new WorkingDays(Set.of(2026, 2027, 2028), List.of(), List.of());
    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private static final List<String> ACTORS = List.of("clerk", "office", "member", "other clerk", "time", "matter");
    private static final List<String> MOVES = List.of(
            "accept",
            "silence",
            "request return",
            "grant return",
            "refuse return",
            "request extension",
            "grant extension",
            "refuse extension",
            "opine",
            "reply",
            "approve",
            "reject",
            "rehandle",
            "hand on",
            "cancel",
            "take back");

    /** From state and move to state, for everybody; the model's conditions stand in {@link Model}. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("SENT accept", "ACCEPTED"),
            Map.entry("SENT silence", "ACCEPTED"),
            Map.entry("SENT request return", "RETURN_REQUESTED"),
            Map.entry("ACCEPTED request return", "RETURN_REQUESTED"),
            Map.entry("RETURN_REQUESTED grant return", "RETURNED"),
            Map.entry("RETURN_REQUESTED refuse return", "ACCEPTED"),
            Map.entry("SENT request extension", "EXTENSION_REQUESTED"),
            Map.entry("ACCEPTED request extension", "EXTENSION_REQUESTED"),
            Map.entry("EXTENSION_REQUESTED grant extension", "ACCEPTED"),
            Map.entry("EXTENSION_REQUESTED refuse extension", "ACCEPTED"),
            Map.entry("SENT opine", "OPINION_GIVEN"),
            Map.entry("ACCEPTED opine", "OPINION_GIVEN"),
            Map.entry("SENT reply", "REPLIED"),
            Map.entry("ACCEPTED reply", "REPLIED"),
            Map.entry("REPLIED approve", "REPLY_ACCEPTED"),
            Map.entry("REPLIED reject", "ACCEPTED"),
            Map.entry("REPLY_ACCEPTED rehandle", "ACCEPTED"),
            Map.entry("OPINION_GIVEN rehandle", "ACCEPTED"),
            Map.entry("SENT hand on", "SENT"),
            Map.entry("ACCEPTED hand on", "ACCEPTED"),
            Map.entry("RETURN_REQUESTED hand on", "RETURN_REQUESTED"),
            Map.entry("EXTENSION_REQUESTED hand on", "EXTENSION_REQUESTED"),
            Map.entry("REPLIED hand on", "REPLIED"),
            Map.entry("SENT cancel", "CANCELLED"),
            Map.entry("ACCEPTED cancel", "CANCELLED"),
            Map.entry("RETURN_REQUESTED cancel", "CANCELLED"),
            Map.entry("EXTENSION_REQUESTED cancel", "CANCELLED"),
            Map.entry("OPINION_GIVEN cancel", "CANCELLED"),
            Map.entry("REPLIED cancel", "CANCELLED"));

    private static final Map<String, Set<String>> MAY = Map.of(
            "clerk", Set.of("accept", "request return", "request extension", "opine", "reply", "take back"),
            "office",
                    Set.of(
                            "grant return",
                            "refuse return",
                            "grant extension",
                            "refuse extension",
                            "approve",
                            "reject",
                            "take back"),
            "time", Set.of("silence", "hand on"),
            "matter", Set.of("rehandle", "cancel"),
            "member", Set.of(),
            "other clerk", Set.of());

    /** What the table cannot say: days, rounds, roles, and what can be taken back. */
    private static final class Model {
        private final boolean assists;
        private String state = "SENT";
        private int round = 1;
        private int extensions;
        private int made;
        private @Nullable String before;
        private @Nullable String lastBy;

        Model(boolean assists) {
            this.assists = assists;
        }

        @Nullable
        String next(String actor, String move, boolean windowOver) {
            if (!MAY.get(actor).contains(move)) {
                return null;
            }
            if (move.equals("take back")) {
                return actor.equals(lastBy) ? before : null;
            }
            var needsHand = Set.of("opine", "reply", "request extension").contains(move) && state.equals("SENT");
            var refused = (move.equals("silence") && !windowOver)
                    || (needsHand && !windowOver)
                    || (move.equals("request return") && (windowOver || round > 1))
                    || (move.equals("request extension") && extensions > 0)
                    || (move.equals("opine") && !assists)
                    || (move.equals("reply") && assists);
            return refused ? null : TABLE.get(state + " " + move);
        }

        void make(String actor, String move, String to) {
            var undoable = Set.of("accept", "request return", "request extension", "opine", "reply", "approve")
                    .contains(move);
            before = undoable ? state : null;
            lastBy = undoable ? actor : null;
            if (move.equals("rehandle")) {
                round++;
                extensions = 0;
            }
            if (move.equals("grant extension")) {
                extensions++;
            }
            state = to;
            made++;
        }
    }

    private final Map<String, Caller> callers = Map.of(
            "clerk", caller(Role.UNIT_CLERK, UNIT),
            "other clerk", caller(Role.UNIT_CLERK, Ids.next()),
            "office", caller(Role.ASSIGNING_OFFICE, null),
            "member", caller(Role.MEMBER, null));

    @Test
    void no_order_of_moves_leads_where_the_model_does_not() {
        var reached = new TreeMap<String, Integer>();
        var taken = new TreeMap<String, Integer>();
        for (var seed = 0; seed < SEQUENCES; seed++) {
            play(new Random(seed), "seed " + seed, reached, taken);
        }
        assertThat(reached.keySet())
                .containsExactlyInAnyOrder(java.util.Arrays.stream(AssignmentStatus.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(taken.keySet()).containsExactlyInAnyOrderElementsOf(MOVES);
        assertThat(reached.values()).allMatch(times -> times >= 50);
        assertThat(taken.values()).allMatch(times -> times >= 50);
    }

    private void play(Random random, String seed, Map<String, Integer> reached, Map<String, Integer> taken) {
        var role = AssignmentRole.values()[random.nextInt(4)];
        var first = sent(role);
        var assignment = first;
        var model = new Model(role == AssignmentRole.ASSIST);
        var today = START;
        var done = new ArrayList<Done>();
        for (var i = 0; i < STEPS; i++) {
            today = today.plusDays(random.nextInt(4) == 0 ? random.nextInt(9) : 0);
            var actor = ACTORS.get(random.nextInt(ACTORS.size()));
            var move = MOVES.get(random.nextInt(MOVES.size()));
            var wanted = model.next(actor, move, assignment.sending().returnBy().isBefore(today));
            var made = tried(actor, move(move, assignment, today), assignment, today);
            assertThat(made == null ? null : made.status().name())
                    .as("%s: %s by %s in %s (%s) on %s", seed, move, actor, assignment.status(), role, today)
                    .isEqualTo(wanted);
            if (made != null) {
                done.add(new Done(move(move, assignment, today), today, callers.get(actor)));
                assignment = made;
                model.make(actor, move, made.status().name());
                taken.merge(move, 1, Integer::sum);
            }
            reached.merge(assignment.status().name(), 1, Integer::sum);
            assertLawful(assignment, model, seed);
        }
        assertThat(replayed(first, done)).as(seed).isEqualTo(assignment);
    }

    private static void assertLawful(Assignment assignment, Model model, String seed) {
        var status = assignment.status();
        var course = assignment.course();
        var answered =
                Set.of(AssignmentStatus.OPINION_GIVEN, AssignmentStatus.REPLIED, AssignmentStatus.REPLY_ACCEPTED);
        assertThat(assignment.version()).as(seed).isEqualTo(1 + model.made);
        assertThat(course.round()).as(seed).isEqualTo(model.round);
        assertThat(course.releasedOn() != null).as(seed).isEqualTo(status == AssignmentStatus.REPLY_ACCEPTED);
        assertThat(course.cancelledOn() != null).as(seed).isEqualTo(status == AssignmentStatus.CANCELLED);
        assertThat(course.giveBack() != null && course.giveBack().returnedOn() != null)
                .as(seed)
                .isEqualTo(status == AssignmentStatus.RETURNED);
        if (status != AssignmentStatus.CANCELLED) {
            assertThat(course.repliedOn() != null).as(seed).isEqualTo(answered.contains(status));
        }
        assertThat(assignment.sending().replyBy())
                .as(seed)
                .isBeforeOrEqualTo(course.startedOn().plusMonths(6));
    }

    private record Done(
            AssignmentMove move, LocalDate on, @Nullable Caller by) {}

    private static Assignment replayed(Assignment first, List<Done> done) {
        var assignment = first;
        for (var each : done) {
            assignment = made(each.move, assignment, each.on, each.by);
        }
        return assignment;
    }

    private @Nullable Assignment tried(String actor, AssignmentMove move, Assignment assignment, LocalDate today) {
        var caller = callers.get(actor);
        var follows = move instanceof AssignmentMove.Rehandle || move instanceof AssignmentMove.Cancel;
        var ofTime = move instanceof AssignmentMove.Silence || move instanceof AssignmentMove.HandOn;
        if (caller == null
                ? (actor.equals("matter") ? !follows : !ofTime)
                : !AssignmentPolicy.allows(caller, move, assignment)) {
            return null;
        }
        try {
            return made(move, assignment, today, caller);
        } catch (Refusal refused) {
            return null;
        }
    }

    private static Assignment made(AssignmentMove move, Assignment assignment, LocalDate today, @Nullable Caller by) {
        var facts = AssignmentActions.facts(assignment, RULES, today, false);
        return assignment.after(move, facts, by == null ? null : by.seatId(), today, Instant.EPOCH, today.plusDays(21));
    }

    private static AssignmentMove move(String name, Assignment assignment, LocalDate today) {
        return switch (name) {
            case "accept" -> new AssignmentMove.Accept(null);
            case "silence" -> new AssignmentMove.Silence();
            case "request return" -> new AssignmentMove.RequestReturn(null, "不属职责");
            case "grant return" -> new AssignmentMove.DecideReturn(null, true, "同意", null);
            case "refuse return" -> new AssignmentMove.DecideReturn(null, false, "不同意", null);
            case "request extension" ->
                new AssignmentMove.RequestExtension(
                        null, new AssignmentChecks(RULES, DAYS, today).longest(assignment), "汛期");
            case "grant extension" -> new AssignmentMove.DecideExtension(null, true, null, null);
            case "refuse extension" -> new AssignmentMove.DecideExtension(null, false, null, "不同意");
            case "opine" -> new AssignmentMove.Opine(null, null, "同意", "局长", today);
            case "reply" ->
                new AssignmentMove.Reply(null, null, null, null, null, null, null, null, null, null, null, null, null);
            case "approve" -> new AssignmentMove.ReviewReply(null, true, null, null);
            case "reject" -> new AssignmentMove.ReviewReply(null, false, "答非所问", null);
            case "rehandle" -> new AssignmentMove.Rehandle(DAYS.due(today, RULES.rehandlingDue()));
            case "hand on" -> new AssignmentMove.HandOn(UNIT);
            case "cancel" -> new AssignmentMove.Cancel("撤销立案");
            case "take back" -> new AssignmentMove.TakeBack();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Assignment sent(AssignmentRole role) {
        var sending = new Assignment.Sending(
                START,
                null,
                DAYS.due(START, RULES.acceptBy()).date(),
                DAYS.due(START, RULES.returnWindow()).date(),
                DAYS.due(START, RULES.intersessionReplyDue()).date(),
                null,
                null);
        return new Assignment(
                Ids.next(),
                1,
                new Assignment.Subject("proposal", Ids.next()),
                null,
                UNIT,
                role,
                AssignmentStatus.SENT,
                sending,
                Course.begun(START),
                Assignment.Late.NONE,
                null,
                false,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Caller caller(Role role, @Nullable UUID unit) {
        return new Caller(
                Ids.next(),
                "somebody",
                Ids.next(),
                Ids.next(),
                "某人",
                SeatStatus.ACTIVE,
                Set.of(role),
                unit,
                Set.of(),
                false,
                Client.CONSOLE,
                null);
    }
}
