package cn.tongxin.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who listens to an event stream. */
public final class Ear implements AutoCloseable {
    private static final Heard END = new Heard("end", "");

    private final InputStream stream;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private record Heard(String event, String data) {}

    Ear(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().name("ear").start(this::listen);
    }

    /** What the next event says; the test fails when there is none within ten seconds. */
    public JsonNode next() {
        try {
            return Person.JSON.readTree(take().data());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of the next event. */
    public String nextEvent() {
        return take().event();
    }

    /** Waits for the stream's end; whatever comes before it is no matter. */
    public boolean isEnded() {
        Heard last;
        do {
            last = take();
        } while (last != END);
        return true;
    }

    private Heard take() {
        try {
            var next = heard.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was heard for ten seconds.");
            }
            return next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var event = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:") && !event.equals("beat")) {
                    heard.add(new Heard(event, line.substring(5).strip()));
                }
            }
        } catch (IOException closed) {
            // the end, told below
        }
        heard.add(END);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
