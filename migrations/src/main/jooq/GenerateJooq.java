import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.HexFormat;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** Applies the changelogs to a throw-away PostgreSQL and writes jOOQ's classes; does nothing when neither has changed. */
class GenerateJooq {
    public static void main(String[] args) throws Exception {
        var source = Path.of(args[0]);
        var target = Path.of(args[1]);
        var stamp = target.resolve(".changelogs");
        var digest = digest(source);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        java.util.logging.LogManager.getLogManager().reset();
        try (var postgres = EmbeddedPostgres.builder()
                        .setConnectConfig("connectTimeout", "20")
                        .start();
                var superuser = postgres.getPostgresDatabase().getConnection()) {
            try (var statement = superuser.createStatement()) {
                for (var role : new String[] {"app_owner", "app_rw", "app_job"}) {
                    statement.execute("create role " + role + " login");
                }
                statement.execute("create role app_search");
                statement.execute("grant app_search to app_owner with inherit false, set true");
                statement.execute("grant create on database postgres to app_owner");
            }
            var url = postgres.getJdbcUrl("app_owner", "postgres");
            try (var owner = DriverManager.getConnection(url);
                    var accessor = new DirectoryResourceAccessor(source.resolve("resources"))) {
                owner.createStatement().execute("create schema platform; create schema cell");
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
                database.setDefaultSchemaName("platform");
                database.setLiquibaseSchemaName("platform");
                var quiet = java.util.Map.<String, Object>of(
                        liquibase.Scope.Attr.resourceAccessor.name(),
                        accessor,
                        liquibase.Scope.Attr.ui.name(),
                        new liquibase.ui.LoggerUIService());
                liquibase.Scope.child(
                        quiet,
                        () -> new CommandScope("update")
                                .addArgumentValue("database", database)
                                .addArgumentValue("changelogFile", "db/changelog.xml")
                                .setOutput(java.io.OutputStream.nullOutputStream())
                                .execute());
            }
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc().withUrl(url).withUser("app_owner"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName("org.jooq.meta.postgres.PostgresDatabase")
                                    .withExcludes("databasechangelog.*")
                                    .withSchemata(
                                            new SchemaMappingType().withInputSchema("platform"),
                                            new SchemaMappingType().withInputSchema("cell"))
                                    .withForcedTypes(new org.jooq.meta.jaxb.ForcedType()
                                            .withName("INSTANT")
                                            .withIncludeTypes("timestamptz|timestamp with time zone"))
                                    .withOutputSchemaToDefault(false))
                            .withGenerate(new Generate()
                                    .withRecords(true)
                                    .withDaos(false)
                                    .withComments(false)
                                    .withKeys(true)
                                    .withGlobalObjectReferences(true))
                            .withTarget(new Target()
                                    .withPackageName("cn.tongxin.db")
                                    .withDirectory(target.toString()))));
        }
        Files.writeString(stamp, digest);
    }

    private static String digest(Path source) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().contains("changes") || file.toString().contains("jooq")) {
                    sha.update(file.getFileName().toString().getBytes());
                    sha.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
