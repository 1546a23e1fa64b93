package cn.tongxin.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.committee.ProposalRules;
import cn.tongxin.handling.Standing;
import cn.tongxin.history.Line;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalStatus.Facts;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random walks of a proposal through everybody's hands, beside a model that was written from domain §3.1 and
 * knows nothing of the code: the code goes exactly where the model goes, and history replays to the same states.
 */
class ProposalLawsTest {
    private static final int WALKS = 6_000;
    private static final int STEPS = 70;
    private static final ProposalRules RULES = ProposalRules.STANDARD;
    private static final int STAGES = RULES.reviewStages();

    /** Who tries a move. */
    private enum Actor {
        PROPONENT(Role.MEMBER),
        OFFICE(Role.PROPOSAL_STAFF),
        REVIEWER(Role.PROPOSAL_REVIEWER),
        ASSIGNER(Role.ASSIGNING_OFFICE),
        CLERK(Role.UNIT_CLERK),
        STRANGER(Role.MEMBER),
        GUEST(Role.GUEST);

        private final Caller caller;

        Actor(Role role) {
            this.caller = new Caller(
                    Ids.next(),
                    name(),
                    Ids.next(),
                    Ids.next(),
                    name(),
                    SeatStatus.ACTIVE,
                    Set.of(role),
                    null,
                    Set.of(),
                    false,
                    Client.CONSOLE,
                    null);
        }
    }

    /** How the one unit stands; the model's own word for it. What comes of its reply, CaseLawTest walks. */
    private enum Unit {
        NONE(new Standing(0, 0, 0, 0, 0, 0, 1, false, true, false)),
        SENT(new Standing(1, 1, 0, 0, 0, 0, 1, false, true, false)),
        WORKING(new Standing(1, 1, 0, 0, 0, 0, 1, false, false, false));

        private final Standing standing;

        Unit(Standing standing) {
            this.standing = standing;
        }
    }

    /** The model: where a proposal is, and where it was before the last move that its maker may take back. */
    private static final class Model {
        private String state = "DRAFT";
        private int stage;
        private Unit unit = Unit.NONE;
        private boolean appealed;
        private boolean handedIn;
        private String before;
        private int stageBefore;
        private Actor by;
        private String last = "";

        /** The next state, or null where the rules of §3.1 give none. */
        private String next(String move) {
            return switch (state + " " + move) {
                case "DRAFT invite", "CO_SIGNING invite" -> "CO_SIGNING";
                case "DRAFT submit", "CO_SIGNING submit" -> "SUBMITTED";
                case "SUBMITTED accept" -> "IN_REVIEW";
                case "SUBMITTED return", "IN_REVIEW return" -> "DRAFT";
                case "SUBMITTED split", "IN_REVIEW split" -> "SUPERSEDED";
                case "IN_REVIEW review" -> stage < STAGES ? "IN_REVIEW" : null;
                case "IN_REVIEW file" -> stage == STAGES ? "FILED" : null;
                case "IN_REVIEW not-file" -> stage == STAGES ? "NOT_FILED" : null;
                case "IN_REVIEW merge" -> stage == STAGES ? "MERGED" : null;
                case "FILED merge" -> "MERGED";
                case "MERGED merge" -> "MERGED";
                case "HANDLING merge" -> "MERGED";
                case "MERGED unmerge" -> "IN_REVIEW";
                case "NOT_FILED appeal" -> "IN_REVIEW";
                case "NOT_FILED answer-conversion" -> "NOT_FILED";
                case "FILED unfile" -> "IN_REVIEW";
                case "HANDLING unfile" -> "IN_REVIEW";
                case "DRAFT withdraw", "CO_SIGNING withdraw" -> handedIn ? "WITHDRAWN" : null;
                case "SUBMITTED withdraw", "IN_REVIEW withdraw", "FILED withdraw" -> "WITHDRAWN";
                case "HANDLING withdraw" -> "WITHDRAWN";
                case "FILED assign" -> "HANDLING";
                case "HANDLING assign" -> "HANDLING";
                case "FILED mark-key", "FILED unmark-key" -> "FILED";
                case "HANDLING mark-key", "HANDLING unmark-key" -> "HANDLING";
                default -> null;
            };
        }

        private boolean allows(Actor actor, String move) {
            var filed = Set.of("FILED", "HANDLING").contains(state);
            return switch (move) {
                case "invite", "submit", "appeal", "answer-conversion" -> actor == Actor.PROPONENT;
                case "accept", "unfile", "unmerge", "mark-key", "unmark-key" -> actor == Actor.OFFICE;
                case "review", "file", "not-file" -> actor == Actor.OFFICE || actor == Actor.REVIEWER;
                case "return", "merge", "split" ->
                    actor == Actor.OFFICE || (actor == Actor.REVIEWER && state.equals("IN_REVIEW"));
                case "assign" -> actor == Actor.OFFICE || actor == Actor.ASSIGNER;
                case "withdraw" -> actor == Actor.OFFICE || (actor == Actor.PROPONENT && !filed);
                case "take-back" -> actor == by;
                default -> false;
            };
        }

        private static final Set<String> TAKEN_BACK =
                Set.of("submit", "accept", "return", "review", "file", "not-file", "assign");

        private void go(String move, String to, Actor actor) {
            var filed = Set.of("FILED", "HANDLING").contains(state);
            var several = move.equals("assign") && state.equals("HANDLING");
            var mayTakeBack = (TAKEN_BACK.contains(move) && !several) || (move.equals("withdraw") && !filed);
            if (move.endsWith("mark-key")) {
                before = null;
                by = null;
                last = move;
                return;
            }
            var from = state;
            var fromStage = stage;
            stage = !to.equals("IN_REVIEW")
                    ? 0
                    : switch (move) {
                        case "accept", "appeal" -> 1;
                        case "review" -> stage + 1;
                        case "take-back" -> stageBefore;
                        default -> STAGES;
                    };
            unit = to.equals("HANDLING") ? Unit.SENT : Unit.NONE;
            appealed |= move.equals("appeal");
            handedIn |= move.equals("submit");
            state = to;
            before = mayTakeBack ? from : null;
            stageBefore = fromStage;
            by = mayTakeBack ? actor : null;
            last = move;
        }

        private String takenBack() {
            return before == null || (last.equals("assign") && unit != Unit.SENT) ? null : before;
        }
    }

    private final Random random = new Random(20260302);
    private final Map<String, Integer> moves = new HashMap<>();
    private final Map<ProposalStatus, Integer> states = new EnumMap<>(ProposalStatus.class);

    @Test
    void the_code_goes_where_the_model_goes_and_history_replays_to_the_same_states() {
        for (var i = 0; i < WALKS; i++) {
            walk();
        }
        for (var state : ProposalStatus.values()) {
            if (!AFTER_A_REPLY.contains(state)) {
                assertThat(states.getOrDefault(state, 0))
                        .as("times in " + state)
                        .isGreaterThanOrEqualTo(50);
            }
        }
        for (var move : ProposalSteps.all(1)) {
            var name = ProposalSteps.name(move);
            if (!NOT_HERE.contains(name)) {
                assertThat(moves.getOrDefault(name, 0)).as("times " + name).isGreaterThanOrEqualTo(50);
            }
        }
    }

    private static final Set<ProposalStatus> AFTER_A_REPLY = Set.of(
            ProposalStatus.REPLY_REVIEW,
            ProposalStatus.AWAITING_FEEDBACK,
            ProposalStatus.FEEDBACK_IN,
            ProposalStatus.REHANDLING,
            ProposalStatus.CLOSED);

    /** What follows a reply, and what the import alone does. */
    private static final Set<String> NOT_HERE = Set.of("rehandle", "consult", "close");

    private void walk() {
        var model = new Model();
        var proposal = Proposal.drafted(
                Ids.next(),
                new Proposal.Author(ProponentKind.MEMBER, Actor.PROPONENT.caller.seatId(), null, null, null),
                new Proposal.Text("一", null, "二", "", List.of("三"), true, null, Proposal.Besides.NONE),
                Proposal.Wishes.NONE,
                Instant.EPOCH);
        var issued = new ArrayList<String>();
        var told = new ArrayList<Line>();
        for (var step = 0; step < STEPS; step++) {
            var followed = unitActs(model, proposal, told);
            if (followed != null) {
                proposal = followed;
                continue;
            }
            var ahead = oneIn(3) ? null : ahead(model);
            var actor = ahead == null ? Actor.values()[random.nextInt(Actor.values().length)] : ahead.actor();
            var all = ProposalSteps.all(proposal.stage()).stream()
                    .filter(each -> !ProposalSteps.name(each).equals("follow"))
                    .toList();
            var move = ahead == null
                    ? all.get(random.nextInt(all.size()))
                    : all.stream()
                            .filter(each -> ProposalSteps.name(each).equals(ahead.move()))
                            .findFirst()
                            .orElseThrow();
            if (ahead == null && rarely(move)) {
                continue;
            }
            proposal = tryMove(model, proposal, actor, filled(move), issued, told);
        }
        replay(told, proposal);
    }

    /** What leads on, and who does it: a walk of pure chance would hardly come beyond the office's door. */
    private record Ahead(Actor actor, String move) {}

    private Ahead ahead(Model model) {
        return switch (model.state) {
            case "DRAFT" -> new Ahead(Actor.PROPONENT, oneIn(20) ? "invite" : "submit");
            case "CO_SIGNING" -> new Ahead(Actor.PROPONENT, "submit");
            case "SUBMITTED" -> new Ahead(Actor.OFFICE, oneIn(30) ? "split" : oneIn(30) ? "return" : "accept");
            case "IN_REVIEW" ->
                new Ahead(Actor.REVIEWER, model.stage < STAGES ? "review" : oneIn(10) ? "not-file" : "file");
            case "NOT_FILED" -> new Ahead(Actor.PROPONENT, oneIn(2) ? "answer-conversion" : "appeal");
            case "FILED" -> new Ahead(Actor.ASSIGNER, "assign");
            default -> null;
        };
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** Ends and steps back are thinned out, or hardly a walk would come far. */
    private boolean rarely(ProposalMove move) {
        return switch (ProposalSteps.name(move)) {
            case "withdraw", "split", "unfile", "not-file", "merge" -> random.nextInt(8) > 0;
            case "return", "take-back" -> random.nextInt(2) > 0;
            default -> false;
        };
    }

    private Proposal tryMove(
            Model model, Proposal proposal, Actor actor, ProposalMove move, List<String> issued, List<Line> told) {
        var name = ProposalSteps.name(move);
        var wanted = NOT_HERE.contains(name)
                ? null
                : !model.allows(actor, name) ? null : name.equals("take-back") ? model.takenBack() : model.next(name);
        var facts = ProposalFlow.facts(proposal, model.unit.standing);
        var to = ProposalPolicy.allows(actor.caller, move, proposal) ? tried(proposal.status(), move, facts) : null;
        assertThat(to == null ? null : to.name())
                .as("%s by %s in %s stage %d with unit %s", name, actor, model.state, model.stage, model.unit)
                .isEqualTo(wanted);
        if (to == null) {
            return proposal;
        }
        var no = move instanceof ProposalMove.File ? "14-2-%04d".formatted(issued.size() + 1) : null;
        if (no != null) {
            issued.add(no);
        }
        model.go(name, wanted, actor);
        return moved(model, proposal, move, to, no, actor, told);
    }

    private Proposal moved(
            Model model,
            Proposal proposal,
            ProposalMove move,
            ProposalStatus to,
            String no,
            Actor actor,
            List<Line> told) {
        var came = new Proposal.Intake(ProposalKind.PLENARY, Ids.next(), 1, Instant.EPOCH, LocalDate.EPOCH);
        var after = proposal.after(
                move,
                to,
                STAGES,
                move instanceof ProposalMove.Submit ? came : null,
                no,
                LocalDate.EPOCH,
                actor.caller.seatId(),
                LocalDate.EPOCH,
                Instant.EPOCH);
        told.add(ProposalLines.of(move, proposal, after));
        moves.merge(ProposalSteps.name(move), 1, Integer::sum);
        states.merge(to, 1, Integer::sum);
        assertLawful(model, after);
        return after;
    }

    /** What the unit and the proponent do to the assignment, and the proposal that follows; null where nothing happens. */
    private Proposal unitActs(Model model, Proposal proposal, List<Line> told) {
        if (model.unit == Unit.NONE || random.nextInt(3) > 0) {
            return null;
        }
        if (model.unit == Unit.WORKING) {
            return null;
        }
        if (random.nextInt(10) > 0) {
            model.unit = Unit.WORKING;
            return null;
        }
        model.unit = Unit.NONE;
        var move = new ProposalMove.Returned();
        var wanted = "FILED";
        var to = tried(proposal.status(), move, ProposalFlow.facts(proposal, model.unit.standing));
        assertThat(to).as("a proposal follows its unit").isNotNull();
        assertThat(to.name()).isEqualTo(wanted);
        model.state = wanted;
        model.before = null;
        model.by = null;
        return moved(model, proposal, move, to, null, Actor.CLERK, told);
    }

    /** What the table's checks say. */
    private static void assertLawful(Model model, Proposal proposal) {
        var status = proposal.status();
        assertThat(status.name()).isEqualTo(model.state);
        assertThat(proposal.stage()).isEqualTo(model.stage);
        assertThat(status.standsFiled()).isEqualTo(proposal.course().caseNo() != null);
        assertThat(status == ProposalStatus.MERGED).isEqualTo(proposal.course().mergedInto() != null);
        assertThat(status == ProposalStatus.NOT_FILED)
                .isEqualTo(proposal.course().notFiled() != null);
        assertThat(status == ProposalStatus.SUPERSEDED)
                .isEqualTo(proposal.review().supersededOn() != null);
        assertThat(proposal.review().conversion() == null || status == ProposalStatus.NOT_FILED)
                .isTrue();
        assertThat(status.isWritten() || proposal.intake() != null).isTrue();
        assertThat(model.appealed).isEqualTo(proposal.review().appealedOn() != null);
    }

    /** Each line begins where the last one ended, and the last ends where the proposal is. */
    private static void replay(List<Line> told, Proposal proposal) {
        var state = ProposalStatus.DRAFT.name();
        for (var line : told) {
            assertThat(line.fromState()).isEqualTo(state);
            state = line.toState();
        }
        assertThat(state).isEqualTo(proposal.status().name());
    }

    private static ProposalMove filled(ProposalMove move) {
        return move instanceof ProposalMove.NotFile
                ? new ProposalMove.NotFile(null, "PERSONAL", Disposition.TO_OPINION_REPORT, null, null)
                : move instanceof ProposalMove.Merge
                        ? new ProposalMove.Merge(new UUID(7, 7))
                        : move instanceof ProposalMove.Appeal ? new ProposalMove.Appeal("请再审") : move;
    }

    private static ProposalStatus tried(ProposalStatus from, ProposalMove move, Facts facts) {
        try {
            return from.after(move, RULES, facts);
        } catch (Refusal refused) {
            return null;
        }
    }
}
