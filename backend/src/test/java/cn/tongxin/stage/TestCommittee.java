package cn.tongxin.stage;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A committee that a test made for itself, and the people in it. */
public final class TestCommittee {
    private final Stage stage;
    private final UUID id;
    private final String code;

    private TestCommittee(Stage stage, UUID id, String code) {
        this.stage = stage;
        this.id = id;
        this.code = code;
    }

    public static TestCommittee create(Stage stage, String code, String level, String parentCode) {
        var id = Ids.next();
        stage.serving(db -> update(
                db,
                "insert into committee (id, code, name, level, parent_code, created_at) values (?, ?, ?, ?, ?, now())",
                id,
                code,
                "演示县政协" + code,
                level,
                parentCode));
        return new TestCommittee(stage, id, code);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Stage stage() {
        return stage;
    }

    /** A member with a phone. */
    public Person member(String name) {
        return person(name, List.of(Role.MEMBER), false);
    }

    /** Somebody who works at the console with two factors. */
    public Person staff(String name, Role... roles) {
        return person(name, List.of(roles), true);
    }

    /** A guest: reads what is shown to guests, on a phone. */
    public Person guest(String name) {
        return person(name, List.of(Role.GUEST), false);
    }

    /** Somebody of another committee, in a seat here, but in no group yet. */
    public Person visitor(String name) {
        return person(name, List.of(Role.VISITOR), false);
    }

    /** A clerk of one handling unit. */
    public Person clerk(String name, UUID unit) {
        var clerk = person(name, List.of(Role.UNIT_CLERK), true);
        inside("update seat_role set unit_id = ? where seat_id = ?", unit, clerk.seat());
        return clerk;
    }

    /** Another seat here for a person who already has one elsewhere. */
    public Person seatFor(Person other, Role... roles) {
        return seat(other.name(), other.subject(), other.account(), List.of(roles), other.isConsole());
    }

    /** Somebody in a seat that he has taken here by an invitation. */
    public Person visiting(Person other, UUID seat) {
        return new Person(this, other.name(), other.account(), other.subject(), seat, other.isConsole());
    }

    private Person person(String name, List<Role> roles, boolean console) {
        return seat(name, UUID.randomUUID().toString(), null, roles, console);
    }

    private Person seat(String name, String subject, UUID known, List<Role> roles, boolean console) {
        var account = known == null ? Ids.next() : known;
        var seat = Ids.next();
        if (known == null) {
            inside("insert into account (id, keycloak_subject, created_at) values (?, ?, now())", account, subject);
        }
        inside(
                "insert into seat_directory (seat_id, committee_id, account_id, status) values (?, ?, ?, 'ACTIVE')",
                seat,
                id,
                account);
        inside("insert into seat (id, name, status, created_at) values (?, ?, 'ACTIVE', now())", seat, name);
        for (var role : roles) {
            inside("insert into seat_role (seat_id, role, granted_at) values (?, ?, now())", seat, role.name());
        }
        return new Person(this, name, account, subject, seat, console);
    }

    /** One statement as the serving role inside this committee; for what a test must set up and no route does. */
    public int inside(String statement, Object... values) {
        return stage.serving(db -> {
            enter(db);
            return update(db, statement, values);
        });
    }

    /** What the office of this committee decides for a setting, as JSON; deciding twice changes nothing. */
    public void decide(String key, String json) {
        inside(
                "insert into setting (id, key, value, version, updated_at) values (?, ?, ?::jsonb, 1, now()) on conflict do nothing",
                Ids.next(),
                key,
                json);
    }

    /** One number read inside this committee. */
    public long number(String query, Object... values) {
        return stage.serving(db -> {
            enter(db);
            try (var prepared = prepared(db, query, values);
                    var rows = prepared.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    /** The last number of this committee's history. */
    public long historyHead() {
        return number("select seq from clock");
    }

    /** What {@code platform.enter} does, without it: what is set up must not depend on what is tested. */
    private void enter(Connection db) throws SQLException {
        try (var call = prepared(db, "select set_config('app.tenant_id', ?, true)", id.toString())) {
            call.execute();
        }
    }

    private static int update(Connection db, String statement, Object... values) throws SQLException {
        try (var prepared = prepared(db, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection db, String statement, Object... values) throws SQLException {
        var prepared = db.prepareStatement(statement);
        for (var i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
