package cn.tongxin.dispatch;

import static cn.tongxin.db.cell.Tables.CLOCK;

import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every night each committee's history head goes to its parent, so that nobody can rewrite a history unseen. */
@Singleton
class HeadSender {
    private static final Logger LOG = LoggerFactory.getLogger(HeadSender.class);

    private final DSLContext sql;
    private final Letters letters;
    private final Post post;
    private final Committees committees;
    private final Transactions transactions;

    HeadSender(DSLContext sql, Letters letters, Post post, Committees committees, Transactions transactions) {
        this.sql = sql;
        this.letters = letters;
        this.post = post;
        this.committees = committees;
        this.transactions = transactions;
    }

    /** The last line of a history and its hash. */
    @Serdeable
    record Head(long seq, String hash) {
        static final String KIND = "head";
    }

    void sendAll() {
        for (var committee : committees.list()) {
            var parent = committee.parentCode();
            if (committee.isActive() && parent != null) {
                try {
                    transactions.in(committee.id(), () -> send(parent));
                } catch (RuntimeException failure) {
                    LOG.warn("The head of {} waits for the next night.", committee.code(), failure);
                }
            }
        }
    }

    /** Nothing where nothing has happened since the last head was sent, but for the line that said so. */
    boolean send(String parent) {
        var head = sql.select(CLOCK.SEQ, CLOCK.HASH).from(CLOCK).fetchOptional();
        if (head.isEmpty() || head.get().value1() <= letters.lastHeadSent() + 1) {
            return false;
        }
        post.send(
                parent,
                Head.KIND,
                new Head(
                        head.get().value1(), HexFormat.of().formatHex(head.get().value2())));
        return true;
    }
}
