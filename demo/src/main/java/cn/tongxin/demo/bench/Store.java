package cn.tongxin.demo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Committees full of proposals, with the history they left, written straight into the tables. */
final class Store {
    /** No two stores over one database give a number twice. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String url;
    private final String password;
    private final int proposals;

    Store(String jdbcUrl, String password, int proposals) {
        this.url = jdbcUrl + "?currentSchema=cell,platform&prepareThreshold=3&reWriteBatchedInserts=true";
        this.password = password;
        this.proposals = proposals;
    }

    /** A committee with an office that lists and a member who writes. */
    record Committee(UUID id, String code, String mark, UUID office, String officer, UUID member, String author) {
        /** Texts that name this committee and its people, made to name another's. */
        UnaryOperator<String> turnedInto(Committee other) {
            return text -> text.length() < 36
                    ? text
                    : text.replace(id.toString(), other.id.toString())
                            .replace(office.toString(), other.office.toString())
                            .replace(member.toString(), other.member.toString());
        }
    }

    Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, "app_rw", password);
        connection.setAutoCommit(false);
        return connection;
    }

    /** So many committees more. */
    List<Committee> fill(int many) throws SQLException {
        var committees = new ArrayList<Committee>();
        try (var db = connect()) {
            for (var i = 0; i < many; i++) {
                committees.add(fill(db, NUMBERS.getAndIncrement()));
            }
        }
        return committees;
    }

    private Committee fill(Connection db, int number) throws SQLException {
        var committee = new Committee(
                UUID.randomUUID(),
                "%06d".formatted(900_000 + number),
                "C%03d号".formatted(number),
                UUID.randomUUID(),
                "bench-office-" + number,
                UUID.randomUUID(),
                "bench-member-" + number);
        run(
                db,
                "insert into committee (id, code, name, level, created_at) values (?, ?, ?, 'COUNTY', now())",
                committee.id,
                committee.code,
                "测量县政协" + number);
        db.commit();
        run(db, "select platform.enter(?)", committee.id);
        person(db, committee, committee.office, committee.officer, "PROPOSAL_STAFF");
        person(db, committee, committee.member, committee.author, "MEMBER");
        var session = UUID.randomUUID();
        run(db, "insert into term (id, no, created_at) values (?, 1, now())", UUID.randomUUID());
        run(
                db,
                "insert into plenary_session (id, version, term_no, session_no, opens_on) values (?, 1, 1, 1, '2026-01-05')",
                session);
        run(
                db,
                "insert into proposal (id, version, status, proponent_kind, proponent_id, title, category, situation, analysis, open_to_public,"
                        + " kind, session_id, intake_no, submitted_at, received_on, created_at, updated_at)"
                        + " select uuidv7(), 2, 'SUBMITTED', 'MEMBER', ?, ? || '关于改善第' || i || '条乡村道路的建议', '交通',"
                        + " repeat('道路年久失修，群众出行不便。', 20), '', true, 'PLENARY', ?, i, now(), current_date, now(), now()"
                        + " from generate_series(1, ?) i",
                committee.member,
                committee.mark,
                session,
                proposals);
        run(
                db,
                "insert into proposal_suggestion (proposal_id, no, text) select id, no, '建议落实资金，明确养护单位。' from proposal, generate_series(1, 2) no");
        run(
                db,
                "select cell.append_history((select jsonb_agg(jsonb_build_object('id', uuidv7(), 'at', now(), 'seat_id', proponent_id, 'client', 'PHONE',"
                        + " 'kind', 'proposal.submit', 'subject_type', 'proposal', 'subject_id', id, 'to_state', status, 'canonical', id::text)) from proposal))");
        db.commit();
        return committee;
    }

    private static void person(Connection db, Committee committee, UUID seat, String subject, String role)
            throws SQLException {
        var account = UUID.randomUUID();
        run(db, "insert into account (id, keycloak_subject, created_at) values (?, ?, now())", account, subject);
        run(
                db,
                "insert into seat_directory (seat_id, committee_id, account_id, status) values (?, ?, ?, 'ACTIVE')",
                seat,
                committee.id,
                account);
        run(db, "insert into seat (id, name, status, created_at) values (?, ?, 'ACTIVE', now())", seat, subject);
        run(db, "insert into seat_role (seat_id, role, granted_at) values (?, ?, now())", seat, role);
    }

    private static void run(Connection db, String sql, Object... values) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
