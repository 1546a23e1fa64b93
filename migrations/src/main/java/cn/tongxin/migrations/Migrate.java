package cn.tongxin.migrations;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;

/** Brings a database to the present schema as {@code app_owner}, then asks the catalogue whether it is sound. */
public final class Migrate {
    private static final String CHECKS = "db/checks";

    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private Migrate() {}

    /** Applies what is missing and refuses a schema that a check complains about. */
    public static void run(Connection owner) throws Exception {
        LIQUIBASE.setLevel(Level.WARNING);
        try (var statement = owner.createStatement()) {
            statement.execute("create schema if not exists platform");
            statement.execute("create schema if not exists cell");
        }
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
        database.setDefaultSchemaName("platform");
        database.setLiquibaseSchemaName("platform");
        Scope.child(
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "db/changelog.xml")
                        .setOutput(OutputStream.nullOutputStream())
                        .execute());
        owner.setAutoCommit(true);
        var complaints = complaints(owner);
        if (!complaints.isEmpty()) {
            throw new IllegalStateException("The catalogue checks complain:\n  " + String.join("\n  ", complaints));
        }
    }

    /** Every row that any check returns, as {@code check: row}; empty when all is well. */
    public static List<String> complaints(Connection connection) throws SQLException, IOException {
        var found = new ArrayList<String>();
        for (var check : checks().entrySet()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(check.getValue())) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var row = new ArrayList<String>();
                    for (var i = 1; i <= columns; i++) {
                        row.add(String.valueOf(rows.getString(i)));
                    }
                    found.add(check.getKey() + ": " + String.join(" ", row));
                }
            }
        }
        return found;
    }

    /** The checks by file name, in order. */
    public static Map<String, String> checks() throws IOException {
        var loader = Migrate.class.getClassLoader();
        var root = loader.getResource(CHECKS);
        if (root == null) {
            throw new IllegalStateException("The catalogue checks are not on the class path.");
        }
        if (!"jar".equals(root.getProtocol())) {
            return read(Path.of(URI.create(root.toString())));
        }
        var jar = Path.of(URI.create(
                root.toString().substring("jar:".length(), root.toString().indexOf('!'))));
        try (var files = FileSystems.newFileSystem(jar)) { // by path: by address it would be Liquibase's own
            return read(files.getPath(CHECKS));
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var checks = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                checks.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return checks;
    }
}
