package cn.tongxin;

import cn.tongxin.history.VerifyHistory;
import cn.tongxin.migrations.Bootstrap;
import cn.tongxin.migrations.Migrate;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.transfer.Export;
import cn.tongxin.transfer.ExportFile;
import cn.tongxin.transfer.Import;
import cn.tongxin.transfer.TransferRefused;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.BufferedOutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program: {@code serve | bootstrap | migrate | verify-history | export | import}. docs/operations.md tells what each needs. */
@OpenAPIDefinition(info = @Info(title = "Tongxin 同心", version = "1.0"))
public final class Tongxin {
    private Tongxin() {}

    public static void main(String[] args) throws Exception {
        switch (args.length == 0 ? "serve" : args[0]) {
            case "serve" ->
                Micronaut.build(args).mainClass(Tongxin.class).banner(false).start();
            case "bootstrap" -> bootstrap();
            case "migrate" -> migrate(required("TONGXIN_DB_URL"), required("TONGXIN_DB_OWNER_PASSWORD"));
            case "verify-history" -> System.exit(verifyHistory(args.length > 1 ? args[1] : null));
            case "export" -> System.exit(export(option(args, "--committee"), Path.of(option(args, "--out"))));
            case "import" -> System.exit(bringIn(Path.of(option(args, "--from"))));
            default -> System.exit(usage());
        }
    }

    /** The one thing that is done as superuser, once for a database. */
    private static void bootstrap() throws Exception {
        var logins = List.of(
                new Bootstrap.Login(Bootstrap.OWNER, required("TONGXIN_DB_OWNER_PASSWORD")),
                new Bootstrap.Login(Bootstrap.SERVING, required("TONGXIN_DB_PASSWORD")),
                new Bootstrap.Login(Bootstrap.JOB, required("TONGXIN_DB_JOB_PASSWORD")));
        try (var superuser = DriverManager.getConnection(
                required("TONGXIN_DB_URL"), "postgres", required("TONGXIN_DB_SUPERUSER_PASSWORD"))) {
            Bootstrap.run(superuser, logins);
        }
        System.out.println("The roles are there, with these passwords: app_owner, app_rw, app_job.");
    }

    private static void migrate(String url, String password) throws Exception {
        try (var owner = DriverManager.getConnection(url, Bootstrap.OWNER, password)) {
            Migrate.run(owner);
        }
        System.out.println("The schema is up to date, and the catalogue checks are content.");
    }

    /** Prints a line for each committee; 1 when a history does not hold. */
    private static int verifyHistory(@Nullable String code) throws Exception {
        try (var context = offline()) {
            if (code != null && code.endsWith(".zip")) {
                return verifyExport(context, Path.of(code));
            }
            var broken = 0;
            var committees = context.getBean(Committees.class).list().stream()
                    .filter(committee -> code == null || code.equals(committee.code()))
                    .toList();
            if (code != null && committees.isEmpty()) {
                System.err.println("There is no committee " + code + ".");
                return 1;
            }
            for (var committee : committees) {
                var found = context.getBean(VerifyHistory.class).in(committee.id());
                System.out.println(committee.code() + " "
                        + found.map(b -> "BROKEN at line " + b.seq() + ": " + b.why())
                                .orElse("holds"));
                broken += found.isPresent() ? 1 : 0;
            }
            return broken == 0 ? 0 : 1;
        }
    }

    /** An export carries its own history, and it can be asked without a database row. */
    private static int verifyExport(ApplicationContext context, Path file) throws Exception {
        try (var export = ExportFile.open(file, context.getBean(JsonMapper.class))) {
            var found = export.verifyHistory();
            System.out.println(export.committeeCode() + " "
                    + found.map(b -> "BROKEN at line " + b.seq() + ": " + b.why())
                            .orElse("holds"));
            return found.isEmpty() ? 0 : 1;
        } catch (TransferRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }

    private static int export(String code, Path file) throws Exception {
        try (var context = offline()) {
            var committee = context.getBean(Committees.class).findByCode(code);
            if (committee.isEmpty()) {
                System.err.println("There is no committee " + code + ".");
                return 1;
            }
            try (var out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                context.getBean(Export.class).write(committee.get().id(), out);
            } catch (FileAlreadyExistsException there) {
                System.err.println(file + " is there already.");
                return 1;
            }
            System.out.println("Committee " + code + " is in " + file + ".");
            return verifyExport(context, file);
        }
    }

    private static int bringIn(Path file) {
        try (var context = offline()) {
            var imported = context.getBean(Import.class).read(file);
            System.out.println("Committee " + imported.code() + " is here: " + imported.rows() + " rows, "
                    + imported.files() + " files, " + imported.lines() + " lines of history, which holds.");
            return 0;
        } catch (TransferRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }

    private static String option(String[] args, String name) {
        for (var i = 1; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        System.exit(usage());
        throw new IllegalStateException("The program has ended.");
    }

    private static int usage() {
        System.err.println("""
                Usage: tongxin.jar serve
                       tongxin.jar bootstrap
                       tongxin.jar migrate
                       tongxin.jar verify-history [COMMITTEE CODE | EXPORT.zip]
                       tongxin.jar export --committee CODE --out FILE.zip
                       tongxin.jar import --from FILE.zip""");
        return 2;
    }

    /** The service's beans without its server. */
    private static ApplicationContext offline() {
        return ApplicationContext.builder()
                .properties(Map.of("tongxin.offline", true))
                .start();
    }

    private static String required(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            System.err.println(name + " is not set; docs/operations.md tells what it is for.");
            System.exit(2);
        }
        return String.valueOf(value);
    }
}
