package cn.tongxin.reading;

import cn.tongxin.identity.Presence;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;

/** One open stream: who listens, and how far it has been told. Whoever reads too slowly is cut off, and resumes by himself. */
final class LiveListener {
    private static final int BEHIND = 256;

    private final Sinks.Many<Event<String>> sink =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(BEHIND));
    private final Presence presence;
    private Caller caller;
    private Part part;
    private long told;
    private long spoke;
    private boolean over;

    LiveListener(Presence presence, Caller caller, Part part, long told) {
        this.presence = presence;
        this.caller = caller;
        this.part = part;
        this.told = told;
    }

    Publisher<Event<String>> stream(Runnable gone) {
        return sink.asFlux().doFinally(_ -> {
            synchronized (this) {
                over = true;
            }
            gone.run();
        });
    }

    Presence presence() {
        return presence;
    }

    synchronized Caller caller() {
        return caller;
    }

    synchronized Part part() {
        return part;
    }

    synchronized long told() {
        return told;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** The seat and its place in the group, as they are now. */
    synchronized void is(Caller now, Part partNow) {
        caller = now;
        part = partNow;
    }

    /** Sends a change; what was told before is not told again. */
    synchronized void tell(long change, String post) {
        if (change > told) {
            emit(Event.of(post).name("post").id(String.valueOf(change)));
            told = change;
        }
    }

    /** Everything up to this change is known, or is not for these eyes. */
    synchronized void toldUpTo(long change) {
        told = Math.max(told, change);
    }

    /** Too much has happened to tell it all: the client reads its pages anew, and listens from this change on. */
    synchronized void reset(long change) {
        emit(Event.of(String.valueOf(change)).name("reset").id(String.valueOf(change)));
        told = change;
    }

    /** Keeps the connection open through proxies; no event for the client. */
    synchronized void beat() {
        emit(Event.of("").name("beat"));
    }

    /** The same, where nothing was said for so long. */
    synchronized void beatAfter(Duration silence) {
        if (System.nanoTime() - spoke > silence.toNanos()) {
            beat();
        }
    }

    synchronized void end() {
        over = true;
        sink.tryEmitComplete();
    }

    private void emit(Event<String> event) {
        spoke = System.nanoTime();
        if (!over && sink.tryEmitNext(event).isFailure()) {
            end();
        }
    }
}
