package cn.tongxin.demo.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reading groups full of members, and posts that they wrote, put straight into the tables of one committee. */
final class Circles {
    private final Store store;
    private final Store.Committee committee;

    Circles(Store store, Store.Committee committee) {
        this.store = store;
        this.committee = committee;
    }

    /** A member of one group. */
    record Reader(UUID seat, String subject) {}

    /** A group with those who read in it. */
    record Circle(UUID id, List<Reader> readers) {}

    /** A group of so many new members, with so many posts of the first of them; all but the last ten were read by him, and one less by each one after him. */
    Circle add(int number, int members, int posts) throws SQLException {
        try (var db = store.connect()) {
            enter(db);
            var readers = new ArrayList<Reader>();
            for (var i = 0; i < members; i++) {
                readers.add(new Reader(UUID.randomUUID(), "bench-reader-" + number + "-" + i));
            }
            people(db, readers);
            var circle = new Circle(UUID.randomUUID(), readers);
            group(db, circle, number, posts);
            db.commit();
            return circle;
        }
    }

    private void enter(Connection db) throws SQLException {
        try (var enter = db.prepareStatement("select platform.enter(?)")) {
            enter.setObject(1, committee.id());
            enter.execute();
        }
    }

    private void people(Connection db, List<Reader> readers) throws SQLException {
        try (var accounts = db.prepareStatement(
                        "insert into account (id, keycloak_subject, created_at) values (?, ?, now())");
                var directory = db.prepareStatement(
                        "insert into seat_directory (seat_id, committee_id, account_id, status) values (?, ?, ?, 'ACTIVE')");
                var seats = db.prepareStatement(
                        "insert into seat (id, name, status, created_at) values (?, ?, 'ACTIVE', now())");
                var roles = db.prepareStatement(
                        "insert into seat_role (seat_id, role, granted_at) values (?, 'MEMBER', now())")) {
            for (var reader : readers) {
                var account = UUID.randomUUID();
                batch(accounts, account, reader.subject());
                batch(directory, reader.seat(), committee.id(), account);
                batch(seats, reader.seat(), reader.subject());
                batch(roles, reader.seat());
            }
            for (var statement : List.of(accounts, directory, seats, roles)) {
                statement.executeBatch();
            }
        }
    }

    private static void group(Connection db, Circle circle, int number, int posts) throws SQLException {
        var owner = circle.readers().getFirst().seat();
        run(
                db,
                "insert into reading_group (id, version, status, theme, book, introduction, starts_on, ends_on, visibility, owner_id,"
                        + " creator_id, opened_on, created_at, updated_at) values (?, 1, 'ACTIVE', ?, '论语', '', current_date,"
                        + " current_date + 60, 'MEMBERS', ?, ?, current_date, now(), now())",
                circle.id(),
                "读书群" + number,
                owner,
                owner);
        run(db, "insert into reading_group_clock (group_id, seq, change) values (?, ?, ?)", circle.id(), posts, posts);
        run(
                db,
                "insert into reading_post (id, group_id, seq, change, version, author_id, kind, text, status, posted_on, created_at)"
                        + " select uuidv7(), ?, i, i, 1, ?, 'REPLY', '读到第' || i || '页，很有收获。', 'VISIBLE', current_date, now()"
                        + " from generate_series(1, ?) i",
                circle.id(),
                owner,
                posts);
        try (var members = db.prepareStatement(
                "insert into reading_member (group_id, seat_id, joined_at, read_seq) values (?, ?, now(), ?)")) {
            for (var i = 0; i < circle.readers().size(); i++) {
                batch(members, circle.id(), circle.readers().get(i).seat(), Math.max(posts - 10 - i, 0));
            }
            members.executeBatch();
        }
    }

    private static void batch(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
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
