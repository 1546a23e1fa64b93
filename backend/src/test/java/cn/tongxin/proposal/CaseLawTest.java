package cn.tongxin.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.committee.ProposalRules;
import cn.tongxin.handling.Standing;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A whole case from its draft to its end, with up to three units: whatever is tried in whichever order, the workflow says
 * what a model says that knows units one by one and the workflow not at all.
 */
class CaseLawTest {
    private static final int CASES = 8_000;
    private static final int STEPS = 60;
    private static final int REHANDLINGS = 2;

    private static final List<String> MOVES = List.of(
            "submit",
            "accept",
            "return",
            "review",
            "file",
            "not-file",
            "merge",
            "unfile",
            "withdraw",
            "mark-key",
            "assign",
            "reply",
            "approve",
            "reject",
            "give back",
            "satisfied",
            "not satisfied",
            "silent",
            "rehandle",
            "consult",
            "close");

    private enum Work {
        WORKING,
        UNDER_REVIEW,
        RELEASED
    }

    private static final class Unit {
        private Work work = Work.WORKING;
        private int round = 1;
        private @Nullable String rating;
    }

    /** The case as somebody would tell it, unit by unit. */
    private static final class Told {
        private String phase = "DRAFT";
        private int stage;
        private boolean handedIn;
        private final List<Unit> units = new ArrayList<>();

        boolean atUnits() {
            return phase.equals("AT_UNITS");
        }

        boolean isReplied() {
            return units.stream().anyMatch(unit -> unit.work != Work.WORKING);
        }

        int round() {
            return units.stream().mapToInt(unit -> unit.round).max().orElse(1);
        }

        boolean bad() {
            return units.stream().anyMatch(unit -> "bad".equals(unit.rating));
        }

        String state() {
            if (!atUnits()) {
                return phase;
            }
            if (units.stream().anyMatch(unit -> unit.work == Work.WORKING)) {
                return round() > 1 ? "REHANDLING" : "HANDLING";
            }
            if (units.stream().anyMatch(unit -> unit.work == Work.UNDER_REVIEW)) {
                return "REPLY_REVIEW";
            }
            return units.stream().anyMatch(unit -> unit.rating == null) ? "AWAITING_FEEDBACK" : "FEEDBACK_IN";
        }

        /** Whether the move is possible, and if so makes it. */
        boolean move(String move, int which) {
            var unit = units.isEmpty() ? null : units.get(which % units.size());
            var last = phase.equals("IN_REVIEW") && stage == 3;
            var open = atUnits() || phase.equals("CLOSED");
            return switch (move) {
                case "submit" -> {
                    handedIn |= phase.equals("DRAFT");
                    yield go(phase.equals("DRAFT"), "SUBMITTED", 0);
                }
                case "accept" -> go(phase.equals("SUBMITTED"), "IN_REVIEW", 1);
                case "return" -> go(phase.equals("SUBMITTED") || phase.equals("IN_REVIEW"), "DRAFT", 0);
                case "review" -> go(phase.equals("IN_REVIEW") && stage < 3, "IN_REVIEW", stage + 1);
                case "file" -> go(last, "FILED", 0);
                case "not-file" -> go(last, "NOT_FILED", 0);
                case "merge" ->
                    leave(
                            last
                                    || List.of("FILED", "MERGED").contains(phase)
                                    || (state().equals("HANDLING") && !isReplied()),
                            "MERGED",
                            0);
                case "unfile" ->
                    leave(phase.equals("FILED") || (state().equals("HANDLING") && !isReplied()), "IN_REVIEW", 3);
                case "withdraw" ->
                    leave(
                            (phase.equals("DRAFT") && handedIn)
                                    || List.of("SUBMITTED", "IN_REVIEW", "FILED")
                                            .contains(phase)
                                    || (state().equals("HANDLING") && !isReplied()),
                            "WITHDRAWN",
                            0);
                case "mark-key" -> phase.equals("FILED") || open;
                case "assign" -> {
                    var may = phase.equals("FILED") || state().equals("HANDLING");
                    if (may && units.size() < 3) {
                        phase = "AT_UNITS";
                        units.add(new Unit());
                    }
                    yield may;
                }
                case "reply" -> turn(atUnits() && unit != null && unit.work == Work.WORKING, unit, Work.UNDER_REVIEW);
                case "approve" ->
                    turn(atUnits() && unit != null && unit.work == Work.UNDER_REVIEW, unit, Work.RELEASED);
                case "reject" -> turn(atUnits() && unit != null && unit.work == Work.UNDER_REVIEW, unit, Work.WORKING);
                case "give back" -> {
                    var may = state().equals("HANDLING") && unit != null && unit.work == Work.WORKING;
                    if (may) {
                        units.remove(unit);
                        phase = units.isEmpty() ? "FILED" : phase;
                    }
                    yield may;
                }
                case "satisfied" -> rate(open, unit, "good");
                case "not satisfied" -> rate(open, unit, "bad");
                case "silent" -> rate(open && unit != null && unit.rating == null, unit, "silent");
                case "rehandle" -> {
                    var may = state().equals("FEEDBACK_IN") && bad() && round() <= REHANDLINGS;
                    if (may) {
                        units.stream().filter(each -> "bad".equals(each.rating)).forEach(each -> {
                            each.work = Work.WORKING;
                            each.round++;
                            each.rating = null;
                        });
                    }
                    yield may;
                }
                case "consult" -> go(state().equals("FEEDBACK_IN") && bad() && round() > REHANDLINGS, "CLOSED", 0);
                case "close" -> go(state().equals("FEEDBACK_IN") && !bad(), "CLOSED", 0);
                default -> throw new IllegalArgumentException(move);
            };
        }

        private boolean go(boolean may, String to, int next) {
            if (may) {
                phase = to;
                stage = next;
            }
            return may;
        }

        private boolean leave(boolean may, String to, int next) {
            if (may) {
                units.clear();
            }
            return go(may, to, next);
        }

        private static boolean turn(boolean may, @Nullable Unit unit, Work to) {
            if (may && unit != null) {
                unit.work = to;
            }
            return may;
        }

        private static boolean rate(boolean may, @Nullable Unit unit, String rating) {
            var rated = may && unit != null && unit.work == Work.RELEASED;
            if (rated) {
                unit.rating = rating;
            }
            return rated;
        }

        Standing standing() {
            return new Standing(
                    units.size(),
                    units.size(),
                    count(unit -> unit.work != Work.WORKING),
                    count(unit -> unit.work == Work.RELEASED),
                    count(unit -> unit.rating != null),
                    count(unit -> "bad".equals(unit.rating)),
                    round(),
                    round() > REHANDLINGS,
                    !isReplied(),
                    false);
        }

        private int count(java.util.function.Predicate<Unit> which) {
            return (int) units.stream().filter(which).count();
        }
    }

    /** ProposalLawsTest walks what is written and reviewed. */
    private static final List<ProposalStatus> ELSEWHERE = List.of(ProposalStatus.CO_SIGNING, ProposalStatus.SUPERSEDED);

    @Test
    void whatever_is_tried_the_case_stands_where_its_units_say() {
        var reached = new TreeMap<String, Integer>();
        var taken = new TreeMap<String, Integer>();
        var closed = 0;
        for (var seed = 0; seed < CASES; seed++) {
            closed += play(new Random(seed), "case " + seed, reached, taken).equals("CLOSED") ? 1 : 0;
        }
        assertThat(reached.keySet())
                .containsExactlyInAnyOrder(Arrays.stream(ProposalStatus.values())
                        .filter(state -> !ELSEWHERE.contains(state))
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(taken.keySet()).containsExactlyInAnyOrderElementsOf(MOVES);
        assertThat(reached.values()).allMatch(times -> times >= 50);
        assertThat(taken.values()).allMatch(times -> times >= 50);
        assertThat(closed).isGreaterThanOrEqualTo(CASES / 20);
    }

    private static String play(Random random, String seed, Map<String, Integer> reached, Map<String, Integer> taken) {
        var told = new Told();
        var status = ProposalStatus.DRAFT;
        for (var i = 0; i < STEPS; i++) {
            var which = random.nextInt(6);
            var move = likely(random, told);
            var stage = told.stage;
            var before = told.standing();
            var from = told.state();
            var may = told.move(move, which);
            if (may || !isOfUnits(move)) {
                // what units and proponents do reaches the workflow only when they could do it
                var after = tried(status, move, stage, told.handedIn, isOfUnits(move) ? told.standing() : before);
                assertThat(after != null).as("%s: %s in %s", seed, move, from).isEqualTo(may);
                status = after == null ? status : after;
            }
            assertThat(status.name()).as("%s after %s in %s", seed, move, from).isEqualTo(told.state());
            if (may) {
                taken.merge(move, 1, Integer::sum);
            }
            reached.merge(status.name(), 1, Integer::sum);
        }
        return status.name();
    }

    /** Mostly something that is possible, and leads on. */
    private static String likely(Random random, Told told) {
        var forward = switch (told.state()) {
            case "DRAFT" -> "submit";
            case "SUBMITTED" -> "accept";
            case "IN_REVIEW" -> told.stage < 3 ? "review" : "file";
            case "FILED" -> "assign";
            case "HANDLING", "REHANDLING" -> "reply";
            case "REPLY_REVIEW" -> "approve";
            case "AWAITING_FEEDBACK" -> random.nextBoolean() ? "satisfied" : "not satisfied";
            case "FEEDBACK_IN" -> told.bad() ? (told.round() > REHANDLINGS ? "consult" : "rehandle") : "close";
            default -> "mark-key";
        };
        return random.nextInt(4) > 0 ? forward : MOVES.get(random.nextInt(MOVES.size()));
    }

    private static boolean isOfUnits(String move) {
        return List.of("reply", "approve", "reject", "give back", "satisfied", "not satisfied", "silent")
                .contains(move);
    }

    private static @Nullable ProposalStatus tried(
            ProposalStatus status, String name, int stage, boolean handedIn, Standing standing) {
        try {
            return status.after(
                    move(name, stage),
                    ProposalRules.STANDARD,
                    new ProposalStatus.Facts(stage, handedIn, standing, null));
        } catch (Refusal refused) {
            return null;
        }
    }

    private static ProposalMove move(String name, int stage) {
        return switch (name) {
            case "submit" -> new ProposalMove.Submit(null, true);
            case "accept" -> new ProposalMove.Accept(null);
            case "return" -> new ProposalMove.Return(null, "请补充");
            case "review" -> new ProposalMove.Review(null, stage, null);
            case "file" -> new ProposalMove.File(null);
            case "not-file" -> new ProposalMove.NotFile(null, "PERSONAL", Disposition.ARCHIVE, null, null);
            case "merge" -> new ProposalMove.Merge(Ids.next());
            case "unfile" -> new ProposalMove.UnFile(null, "误立");
            case "withdraw" -> new ProposalMove.Withdraw(null, "来函撤回");
            case "mark-key" -> new ProposalMove.MarkKey(null);
            case "unmark-key" -> new ProposalMove.UnmarkKey(null);
            case "assign" -> new ProposalMove.Assign(null, null);
            case "reply" -> new ProposalMove.Replied();
            case "approve", "reject" -> new ProposalMove.Reviewed();
            case "give back" -> new ProposalMove.Returned();
            case "satisfied", "not satisfied", "silent" -> new ProposalMove.Rated();
            case "rehandle" -> new ProposalMove.Rehandle(null, null);
            case "consult" -> new ProposalMove.Consult(null, null, null, null, false);
            case "close" -> new ProposalMove.Close(null);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
