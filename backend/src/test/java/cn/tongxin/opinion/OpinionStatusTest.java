package cn.tongxin.opinion;

import static cn.tongxin.opinion.OpinionStatus.CLOSED;
import static cn.tongxin.opinion.OpinionStatus.DRAFT;
import static cn.tongxin.opinion.OpinionStatus.EDITING;
import static cn.tongxin.opinion.OpinionStatus.FORWARDED;
import static cn.tongxin.opinion.OpinionStatus.IN_APPROVAL;
import static cn.tongxin.opinion.OpinionStatus.ISSUED;
import static cn.tongxin.opinion.OpinionStatus.NOT_USED;
import static cn.tongxin.opinion.OpinionStatus.RETAINED;
import static cn.tongxin.opinion.OpinionStatus.SUBMITTED;
import static cn.tongxin.opinion.OpinionStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.handling.Standing;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionStatus.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** The workflow of reports, held against a table that was written apart from it (domain §3.2). */
class OpinionStatusTest {
    private static final OpinionMove SUBMIT = new OpinionMove.Submit(null, true);
    private static final OpinionMove TAKE = new OpinionMove.Take(null);
    private static final OpinionMove RETURN = new OpinionMove.Return(null, "x");
    private static final OpinionMove RETAIN = new OpinionMove.Retain(null, "x", null, null);
    private static final OpinionMove NOT_USE = new OpinionMove.NotUse(null, "x", null, null);
    private static final OpinionMove REQUEST = new OpinionMove.RequestApproval(null);
    private static final OpinionMove SEND_BACK = new OpinionMove.SendBack(null, "x");
    private static final OpinionMove ISSUE = new OpinionMove.Issue(OpinionReport.Mode.SINGLE);
    private static final OpinionMove FORWARD = new OpinionMove.Forward(null, null);
    private static final OpinionMove FOLLOWED = new OpinionMove.Followed();
    private static final OpinionMove CLOSE = new OpinionMove.Close(null);
    private static final OpinionMove WITHDRAW = new OpinionMove.Withdraw(null, "x");
    private static final OpinionMove SEND_UP = new OpinionMove.SendUp(null);

    /** From each state, by each move that may be taken there, with every unit done. */
    private static final Map<OpinionStatus, Map<OpinionMove, OpinionStatus>> TABLE = Map.of(
            DRAFT, Map.of(SUBMIT, SUBMITTED),
            SUBMITTED, Map.of(TAKE, EDITING, RETURN, DRAFT, RETAIN, RETAINED, NOT_USE, NOT_USED, WITHDRAW, WITHDRAWN),
            EDITING,
                    Map.of(
                            REQUEST,
                            IN_APPROVAL,
                            RETURN,
                            DRAFT,
                            RETAIN,
                            RETAINED,
                            NOT_USE,
                            NOT_USED,
                            WITHDRAW,
                            WITHDRAWN),
            IN_APPROVAL, Map.of(ISSUE, ISSUED, SEND_BACK, EDITING),
            ISSUED, Map.of(FORWARD, FORWARDED, CLOSE, CLOSED, WITHDRAW, WITHDRAWN, SEND_UP, ISSUED, FOLLOWED, ISSUED),
            FORWARDED, Map.of(FOLLOWED, ISSUED, WITHDRAW, WITHDRAWN, SEND_UP, FORWARDED),
            CLOSED, Map.of(FORWARD, FORWARDED, WITHDRAW, WITHDRAWN, SEND_UP, CLOSED, FOLLOWED, CLOSED),
            RETAINED, Map.of(TAKE, EDITING, NOT_USE, NOT_USED),
            NOT_USED, Map.of(),
            WITHDRAWN, Map.of());

    private static final List<OpinionMove> MOVES = List.of(
            SUBMIT, TAKE, RETURN, RETAIN, NOT_USE, REQUEST, SEND_BACK, ISSUE, FORWARD, FOLLOWED, CLOSE, WITHDRAW,
            SEND_UP);

    @Test
    void every_state_takes_exactly_the_moves_of_the_table() {
        for (var from : OpinionStatus.values()) {
            for (var move : MOVES) {
                assertThat(after(from, move, Facts.NONE))
                        .as(from + " " + move)
                        .isEqualTo(TABLE.get(from).get(move));
            }
        }
    }

    @Test
    void a_copy_from_below_has_no_author_to_return_it_to_or_to_take_it_back() {
        var copy = new Facts(Standing.NONE, null, true, false, true);
        assertThat(after(SUBMITTED, RETURN, copy)).isNull();
        assertThat(after(SUBMITTED, WITHDRAW, copy)).isNull();
        assertThat(after(SUBMITTED, RETAIN, copy)).isEqualTo(RETAINED);
    }

    @Test
    void what_came_back_is_withdrawn_and_what_was_never_handed_in_is_not() {
        assertThat(after(DRAFT, WITHDRAW, new Facts(Standing.NONE, null, false, false, true)))
                .isEqualTo(WITHDRAWN);
        assertThat(after(DRAFT, WITHDRAW, Facts.NONE)).isNull();
    }

    @Test
    void a_unit_that_owes_its_reply_keeps_a_report_forwarded_and_a_copy_goes_up_once() {
        var owed = new Facts(new Standing(1, 1, 0, 0, 0, 0, 1, false, false, false), null, false, true, true);
        assertThat(after(FORWARDED, FOLLOWED, owed)).isEqualTo(FORWARDED);
        assertThat(after(FORWARDED, CLOSE, owed)).isNull();
        assertThat(after(ISSUED, SEND_UP, owed)).isNull();
    }

    /** Whatever is tried in whatever order: what the author waits for is decided, and what was issued is never a draft again. */
    @Property(tries = 5_000)
    void any_sequence_stays_within_the_law(@ForAll("sequences") List<OpinionMove> moves) {
        var status = DRAFT;
        var issued = false;
        var closed = false;
        for (var move : moves) {
            var next = after(status, move, Facts.NONE);
            assertThat(next).isEqualTo(TABLE.get(status).get(move));
            status = next == null ? status : next;
            issued |= status == ISSUED;
            closed |= status == CLOSED;
            assertThat(issued
                            && Set.of(DRAFT, SUBMITTED, EDITING, IN_APPROVAL, RETAINED, NOT_USED)
                                    .contains(status))
                    .isFalse();
            assertThat(status.awaitsAnswer() && status.isAnswered()).isFalse();
        }
        Statistics.collect(closed);
        Statistics.coverage(seen -> seen.check(true).percentage(p -> p >= 5));
    }

    @Provide
    Arbitrary<List<OpinionMove>> sequences() {
        return Arbitraries.frequency(
                        Tuple.of(4, SUBMIT),
                        Tuple.of(4, TAKE),
                        Tuple.of(4, REQUEST),
                        Tuple.of(4, ISSUE),
                        Tuple.of(4, CLOSE),
                        Tuple.of(2, FORWARD),
                        Tuple.of(2, FOLLOWED),
                        Tuple.of(1, RETURN),
                        Tuple.of(1, RETAIN),
                        Tuple.of(1, NOT_USE),
                        Tuple.of(1, SEND_BACK),
                        Tuple.of(1, WITHDRAW),
                        Tuple.of(1, SEND_UP))
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    private static OpinionStatus after(OpinionStatus from, OpinionMove move, Facts facts) {
        try {
            return from.after(move, facts);
        } catch (Refusal refused) {
            return null;
        }
    }
}
