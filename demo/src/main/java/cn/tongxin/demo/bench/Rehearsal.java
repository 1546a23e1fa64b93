package cn.tongxin.demo.bench;

import cn.tongxin.stand.Folders;
import cn.tongxin.stand.LocalIssuer;
import cn.tongxin.stand.Ports;
import cn.tongxin.stand.PostgresStand;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.ServiceStand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Runs the jar once over a small store as people would use it, so that a cache of its classes, and of what the Java machine
 * learnt about them, lies beside it: the next starts are fast, and so are the first requests after them.
 */
public final class Rehearsal {
    private static final int ROUNDS = 400;

    private Rehearsal() {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(System.getProperty("tongxin.repository", "."))
                .toAbsolutePath()
                .normalize()
                .resolve("backend/target/tongxin.jar");
        var folder = Files.createTempDirectory("tongxin-rehearsal");
        var secrets = new Secrets(folder);
        try (var issuer = new LocalIssuer(Clock.systemUTC(), "https://rehearsal.invalid");
                var postgres = PostgresStand.start(folder, Ports.anyFree(), secrets);
                var service = new ServiceStand(folder, jar, List.of(), Ports.anyFree(), postgres, secrets)) {
            service.migrate();
            var store = new Store(postgres.jdbcUrl(), postgres.password("app_rw"), 100);
            var committee = store.fill(1).getFirst();
            service.rehearse(jar, issuer, () -> use(service.url().getPort(), issuer, committee));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void use(int port, LocalIssuer issuer, Store.Committee committee) throws IOException {
        var officer = issuer.console(committee.officer());
        var office = committee.office().toString();
        var author = issuer.phone(committee.author());
        var member = committee.member().toString();
        try (var wire = new Wire(port)) {
            for (var i = 0; i < ROUNDS; i++) {
                var id = Drafts.newId();
                for (var request : List.of(
                        Wire.get("/api/proposals?limit=20", officer, office),
                        Wire.get("/api/todo", officer, office),
                        Wire.get("/api/me", author, member),
                        Wire.get("/api/inbox?limit=10", author, member),
                        Wire.post("/api/proposals", author, member, Drafts.draft(id)),
                        Wire.get("/api/proposals/" + id, author, member),
                        Wire.get("/api/proposals/" + id + "/timeline", author, member))) {
                    var answer = wire.send(request);
                    if (answer.status() >= 300) {
                        throw new IllegalStateException("The service answered " + answer.status() + ".");
                    }
                }
            }
        }
    }
}
