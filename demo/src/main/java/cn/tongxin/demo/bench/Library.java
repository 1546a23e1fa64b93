package cn.tongxin.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Proposals with bodies of 850 characters, and what the search keeps of them, copied straight into the tables of one
 * committee; the rows are those that the service writes.
 */
final class Library {
    static final int BODY = 850;
    private static final int NEAR = 300;

    private final Store.Committee committee;
    private final int characters;
    private final Texts texts = new Texts(1);

    Library(Store.Committee committee, int characters) {
        this.committee = committee;
        this.characters = characters;
    }

    /** Adds so many in a state, numbered from {@code first}; LAST is the last stage of a review. */
    void fill(Connection superuser, String status, int first, int count, boolean found)
            throws SQLException, IOException {
        superuser.setAutoCommit(false);
        try (var enter = superuser.prepareStatement("select platform.enter(?)")) {
            enter.setObject(1, committee.id());
            enter.execute();
        }
        var session = session(superuser, committee);
        for (var done = 0; done < count; done += 1_000) {
            part(superuser, session, status, first + done, Math.min(1_000, count - done), found);
        }
        superuser.commit();
    }

    private static UUID session(Connection db, Store.Committee committee) throws SQLException {
        try (var rows = db.createStatement()
                .executeQuery(
                        "select id from cell.plenary_session where tenant_id = '" + committee.id() + "' limit 1")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private void part(Connection db, UUID session, String status, int first, int count, boolean found)
            throws SQLException, IOException {
        var proposals = new StringBuilder();
        var documents = new StringBuilder();
        var tokens = new StringBuilder();
        for (var i = 0; i < count; i++) {
            var id = newId(first + i);
            var title = "关于" + texts.text(16) + "的建议";
            var body = texts.text(characters);
            proposals
                    .append(id)
                    .append("\t2\t")
                    .append(
                            status.equals("LAST")
                                    ? "IN_REVIEW\t3"
                                    : status.equals("IN_REVIEW") ? "IN_REVIEW\t1" : status + "\t\\N")
                    .append("\tMEMBER\t")
                    .append(committee.member())
                    .append('\t')
                    .append(title)
                    .append('\t')
                    .append(body)
                    .append("\t\tt\tPLENARY\t")
                    .append(session)
                    .append('\t')
                    .append(1_000_000 + first + i)
                    .append("\t2026-01-15 01:00:00+00\t2026-01-15\t2026-01-15 01:00:00+00\t2026-01-15 01:00:00+00\n");
            if (found) {
                var near = new LinkedHashSet<>(Texts.tokens(title));
                near.addAll(Texts.tokens(body.substring(0, Math.min(NEAR, body.length()))));
                near.forEach(token -> tokens.append("proposal\t")
                        .append(token)
                        .append('\t')
                        .append(id)
                        .append('\n'));
                var all = new LinkedHashSet<>(near);
                all.addAll(Texts.tokens(body));
                documents
                        .append("proposal\t")
                        .append(id)
                        .append("\t'@")
                        .append(committee.id())
                        .append("' '@proposal'");
                all.forEach(token -> documents.append(" '").append(token).append('\''));
                documents.append('\n');
            }
        }
        copy(
                db,
                "proposal (id, version, status, review_stage, proponent_kind, proponent_id, title, situation, analysis, open_to_public,"
                        + " kind, session_id, intake_no, submitted_at, received_on, created_at, updated_at)",
                proposals);
        if (found) {
            copy(db, "search_document (subject_type, subject_id, words)", documents);
            copy(db, "search_token (subject_type, token, subject_id)", tokens);
        }
    }

    private static void copy(Connection db, String into, CharSequence rows) throws SQLException {
        CopyIn copy = db.unwrap(PGConnection.class).getCopyAPI().copyIn("copy cell." + into + " from stdin");
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    /** In the order in which they are made, as the service's own ids are. */
    static UUID newId(int number) {
        return new UUID((0x019b_0000_0000L + number) << 16 | 0x7000L, 0x8000_0000_0000_0000L | number);
    }
}
