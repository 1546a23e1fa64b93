package cn.tongxin.storage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads how long a WebM recording of Opus plays (RFC 8794, RFC 6716 §3.1). Browsers write no length at its head, and anybody
 * may write a wrong one: the packets are counted, and where they leave gaps, the time of the last one stands.
 */
final class WebmSound {
    private static final long HEAD = 0x1A45DFA3L;
    private static final long DOCUMENT_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TIME_SCALE = 0x2AD7B1;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAE;
    private static final long CODEC = 0x86;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long CLUSTER_TIME = 0xE7;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final int LACED = 0x06;
    private static final long MANY_TICKS = 1L << 40;

    private final DataInputStream in;
    private long nanosPerTick = 1_000_000;
    private long clusterTicks;
    private int tracks;
    private long heard;
    private long end;

    private WebmSound(DataInputStream in) {
        this.in = in;
    }

    /** Empty where the file is anything but one track of Opus in WebM, whole. */
    static Optional<Duration> length(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var sound = new WebmSound(in);
            sound.read();
            return Optional.of(Duration.ofNanos(Math.max(sound.heard, sound.end)))
                    .filter(length -> sound.tracks == 1 && length.isPositive());
        } catch (EOFException | ArithmeticException | NotTaken _) {
            return Optional.empty();
        }
    }

    /** Not what is read here, or not to be made sense of. */
    private static final class NotTaken extends RuntimeException {}

    /** What holds other elements is entered, whatever length it claims: a live recording knows none. */
    private void read() throws IOException {
        if (in.readInt() != (int) HEAD) {
            throw new NotTaken();
        }
        number(7);
        for (var first = in.read(); first >= 0; first = in.read()) {
            var id = id(first);
            var size = number(7);
            switch ((int) id) {
                case (int) SEGMENT, (int) INFO, (int) TRACKS, (int) CLUSTER, (int) BLOCK_GROUP -> {}
                case (int) TRACK -> tracks++;
                case (int) DOCUMENT_TYPE -> expect("webm", size);
                case (int) CODEC -> expect("A_OPUS", size);
                case (int) TIME_SCALE -> nanosPerTick = whole(size, 1_000_000_000L);
                case (int) CLUSTER_TIME -> clusterTicks = whole(size, MANY_TICKS);
                case (int) SIMPLE_BLOCK, (int) BLOCK -> block(size);
                default -> in.skipNBytes(size);
            }
        }
    }

    private long id(int first) throws IOException {
        var more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 3) {
            throw new NotTaken();
        }
        var id = (long) first;
        for (var i = 0; i < more; i++) {
            id = id << 8 | in.readUnsignedByte();
        }
        return id;
    }

    /** A length, or the number of a track: the first byte says how many more there are. */
    private long number(int atMost) throws IOException {
        var first = in.readUnsignedByte();
        var more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > atMost) {
            throw new NotTaken();
        }
        var number = (long) first & (0x7F >> more);
        for (var i = 0; i < more; i++) {
            number = number << 8 | in.readUnsignedByte();
        }
        return number;
    }

    private long whole(long size, long max) throws IOException {
        var whole = 0L;
        for (var i = 0; i < size; i++) {
            whole = whole << 8 | in.readUnsignedByte();
            if (whole > max) {
                throw new NotTaken();
            }
        }
        return whole;
    }

    private void expect(String word, long size) throws IOException {
        if (size != word.length() || !word.equals(new String(in.readNBytes((int) size), StandardCharsets.US_ASCII))) {
            throw new NotTaken();
        }
    }

    /** The track, the time within the cluster, how the frames are laced, and one packet. */
    private void block(long size) throws IOException {
        if (size < 5) {
            throw new NotTaken();
        }
        number(0);
        var ticks = clusterTicks + in.readShort();
        if ((in.readUnsignedByte() & LACED) != 0) {
            throw new NotTaken();
        }
        var kind = in.readUnsignedByte();
        var rest = size - 5;
        var frames = switch (kind & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> {
                rest--;
                yield in.readUnsignedByte() & 0x3F;
            }
        };
        if (rest < 0) {
            throw new NotTaken();
        }
        in.skipNBytes(rest);
        var plays = frames * frameNanos(kind >> 3);
        heard = Math.addExact(heard, plays);
        end = Math.max(end, Math.addExact(Math.multiplyExact(ticks, nanosPerTick), plays));
    }

    private static long frameNanos(int configuration) {
        if (configuration < 12) {
            return new long[] {10_000_000, 20_000_000, 40_000_000, 60_000_000}[configuration & 3];
        }
        return configuration < 16 ? 10_000_000L << (configuration & 1) : 2_500_000L << (configuration & 3);
    }
}
