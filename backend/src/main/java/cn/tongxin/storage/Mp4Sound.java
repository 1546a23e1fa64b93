package cn.tongxin.storage;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads how long an MPEG-4 recording plays (ISO/IEC 14496-12): the lengths of its samples are added up, in the table at its
 * head or, as browsers write it, in its fragments. The length that the head claims is not looked at.
 */
final class Mp4Sound {
    private static final long HEAD_AT_MOST = 4 * 1024 * 1024;
    private static final int DEPTH = 5;
    private static final int DEFAULT_LENGTH = 0x08;
    private static final int OWN_LENGTHS = 0x100;

    private int tracks;
    private boolean isSound;
    private long scale;
    private long units;
    private long usual;
    private long usualHere;

    private Mp4Sound() {}

    /** Empty where the file is anything but one track of sound in MPEG-4, whole. */
    static Optional<Duration> length(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var sound = new Mp4Sound();
            sound.readTop(channel);
            if (sound.tracks != 1 || !sound.isSound || sound.scale <= 0) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofMillis(Math.ceilDiv(Math.multiplyExact(sound.units, 1000L), sound.scale)))
                    .filter(Duration::isPositive);
        } catch (NotTaken
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** Not what is read here, or not to be made sense of. */
    private static final class NotTaken extends RuntimeException {}

    /** The boxes of the file: what lies in the large ones, the sound itself, is passed over. */
    private void readTop(FileChannel channel) throws IOException {
        var at = 0L;
        while (at < channel.size()) {
            var head = read(channel, at, Math.min(16, channel.size() - at));
            var size = Integer.toUnsignedLong(head.getInt());
            var type = type(head);
            var body = 8;
            if (size == 1) {
                size = head.getLong();
                body = 16;
            }
            if (size == 0) {
                size = channel.size() - at;
            }
            if (size < body || size > channel.size() - at || (at == 0) != type.equals("ftyp")) {
                throw new NotTaken();
            }
            if (type.equals("moov") || type.equals("moof")) {
                if (size > HEAD_AT_MOST) {
                    throw new NotTaken();
                }
                walk(read(channel, at + body, size - body), 0);
            }
            at += size;
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, long size) throws IOException {
        var bytes = ByteBuffer.allocate((int) size);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new NotTaken();
            }
        }
        return bytes.flip();
    }

    private void walk(ByteBuffer boxes, int depth) {
        if (depth > DEPTH) {
            throw new NotTaken();
        }
        while (boxes.hasRemaining()) {
            var size = boxes.getInt();
            var type = type(boxes);
            if (size < 8 || size - 8 > boxes.remaining()) {
                throw new NotTaken();
            }
            var body = boxes.slice(boxes.position(), size - 8);
            boxes.position(boxes.position() + size - 8);
            switch (type) {
                case "trak" -> {
                    tracks++;
                    walk(body, depth + 1);
                }
                case "mdia", "minf", "stbl", "mvex", "traf" -> walk(body, depth + 1);
                case "mdhd" -> scale = Integer.toUnsignedLong(body.getInt(body.get(0) == 1 ? 20 : 12));
                case "hdlr" -> isSound |= type(body.position(8)).equals("soun");
                case "stts" -> table(body.position(4));
                case "trex" -> usual = Integer.toUnsignedLong(body.getInt(12));
                case "tfhd" -> fragment(body);
                case "trun" -> run(body);
                default -> {}
            }
        }
    }

    private void table(ByteBuffer body) {
        for (var entries = body.getInt(); entries > 0; entries--) {
            add(body.getInt(), body.getInt());
        }
    }

    /** After the track's number come what its flags name; the usual length of a sample is the third of these. */
    private void fragment(ByteBuffer body) {
        var flags = body.getInt();
        usualHere = (flags & DEFAULT_LENGTH) == 0
                ? usual
                : Integer.toUnsignedLong(body.getInt(8 + ((flags & 1) == 0 ? 0 : 8) + ((flags & 2) == 0 ? 0 : 4)));
    }

    private void run(ByteBuffer body) {
        var flags = body.getInt();
        var samples = body.getInt();
        if ((flags & OWN_LENGTHS) == 0) {
            add(samples, Math.toIntExact(usualHere));
            return;
        }
        var start = 8 + 4 * Integer.bitCount(flags & 0x05);
        var stride = 4 * Integer.bitCount(flags & 0xF00);
        for (var i = 0; i < samples; i++) {
            add(1, body.getInt(start + i * stride));
        }
    }

    private void add(int samples, int each) {
        if (samples < 0 || each < 0) {
            throw new NotTaken();
        }
        units = Math.addExact(units, Math.multiplyExact((long) samples, (long) each));
    }

    private static String type(ByteBuffer at) {
        var type = new byte[4];
        at.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }
}
