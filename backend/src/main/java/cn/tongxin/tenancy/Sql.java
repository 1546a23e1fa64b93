package cn.tongxin.tenancy;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** The SQL that repositories write. It runs on the connection of the transaction that is open, and fails without one. */
@Factory
class Sql {
    @Singleton
    DSLContext sql(TransactionOperations<Connection> transactions) {
        var settings = new Settings()
                .withRenderSchema(false)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderNameCase(RenderNameCase.LOWER)
                .withExecuteLogging(false);
        return DSL.using(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(settings)
                .set(new OfTransaction(transactions)));
    }

    private record OfTransaction(TransactionOperations<Connection> transactions) implements ConnectionProvider {
        @Override
        public Connection acquire() {
            return transactions.getConnection();
        }

        @Override
        public void release(Connection connection) {}
    }
}
