package cn.tongxin.dispatch;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Clock;
import java.util.UUID;

/** Where a committee hands in what it sends: the letter is written with the change that sends it, and delivered after. */
@Singleton
public class Post {
    private final Letters letters;
    private final History history;
    private final Courier courier;
    private final TransactionOperations<Connection> transactions;
    private final JsonMapper json;
    private final Clock clock;

    Post(
            Letters letters,
            History history,
            Courier courier,
            TransactionOperations<Connection> transactions,
            JsonMapper json,
            Clock clock) {
        this.letters = letters;
        this.history = history;
        this.courier = courier;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Sends in the open transaction. A recipient that is not on the platform yet gets it on the day it comes. */
    public UUID send(String recipientCode, String kind, Object body) {
        var letter = new Letter(Ids.next(), recipientCode, kind, text(body), clock.instant());
        letters.insertOutgoing(letter);
        history.record(Line.of("dispatch.sent", "outgoing", letter.id())
                .with("kind", kind)
                .with("recipient", recipientCode));
        var sender = Caller.current().committeeId();
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("A letter is sent inside a transaction."))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        courier.wake(sender);
                    }
                });
        return letter.id();
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
