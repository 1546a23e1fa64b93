package cn.tongxin.tenancy;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one place that tells the database which committee a transaction is about: before the first statement of each
 * transaction it calls {@code platform.enter}. People's requests go through {@code app_rw}, the service's own work
 * through {@code app_job}; the same policies bind both.
 */
final class TenantDataSource implements DataSource, AutoCloseable {
    private final DataSource serving;
    private final DataSource job;

    TenantDataSource(DataSource serving, DataSource job) {
        this.serving = serving;
        this.job = job;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var caller = Caller.current();
        var real = (caller.isService() ? job : serving).getConnection();
        return (Connection) Proxy.newProxyInstance(
                TenantDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, new Entering(real));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The roles are fixed.");
    }

    /** Enters the caller's committee with the first statement of every transaction, and refuses to change it midway. */
    private static final class Entering implements InvocationHandler {
        private final Connection real;
        private @Nullable UUID entered;

        Entering(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "prepareStatement", "createStatement", "prepareCall" -> enter();
                case "commit", "close" -> entered = null;
                case "rollback" -> {
                    if (arguments == null || arguments.length == 0) {
                        entered = null;
                    }
                }
                default -> {}
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private void enter() throws SQLException {
            var committee = Caller.current().committee();
            if (committee == null || committee.equals(entered) || real.getAutoCommit()) {
                return;
            }
            if (entered != null) {
                throw new IllegalStateException("A transaction sees one committee.");
            }
            try (var call = real.prepareStatement("select platform.enter(?, ?)")) {
                call.setObject(1, committee);
                call.setBoolean(2, SuspendedAccess.isGranted());
                call.execute();
            }
            entered = committee;
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return serving.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        serving.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        serving.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return serving.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return serving.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("What lies behind this data source knows no committee.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public void close() throws Exception {
        for (var pool : new DataSource[] {serving, job}) {
            if (pool instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
