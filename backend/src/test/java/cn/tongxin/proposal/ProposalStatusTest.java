package cn.tongxin.proposal;

import static cn.tongxin.proposal.ProposalStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.committee.ProposalRules;
import cn.tongxin.handling.Standing;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalStatus.Facts;
import cn.tongxin.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The workflow as a table, and the laws that no order of moves can break. */
class ProposalStatusTest {
    private static final ProposalRules THREE_STAGES = ProposalRules.STANDARD;
    private static final Standing WORKING = new Standing(1, 1, 0, 0, 0, 0, 1, false, false, false);
    private static final Standing REPLIED = new Standing(1, 1, 1, 0, 0, 0, 1, false, false, false);
    private static final Standing RELEASED = new Standing(1, 1, 1, 1, 0, 0, 1, false, false, false);
    private static final Standing RATED = new Standing(1, 1, 1, 1, 1, 0, 1, false, false, false);
    private static final Standing SILENT = new Standing(1, 1, 1, 1, 0, 0, 1, false, false, true);
    private static final Standing DISSATISFIED = new Standing(1, 1, 1, 1, 1, 1, 1, false, false, false);
    private static final Standing AGAIN = new Standing(1, 1, 0, 0, 0, 0, 2, false, false, false);
    private static final Standing LAST = new Standing(1, 1, 1, 1, 1, 1, 3, true, false, false);

    /** From, with stage and handling, by the move's name, to; null where it is refused. */
    private record Case(
            ProposalStatus from,
            int stage,
            Standing handling,
            String move,
            @Nullable ProposalStatus to) {}

    @Test
    void each_state_allows_what_the_rules_say_and_nothing_else() {
        var allowed = List.of(
                new Case(DRAFT, 0, Standing.NONE, "submit", SUBMITTED),
                new Case(DRAFT, 0, Standing.NONE, "invite", CO_SIGNING),
                new Case(DRAFT, 0, Standing.NONE, "withdraw", WITHDRAWN),
                new Case(CO_SIGNING, 0, Standing.NONE, "invite", CO_SIGNING),
                new Case(CO_SIGNING, 0, Standing.NONE, "submit", SUBMITTED),
                new Case(CO_SIGNING, 0, Standing.NONE, "withdraw", WITHDRAWN),
                new Case(SUBMITTED, 0, Standing.NONE, "split", SUPERSEDED),
                new Case(IN_REVIEW, 1, Standing.NONE, "split", SUPERSEDED),
                new Case(IN_REVIEW, 3, Standing.NONE, "split", SUPERSEDED),
                new Case(FILED, 0, Standing.NONE, "merge", MERGED),
                new Case(HANDLING, 0, WORKING, "merge", MERGED),
                new Case(MERGED, 0, Standing.NONE, "merge", MERGED),
                new Case(MERGED, 0, Standing.NONE, "unmerge", IN_REVIEW),
                new Case(NOT_FILED, 0, Standing.NONE, "appeal", IN_REVIEW),
                new Case(NOT_FILED, 0, Standing.NONE, "answer-conversion", NOT_FILED),
                new Case(SUBMITTED, 0, Standing.NONE, "accept", IN_REVIEW),
                new Case(SUBMITTED, 0, Standing.NONE, "return", DRAFT),
                new Case(SUBMITTED, 0, Standing.NONE, "withdraw", WITHDRAWN),
                new Case(IN_REVIEW, 1, Standing.NONE, "review", IN_REVIEW),
                new Case(IN_REVIEW, 1, Standing.NONE, "return", DRAFT),
                new Case(IN_REVIEW, 1, Standing.NONE, "withdraw", WITHDRAWN),
                new Case(IN_REVIEW, 3, Standing.NONE, "file", FILED),
                new Case(IN_REVIEW, 3, Standing.NONE, "not-file", NOT_FILED),
                new Case(IN_REVIEW, 3, Standing.NONE, "merge", MERGED),
                new Case(IN_REVIEW, 3, Standing.NONE, "return", DRAFT),
                new Case(IN_REVIEW, 3, Standing.NONE, "withdraw", WITHDRAWN),
                new Case(FILED, 0, Standing.NONE, "assign", HANDLING),
                new Case(FILED, 0, Standing.NONE, "unfile", IN_REVIEW),
                new Case(FILED, 0, Standing.NONE, "withdraw", WITHDRAWN),
                new Case(FILED, 0, Standing.NONE, "merge", MERGED),
                new Case(FILED, 0, Standing.NONE, "mark-key", FILED),
                new Case(FILED, 0, Standing.NONE, "unmark-key", FILED),
                new Case(HANDLING, 0, WORKING, "assign", HANDLING),
                new Case(HANDLING, 0, WORKING, "unfile", IN_REVIEW),
                new Case(HANDLING, 0, WORKING, "withdraw", WITHDRAWN),
                new Case(HANDLING, 0, WORKING, "merge", MERGED),
                new Case(HANDLING, 0, WORKING, "mark-key", HANDLING),
                new Case(HANDLING, 0, WORKING, "unmark-key", HANDLING),
                new Case(HANDLING, 0, REPLIED, "assign", HANDLING),
                new Case(HANDLING, 0, REPLIED, "mark-key", HANDLING),
                new Case(HANDLING, 0, REPLIED, "unmark-key", HANDLING),
                new Case(REPLY_REVIEW, 0, REPLIED, "mark-key", REPLY_REVIEW),
                new Case(REPLY_REVIEW, 0, REPLIED, "unmark-key", REPLY_REVIEW),
                new Case(AWAITING_FEEDBACK, 0, RELEASED, "mark-key", AWAITING_FEEDBACK),
                new Case(AWAITING_FEEDBACK, 0, RELEASED, "unmark-key", AWAITING_FEEDBACK),
                new Case(AWAITING_FEEDBACK, 0, SILENT, "mark-key", AWAITING_FEEDBACK),
                new Case(AWAITING_FEEDBACK, 0, SILENT, "unmark-key", AWAITING_FEEDBACK),
                new Case(AWAITING_FEEDBACK, 0, SILENT, "close", CLOSED),
                new Case(FEEDBACK_IN, 0, RATED, "mark-key", FEEDBACK_IN),
                new Case(FEEDBACK_IN, 0, RATED, "unmark-key", FEEDBACK_IN),
                new Case(FEEDBACK_IN, 0, RATED, "close", CLOSED),
                new Case(FEEDBACK_IN, 0, DISSATISFIED, "mark-key", FEEDBACK_IN),
                new Case(FEEDBACK_IN, 0, DISSATISFIED, "unmark-key", FEEDBACK_IN),
                new Case(FEEDBACK_IN, 0, DISSATISFIED, "rehandle", REHANDLING),
                new Case(FEEDBACK_IN, 0, LAST, "mark-key", FEEDBACK_IN),
                new Case(FEEDBACK_IN, 0, LAST, "unmark-key", FEEDBACK_IN),
                new Case(FEEDBACK_IN, 0, LAST, "consult", CLOSED),
                new Case(REHANDLING, 0, AGAIN, "mark-key", REHANDLING),
                new Case(REHANDLING, 0, AGAIN, "unmark-key", REHANDLING),
                new Case(CLOSED, 0, RATED, "mark-key", CLOSED),
                new Case(CLOSED, 0, RATED, "unmark-key", CLOSED));
        var wanted = new HashSet<Case>(allowed);
        var found = new HashSet<Case>();
        for (var state : states()) {
            for (var move : ProposalSteps.all(state.stage)) {
                var to = tried(state.from, move, new Facts(state.stage, true, state.handling, null));
                if (to != null && !ProposalSteps.name(move).equals("follow")) {
                    found.add(new Case(state.from, state.stage, state.handling, ProposalSteps.name(move), to));
                }
            }
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void a_proposal_follows_its_units() {
        assertThat(after(HANDLING, new ProposalMove.Replied(), REPLIED)).isEqualTo(REPLY_REVIEW);
        assertThat(after(HANDLING, new ProposalMove.Replied(), RELEASED)).isEqualTo(AWAITING_FEEDBACK);
        assertThat(after(REPLY_REVIEW, new ProposalMove.Reviewed(), RELEASED)).isEqualTo(AWAITING_FEEDBACK);
        assertThat(after(REPLY_REVIEW, new ProposalMove.Reviewed(), WORKING)).isEqualTo(HANDLING);
        assertThat(after(REPLY_REVIEW, new ProposalMove.Reviewed(), AGAIN)).isEqualTo(REHANDLING);
        assertThat(after(REHANDLING, new ProposalMove.Replied(), REPLIED)).isEqualTo(REPLY_REVIEW);
        assertThat(after(HANDLING, new ProposalMove.Replied(), WORKING)).isEqualTo(HANDLING);
        assertThat(after(AWAITING_FEEDBACK, new ProposalMove.Replied(), WORKING))
                .isEqualTo(HANDLING);
        assertThat(after(HANDLING, new ProposalMove.Returned(), Standing.NONE)).isEqualTo(FILED);
        assertThat(after(HANDLING, new ProposalMove.Returned(), WORKING)).isEqualTo(HANDLING);
        assertThat(after(AWAITING_FEEDBACK, new ProposalMove.Rated(), RATED)).isEqualTo(FEEDBACK_IN);
        assertThat(after(CLOSED, new ProposalMove.Rated(), RATED)).isEqualTo(CLOSED);
    }

    @Test
    void a_take_back_needs_something_to_take_back() {
        var facts = new Facts(0, true, Standing.NONE, IN_REVIEW);
        assertThat(FILED.after(new ProposalMove.TakeBack(), THREE_STAGES, facts))
                .isEqualTo(IN_REVIEW);
        assertThat(tried(FILED, new ProposalMove.TakeBack(), Facts.NONE)).isNull();
    }

    @Test
    void a_draft_that_was_never_handed_in_is_not_withdrawn() {
        var never = new Facts(0, false, Standing.NONE, null);
        var withdraw = new ProposalMove.Withdraw(null, null);
        assertThat(tried(DRAFT, withdraw, never)).isNull();
        assertThat(tried(CO_SIGNING, withdraw, never)).isNull();
        assertThat(tried(DRAFT, new ProposalMove.Submit(null, true), never)).isEqualTo(SUBMITTED);
    }

    @Property(tries = 500)
    void no_order_of_moves_leads_to_an_illegal_state_or_a_gap(@ForAll("steps") List<Step> steps) {
        var issued = new ArrayList<String>();
        var proposal = Proposal.drafted(
                Ids.next(),
                new Proposal.Author(ProponentKind.MEMBER, Ids.next(), null, null, null),
                new Proposal.Text("一", null, "二", "", List.of("三"), true, null, Proposal.Besides.NONE),
                Proposal.Wishes.NONE,
                Instant.EPOCH);
        for (var step : steps) {
            var facts = ProposalFlow.facts(proposal, proposal.status().standsFiled() ? step.handling : Standing.NONE);
            var moves = ProposalSteps.all(proposal.stage());
            var move = moves.get(step.move % moves.size());
            if (move instanceof ProposalMove.NotFile) {
                move = new ProposalMove.NotFile(null, "PERSONAL", Disposition.ARCHIVE, null, null);
            }
            var to = tried(proposal.status(), move, facts);
            if (to == null) {
                continue;
            }
            var no = move instanceof ProposalMove.File ? "14-2-%04d".formatted(issued.size() + 1) : null;
            if (no != null) {
                issued.add(no);
            }
            var came = new Proposal.Intake(ProposalKind.PLENARY, Ids.next(), 1, Instant.EPOCH, LocalDate.EPOCH);
            proposal = proposal.after(
                    move,
                    to,
                    3,
                    move instanceof ProposalMove.Submit ? came : null,
                    no,
                    LocalDate.EPOCH,
                    Ids.next(),
                    LocalDate.EPOCH,
                    Instant.EPOCH);
            assertLawful(proposal, issued);
        }
        assertThat(Set.copyOf(issued)).hasSize(issued.size());
    }

    /** What the table's checks say, held here for every order of moves. */
    private static void assertLawful(Proposal proposal, List<String> issued) {
        var status = proposal.status();
        var course = proposal.course();
        assertThat(status == IN_REVIEW).isEqualTo(proposal.stage() > 0);
        assertThat(proposal.stage()).isBetween(0, 3);
        assertThat(status.standsFiled()).isEqualTo(course.caseNo() != null && course.filedOn() != null);
        assertThat(status == NOT_FILED).isEqualTo(course.notFiled() != null);
        assertThat(status == MERGED).isEqualTo(course.mergedInto() != null && course.mergedOn() != null);
        assertThat(status == WITHDRAWN).isEqualTo(course.withdrawnOn() != null);
        assertThat(status == CLOSED).isEqualTo(course.closedOn() != null);
        assertThat(status.isWritten() || proposal.intake() != null).isTrue();
        if (course.caseNo() != null) {
            assertThat(course.caseNo())
                    .as("the number it holds is the last it was given")
                    .isIn(issued);
        }
    }

    record Step(int move, Standing handling) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var standing =
                Arbitraries.of(Standing.NONE, WORKING, REPLIED, RELEASED, RATED, SILENT, DISSATISFIED, AGAIN, LAST);
        var step = Combinators.combine(Arbitraries.integers().between(0, 1000), standing)
                .as(Step::new);
        return step.list().ofMaxSize(60);
    }

    private record State(ProposalStatus from, int stage, Standing handling) {}

    private static List<State> states() {
        return List.of(
                new State(DRAFT, 0, Standing.NONE),
                new State(CO_SIGNING, 0, Standing.NONE),
                new State(SUBMITTED, 0, Standing.NONE),
                new State(IN_REVIEW, 1, Standing.NONE),
                new State(IN_REVIEW, 3, Standing.NONE),
                new State(FILED, 0, Standing.NONE),
                new State(MERGED, 0, Standing.NONE),
                new State(NOT_FILED, 0, Standing.NONE),
                new State(SUPERSEDED, 0, Standing.NONE),
                new State(HANDLING, 0, WORKING),
                new State(HANDLING, 0, REPLIED),
                new State(REPLY_REVIEW, 0, REPLIED),
                new State(AWAITING_FEEDBACK, 0, RELEASED),
                new State(AWAITING_FEEDBACK, 0, SILENT),
                new State(FEEDBACK_IN, 0, RATED),
                new State(FEEDBACK_IN, 0, DISSATISFIED),
                new State(FEEDBACK_IN, 0, LAST),
                new State(REHANDLING, 0, AGAIN),
                new State(CLOSED, 0, RATED),
                new State(WITHDRAWN, 0, Standing.NONE));
    }

    private static ProposalStatus after(ProposalStatus from, ProposalMove move, Standing handling) {
        return from.after(move, THREE_STAGES, new Facts(0, true, handling, null));
    }

    private static @Nullable ProposalStatus tried(ProposalStatus from, ProposalMove move, Facts facts) {
        try {
            return from.after(move, THREE_STAGES, facts);
        } catch (Refusal refused) {
            return null;
        }
    }
}
