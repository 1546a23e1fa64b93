package cn.tongxin.dispatch;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.storage.TravellingFiles;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries letters as the service itself, entering one committee at a time: reads at the sender, delivers at the recipient,
 * ticks off at the sender. Killed in between, it delivers again, and the recipient knows the letter by its id.
 */
@Singleton
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BAG = 100;

    private final Letters letters;
    private final TravellingFiles files;
    private final History history;
    private final Committees committees;
    private final Transactions transactions;
    /** Asked for late: a recipient may have letters of its own to send. */
    private final BeanProvider<Recipient> recipients;

    private final Clock clock;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();

    Courier(
            Letters letters,
            TravellingFiles files,
            History history,
            Committees committees,
            Transactions transactions,
            BeanProvider<Recipient> recipients,
            Clock clock) {
        this.letters = letters;
        this.files = files;
        this.history = history;
        this.committees = committees;
        this.transactions = transactions;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** This committee has something to send. */
    void wake(UUID sender) {
        waiting.add(sender);
    }

    /** What was handed in since the last time. */
    void carryWhatWasHandedIn() {
        for (var sender : Set.copyOf(waiting)) {
            waiting.remove(sender);
            carry(sender);
        }
    }

    /** Every committee's letters that wait, also those from before a restart and those whose recipient has come since. */
    void carryEverything() {
        committees.list().stream().filter(Committees.Entry::isActive).forEach(sender -> carry(sender.id()));
    }

    /** Carries what one committee has handed in; one round at a time. */
    synchronized void carry(UUID sender) {
        try {
            var bag = transactions.in(sender, () -> letters.findWaiting(BAG));
            for (var letter : bag) {
                committees
                        .findByCode(letter.recipientCode())
                        .filter(Committees.Entry::isActive)
                        .ifPresent(to -> deliver(sender, to.id(), letter));
            }
        } catch (RuntimeException failure) {
            LOG.warn("The letters of committee {} wait for the next round.", sender, failure);
        }
    }

    private void deliver(UUID sender, UUID to, Letter letter) {
        try {
            var recipient = recipient(letter);
            var enclosures = recipient.encloses(letter);
            files.carry(sender, to, enclosures);
            transactions.in(to, () -> receive(recipient, sender, letter));
            // Once more, if an orphan with these very bytes was removed there between the two.
            files.carry(sender, to, enclosures);
        } catch (RuntimeException failure) {
            LOG.warn("Letter {} could not be delivered.", letter.id(), failure);
            transactions.in(sender, () -> {
                letters.failed(letter.id(), String.valueOf(failure));
                return null;
            });
            return;
        }
        transactions.in(sender, () -> {
            letters.delivered(letter.id(), clock.instant());
            return null;
        });
    }

    private Recipient recipient(Letter letter) {
        return recipients.stream()
                .filter(each -> each.kind().equals(letter.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody takes letters of kind " + letter.kind() + "."));
    }

    private boolean receive(Recipient recipient, UUID sender, Letter letter) {
        if (!letters.insertReceived(sender, letter, clock.instant())) {
            return false;
        }
        recipient.receive(sender, letter);
        history.record(Line.of("dispatch.received", "received", letter.id())
                .with("kind", letter.kind())
                .with("sender", sender));
        return true;
    }
}
