package cn.tongxin.demo.bench;

import cn.tongxin.stand.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one request, exactly as the service sent them, taken from PostgreSQL's own log; so that the bare loop
 * beside the service never drifts from what the service does.
 */
record Statements(List<Statement> all) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern EXECUTE = Pattern.compile("LOG: {2}execute [^:]*: ((?s:.*))");
    private static final Pattern BUFFERS = Pattern.compile("(?:hit|read)=(\\d+)");
    private static final Pattern DETAIL = Pattern.compile("DETAIL: {2}[Pp]arameters: ((?s:.*))");

    /** One statement with {@code ?} for its parameters, and their texts. */
    record Statement(String sql, List<@Nullable String> parameters) {
        boolean isBegin() {
            return sql.equalsIgnoreCase("BEGIN")
                    || sql.toUpperCase(java.util.Locale.ROOT).startsWith("BEGIN ");
        }

        boolean isEnd() {
            return sql.equalsIgnoreCase("COMMIT");
        }
    }

    /** What {@code request} made the service run. Nobody else may be at work meanwhile. */
    static Statements capture(Connection superuser, Path log, String marker, Runnable request)
            throws SQLException, IOException, InterruptedException {
        set(superuser, "all");
        var from = Files.size(log);
        request.run();
        if (!Wait.upTo(PATIENCE, () -> !parse(since(log, from), marker).isEmpty())) {
            throw new IllegalStateException(
                    "The log does not show the statements of the request:\n" + since(log, from));
        }
        set(superuser, "none");
        return new Statements(parse(since(log, from), marker));
    }

    /** What was written to the log from there on; bytes that are no text are nobody's statement. */
    private static String since(Path log, long from) {
        try (var channel = FileChannel.open(log)) {
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(bytes, from);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void set(Connection superuser, String what) throws SQLException, InterruptedException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter system set log_line_prefix = '%p|%u|'");
            statement.execute("alter system set log_statement = '" + what + "'");
            statement.execute("select pg_reload_conf()");
            if (!Wait.upTo(PATIENCE, () -> isSet(statement, what))) {
                throw new IllegalStateException("PostgreSQL does not take up log_statement = " + what + ".");
            }
        }
    }

    private static boolean isSet(java.sql.Statement statement, String what) {
        try (var row = statement.executeQuery("show log_statement")) {
            return row.next() && row.getString(1).equals(what);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The transaction of {@code app_rw} in which the marker shows up. */
    private static List<Statement> parse(String log, String marker) {
        var sessions = new java.util.LinkedHashMap<String, List<Statement>>();
        var found = new ArrayList<Statement>();
        for (var entry : log.split("\n(?=\\d+\\|)")) {
            var bar = entry.indexOf('|');
            if (bar < 0 || !entry.startsWith("app_rw|", bar + 1)) {
                continue;
            }
            var process = entry.substring(0, bar);
            var line = entry.substring(bar + 8).strip();
            var open = sessions.computeIfAbsent(process, _ -> new ArrayList<>());
            var execute = EXECUTE.matcher(line);
            var detail = DETAIL.matcher(line);
            if (execute.matches()) {
                var statement = new Statement(execute.group(1).strip(), List.of());
                if (statement.isBegin()) {
                    open.clear(); // what the pool asked an idle connection before
                }
                open.add(statement);
                if (open.getLast().isEnd()) {
                    if (open.stream()
                            .anyMatch(each -> each.parameters().stream()
                                    .anyMatch(value -> value != null && value.contains(marker)))) {
                        found.addAll(open);
                    }
                    open.clear();
                }
            } else if (detail.matches() && !open.isEmpty()) {
                var last = open.removeLast();
                open.add(new Statement(questionMarks(last.sql()), parameters(detail.group(1))));
            }
        }
        return found.stream().filter(each -> !each.isBegin() && !each.isEnd()).toList();
    }

    private static String questionMarks(String sql) {
        return sql.replaceAll("\\$\\d+", "?");
    }

    private static List<@Nullable String> parameters(String text) {
        var values = new ArrayList<@Nullable String>();
        var matcher = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')").matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1).equals("NULL") ? null : matcher.group(2).replace("''", "'"));
        }
        return values;
    }

    /** The statements ready to run on one connection, whose texts {@code change} turns into those of another request. */
    Prepared prepare(Connection connection) throws SQLException {
        var prepared = new ArrayList<PreparedStatement>();
        for (var statement : all) {
            prepared.add(connection.prepareStatement(statement.sql()));
        }
        return new Prepared(connection, prepared);
    }

    /** On one connection. */
    final class Prepared {
        private final Connection connection;
        private final List<PreparedStatement> prepared;

        private Prepared(Connection connection, List<PreparedStatement> prepared) {
            this.connection = connection;
            this.prepared = prepared;
        }

        /** One transaction; the number of rows that came back or were written. */
        int run(UnaryOperator<String> change) throws SQLException {
            var rows = 0;
            for (var i = 0; i < prepared.size(); i++) {
                var statement = prepared.get(i);
                bind(statement, all.get(i).parameters(), change);
                if (statement.execute()) {
                    try (var result = statement.getResultSet()) {
                        var columns = result.getMetaData().getColumnCount();
                        while (result.next()) {
                            for (var c = 1; c <= columns; c++) {
                                result.getObject(c);
                            }
                            rows++;
                        }
                    }
                } else {
                    rows += statement.getUpdateCount();
                }
            }
            connection.commit();
            return rows;
        }

        /** Buffers that each statement touches, by EXPLAIN. */
        List<Long> buffers(UnaryOperator<String> change) throws SQLException {
            var buffers = new ArrayList<Long>();
            for (var statement : all) {
                try (var explain =
                        connection.prepareStatement("explain (analyze, buffers, format text) " + statement.sql())) {
                    bind(explain, statement.parameters(), change);
                    buffers.add(buffers(explain));
                }
            }
            connection.commit();
            return buffers;
        }

        /** The first line of buffers is the top node's, which holds all below it. */
        private static long buffers(PreparedStatement explain) throws SQLException {
            try (var lines = explain.executeQuery()) {
                while (lines.next()) {
                    var line = lines.getString(1).strip();
                    if (line.startsWith("Planning")) {
                        return 0;
                    }
                    if (line.startsWith("Buffers:")) {
                        return BUFFERS.matcher(line)
                                .results()
                                .mapToLong(found -> Long.parseLong(found.group(1)))
                                .sum();
                    }
                }
                return 0;
            }
        }

        private static void bind(
                PreparedStatement statement, List<@Nullable String> parameters, UnaryOperator<String> change)
                throws SQLException {
            for (var p = 0; p < parameters.size(); p++) {
                var value = parameters.get(p);
                if (value == null) {
                    statement.setNull(p + 1, Types.OTHER);
                } else {
                    statement.setObject(p + 1, change.apply(value), Types.OTHER);
                }
            }
        }
    }
}
