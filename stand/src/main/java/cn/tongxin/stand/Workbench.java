package cn.tongxin.stand;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * PostgreSQL and the service on free ports over a store of their own, with a small issuer instead of Keycloak: for
 * acceptance runs, measurements and crash tests, which are not about log-in.
 */
public final class Workbench implements AutoCloseable {
    private final Path folder;
    private final int postgresPort = Ports.anyFree();
    private final Secrets secrets;
    private final LocalIssuer issuer = new LocalIssuer(Clock.systemUTC());
    private final ServiceStand service;
    private PostgresStand postgres;

    /**
     * Starts all parts.
     *
     * @param folder where the store is kept; empty for an empty store
     * @param jar the service's jar
     * @param flags of the service's Java machine
     */
    public Workbench(Path folder, Path jar, List<String> flags) throws IOException, InterruptedException, SQLException {
        this.folder = folder;
        this.secrets = new Secrets(folder);
        this.postgres = PostgresStand.start(folder, postgresPort, secrets);
        this.service = new ServiceStand(folder, jar, flags, Ports.anyFree(), postgres, secrets);
        service.migrate();
        service.serve(issuer);
    }

    public LocalIssuer issuer() {
        return issuer;
    }

    public ServiceStand service() {
        return service;
    }

    public PostgresStand postgres() {
        return postgres;
    }

    /** Kills the service and starts it again over the same store. */
    public void restartService() throws IOException, InterruptedException {
        service.kill();
        startService();
    }

    /** Starts the service after it was killed. */
    public void startService() throws IOException, InterruptedException {
        service.serve(issuer);
    }

    /** Kills PostgreSQL's first process and starts it again; the service stays up and must find its way back. */
    public void restartPostgres() throws IOException, SQLException {
        postgres.kill();
        postgres = PostgresStand.start(folder, postgresPort, secrets);
    }

    @Override
    public void close() throws IOException {
        service.close();
        postgres.close();
        issuer.close();
    }
}
