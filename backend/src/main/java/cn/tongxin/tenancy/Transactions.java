package cn.tongxin.tenancy;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions that the service opens for itself, where no annotated action does. */
@Singleton
public class Transactions {
    private static final TransactionDefinition NEW =
            TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

    private static final TransactionDefinition SNAPSHOT = snapshotDefinition();

    private final TransactionOperations<Connection> operations;

    Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /** One transaction of its own, as whoever acts now. */
    public <T extends @Nullable Object> T alone(Supplier<T> work) {
        return operations.execute(NEW, _ -> work.get());
    }

    /** One transaction that sees a single moment from its first statement to its last, as whoever acts now. */
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        return operations.execute(SNAPSHOT, _ -> work.get());
    }

    /** One transaction in a committee, as the service itself. */
    public <T extends @Nullable Object> T in(UUID committee, Supplier<T> work) {
        return Caller.system(committee).call(() -> alone(work));
    }

    private static TransactionDefinition snapshotDefinition() {
        var definition = new DefaultTransactionDefinition(TransactionDefinition.Propagation.REQUIRES_NEW);
        definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
        return definition;
    }
}
