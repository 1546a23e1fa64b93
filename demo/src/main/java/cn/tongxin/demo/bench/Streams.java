package cn.tongxin.demo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Very many readers of event streams on one thread, because they share their cores with what they measure. A stream that
 * ends is opened again, saying what was heard last, as the phone does.
 */
final class Streams implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int AT_ONCE = 64;

    private final int port;
    private final Selector selector;
    private final List<Stream> all = new ArrayList<>();
    private final Queue<Stream> toOpen = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Stream> resting = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final Thread thread;
    private int opening;
    private volatile boolean over;

    /** What one reader hears; called on the one thread. */
    interface Ear {
        /** @param event the event's name; @param id its id, empty where it has none; @param data its text */
        void heard(String event, String id, String data);
    }

    /** One reader: its request, and what of its answer has come. */
    private final class Stream {
        private final String path;
        private final String token;
        private final String seat;
        private final Ear ear;
        private final CountDownLatch opened = new CountDownLatch(1);
        private StringBuilder text = new StringBuilder();
        private String last = "";
        private boolean waiting;
        private long since;

        Stream(String path, String token, String seat, Ear ear) {
            this.path = path;
            this.token = token;
            this.seat = seat;
            this.ear = ear;
        }

        byte[] request() {
            return ("GET " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                            + token + "\r\nX-Seat: " + seat
                            + (last.isEmpty() ? "" : "\r\nLast-Event-ID: " + last) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        /** Events end with an empty line; what chunks and headers put between is no field of an event and is passed over. */
        void take(String piece) throws IOException {
            text.append(piece);
            if (waiting
                    && text.length() > 12
                    && text.indexOf("HTTP/1.1 ") == 0
                    && !text.substring(9, 12).equals("200")) {
                throw new IOException(text.substring(0, 12));
            }
            for (var end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                event(text.substring(0, end));
                text.delete(0, end + 2);
            }
        }

        private void event(String lines) {
            var name = "";
            var id = "";
            var data = "";
            for (var line : lines.split("\n")) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                }
            }
            if (opened.getCount() > 0 && !name.isEmpty()) {
                opened.countDown();
            }
            if (waiting && !name.isEmpty()) {
                waiting = false;
                opening--;
            }
            if (!id.isEmpty()) {
                last = id;
            }
            if (!name.equals("beat") && !name.isEmpty()) {
                ear.heard(name, id, data);
            }
        }
    }

    Streams(int port) throws IOException {
        this.port = port;
        this.selector = Selector.open();
        this.thread = Thread.ofPlatform().name("streams").daemon().start(this::run);
    }

    /** Opens one more; {@link #await} says when all are. */
    void open(String path, String token, String seat, Ear ear) {
        var stream = new Stream(path, token, seat, ear);
        all.add(stream);
        toOpen.add(stream);
        selector.wakeup();
    }

    /** Until every stream has had its first event. */
    void await() throws InterruptedException {
        for (var stream : all) {
            stream.opened.await();
        }
    }

    private void run() {
        try {
            while (!over) {
                openMore();
                selector.select(this::ready, 20);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Some at a time: thousands of phones do not come back within one millisecond either. */
    private void openMore() {
        while (!resting.isEmpty() && resting.peek().since < System.nanoTime()) {
            toOpen.add(resting.poll());
        }
        while (opening < AT_ONCE && !toOpen.isEmpty()) {
            begin(toOpen.poll());
        }
    }

    private void begin(Stream stream) {
        stream.waiting = true;
        opening++;
        stream.text = new StringBuilder();
        try {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.register(selector, SelectionKey.OP_CONNECT, stream);
        } catch (IOException refused) {
            rest(stream);
        }
    }

    private void ready(SelectionKey key) {
        var stream = (Stream) key.attachment();
        var channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                channel.write(ByteBuffer.wrap(stream.request()));
                key.interestOps(SelectionKey.OP_READ);
            } else if (key.isReadable()) {
                buffer.clear();
                if (channel.read(buffer) < 0) {
                    throw new IOException("The stream has ended.");
                }
                stream.take(
                        StandardCharsets.UTF_8.decode(buffer.flip()).toString().replace("\r", ""));
            }
        } catch (IOException ended) {
            key.cancel();
            close(channel);
            rest(stream);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // nothing is left to close
        }
    }

    private void rest(Stream stream) {
        if (stream.waiting) {
            stream.waiting = false;
            opening--;
        }
        stream.since = System.nanoTime() + PAUSE.toNanos();
        resting.add(stream);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        selector.wakeup();
        thread.join();
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
