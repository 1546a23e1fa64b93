package cn.tongxin;

import cn.tongxin.history.VerifyHistory;
import cn.tongxin.migrations.Bootstrap;
import cn.tongxin.migrations.Migrate;
import cn.tongxin.tenancy.Committees;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.sql.DriverManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program: {@code migrate | serve | verify-history [COMMITTEE CODE]}. docs/operations.md tells what each needs. */
@OpenAPIDefinition(info = @Info(title = "Tongxin 同心", version = "1.0"))
public final class Tongxin {
    private Tongxin() {}

    public static void main(String[] args) throws Exception {
        switch (args.length == 0 ? "serve" : args[0]) {
            case "serve" ->
                Micronaut.build(args).mainClass(Tongxin.class).banner(false).start();
            case "migrate" -> migrate(required("TONGXIN_DB_URL"), required("TONGXIN_DB_OWNER_PASSWORD"));
            case "verify-history" -> System.exit(verifyHistory(args.length > 1 ? args[1] : null));
            default -> {
                System.err.println("Usage: tongxin.jar serve | migrate | verify-history [COMMITTEE CODE]");
                System.exit(2);
            }
        }
    }

    private static void migrate(String url, String password) throws Exception {
        try (var owner = DriverManager.getConnection(url, Bootstrap.OWNER, password)) {
            Migrate.run(owner);
        }
        System.out.println("The schema is up to date, and the catalogue checks are content.");
    }

    /** Prints a line for each committee; 1 when a history does not hold. */
    private static int verifyHistory(@Nullable String code) {
        try (var context = offline()) {
            var broken = 0;
            for (var committee : context.getBean(Committees.class).list()) {
                if (code != null && !code.equals(committee.code())) {
                    continue;
                }
                var found = context.getBean(VerifyHistory.class).in(committee.id());
                System.out.println(committee.code() + " "
                        + found.map(b -> "BROKEN at line " + b.seq() + ": " + b.why())
                                .orElse("holds"));
                broken += found.isPresent() ? 1 : 0;
            }
            return broken == 0 ? 0 : 1;
        }
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
