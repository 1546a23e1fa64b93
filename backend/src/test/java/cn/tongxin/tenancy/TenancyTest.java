package cn.tongxin.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.migrations.Bootstrap;
import cn.tongxin.migrations.Migrate;
import cn.tongxin.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenancyTest {
    private final Stage stage = Stage.shared();
    private final Transactions transactions = stage.bean(Transactions.class);
    private final DSLContext sql = stage.bean(DSLContext.class);

    @Test
    void the_catalogue_has_nothing_to_complain_about() throws Exception {
        try (var owner = stage.connect(Bootstrap.OWNER)) {
            assertThat(Migrate.complaints(owner)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Bootstrap.SERVING, Bootstrap.JOB, Bootstrap.OWNER})
    void without_a_committee_a_statement_fails_loudly_for_every_role(String role) throws SQLException {
        try (var db = stage.connect(role);
                var statement = db.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select count(*) from seat"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_transaction_sees_one_committee_and_a_second_is_refused() throws SQLException {
        var here = Stage.committee();
        var there = Stage.committee();
        there.member("别处的人");
        try (var db = stage.connect(Bootstrap.SERVING)) {
            db.setAutoCommit(false);
            enter(db, here.id());
            assertThat(count(db)).isZero();
            assertThatThrownBy(() -> enter(db, there.id()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("one committee");
        }
    }

    @Test
    void the_committee_ends_with_its_transaction() throws SQLException {
        var here = Stage.committee();
        try (var db = stage.connect(Bootstrap.SERVING)) {
            db.setAutoCommit(false);
            enter(db, here.id());
            db.commit();
            assertThatThrownBy(() -> count(db)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void an_unknown_and_a_suspended_committee_are_refused() throws SQLException {
        var suspended = Stage.committee();
        suspended.inside("update committee set status = 'SUSPENDED' where id = ?", suspended.id());
        try (var db = stage.connect(Bootstrap.SERVING)) {
            db.setAutoCommit(false);
            assertThatThrownBy(() -> enter(db, UUID.randomUUID())).hasMessageContaining("no such committee");
            db.rollback();
            assertThatThrownBy(() -> enter(db, suspended.id())).hasMessageContaining("suspended");
        }
    }

    @Test
    void a_row_of_another_committee_cannot_be_written_or_moved() throws SQLException {
        var here = Stage.committee();
        var there = Stage.committee();
        var theirs = there.member("别处的人");
        assertThat(here.inside("update seat set name = '改' where id = ?", theirs.seat()))
                .isZero();
        assertThatThrownBy(() -> here.inside(
                        "insert into seat (tenant_id, id, name, status, created_at) values (?, ?, '甲', 'ACTIVE', now())",
                        there.id(),
                        UUID.randomUUID()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void jooq_outside_of_a_transaction_fails() {
        assertThatThrownBy(() -> Caller.system(Stage.committee().id())
                        .call(() -> sql.selectOne().fetch()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_service_itself_works_as_the_job_role_and_people_as_the_serving_role() {
        var here = Stage.committee();
        assertThat(transactions.in(here.id(), this::user)).isEqualTo("app_job");
        assertThat(Caller.visitor(here.id()).call(() -> transactions.alone(this::user)))
                .isEqualTo("app_rw");
    }

    @Test
    void no_role_may_change_history() {
        var here = Stage.committee();
        for (var statement : List.of("update history set kind = 'x'", "delete from history", "truncate history")) {
            assertThatThrownBy(() -> here.inside(statement)).hasMessageContaining("permission denied");
        }
    }

    private String user() {
        return String.valueOf(sql.fetchValue("select current_user::text"));
    }

    private static void enter(Connection db, UUID committee) throws SQLException {
        try (var call = db.prepareStatement("select platform.enter(?)")) {
            call.setObject(1, committee);
            call.execute();
        }
    }

    private static long count(Connection db) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery("select count(*) from seat")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
