package cn.tongxin.history;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Transactions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Stage stage = Stage.shared();
    private final TestCommittee county = Stage.committee();

    @Test
    void parallel_moves_are_numbered_without_a_gap_and_the_chain_holds() throws Exception {
        var writers =
                IntStream.range(0, 8).mapToObj(i -> county.member("委员" + i)).toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer : writers) {
                pool.submit(() -> IntStream.range(0, 10)
                        .forEach(_ -> writer.post("/api/proposals", body("title", "建议"))
                                .expect(201)));
            }
        }
        assertThat(county.historyHead()).isEqualTo(80);
        assertThat(county.number("select count(distinct seq) from history where seq between 1 and 80"))
                .isEqualTo(80);
        assertThat(verify()).isEmpty();
    }

    @Test
    void a_refused_move_leaves_no_line() {
        county.member("扎西")
                .post("/api/proposals", body("title", "长".repeat(5000)))
                .expect(422);
        assertThat(county.historyHead()).isZero();
    }

    @Test
    void a_changed_byte_is_named() throws SQLException {
        threeLines();
        intrude("update cell.history set kind = 'proposal.forged' where tenant_id = ? and seq = 2");
        assertThat(verify()).map(VerifyHistory.Broken::seq).contains(2L);
    }

    @Test
    void a_changed_payload_is_named() throws SQLException {
        threeLines();
        intrude(
                "update cell.history_payload set payload = '{}' where tenant_id = ? and history_id = (select id from cell.history where tenant_id = history_payload.tenant_id and seq = 3)");
        assertThat(verify()).map(VerifyHistory.Broken::seq).contains(3L);
    }

    @Test
    void an_erased_payload_is_no_break() throws SQLException {
        threeLines();
        intrude("update cell.history_payload set payload = '', erased_at = now() where tenant_id = ?");
        assertThat(verify()).isEmpty();
    }

    @Test
    void a_missing_line_is_named() throws SQLException {
        threeLines();
        intrude("delete from cell.history where tenant_id = ? and seq = 2");
        assertThat(verify()).map(VerifyHistory.Broken::seq).contains(2L);
    }

    @Test
    void a_cut_tail_is_named() throws SQLException {
        threeLines();
        intrude("delete from cell.history where tenant_id = ? and seq = 3");
        assertThat(verify()).map(VerifyHistory.Broken::seq).contains(3L);
    }

    @Test
    void a_renumbering_is_named() throws SQLException {
        threeLines();
        intrude("delete from cell.history where tenant_id = ? and seq = 2");
        intrude("update cell.history set seq = 2 where tenant_id = ? and seq = 3");
        assertThat(verify()).map(VerifyHistory.Broken::seq).contains(2L);
    }

    private void threeLines() {
        var tashi = county.member("扎西");
        for (var i = 0; i < 2; i++) {
            tashi.post("/api/proposals", body("title", "建议")).expect(201);
        }
        // the third line carries a payload
        stage.bean(Transactions.class).in(county.id(), () -> {
            stage.bean(History.class)
                    .record(Line.of("proposal.noted", "proposal", county.id()).with("reason", "理由"));
            return null;
        });
    }

    private Optional<VerifyHistory.Broken> verify() {
        return stage.bean(Transactions.class)
                .in(county.id(), () -> stage.bean(VerifyHistory.class).run());
    }

    private void intrude(String statement) throws SQLException {
        try (var db = stage.superuser();
                var prepared = db.prepareStatement(statement)) {
            prepared.setObject(1, county.id());
            assertThat(prepared.executeUpdate()).isPositive();
        }
    }
}
