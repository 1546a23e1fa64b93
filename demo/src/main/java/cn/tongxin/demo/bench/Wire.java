package cn.tongxin.demo.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-open HTTP/1.1 connection that costs next to nothing, because it shares its cores with what it measures. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("localhost"), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
    }

    /** What came back. */
    record Answer(int status, byte[] body) {
        boolean holds(byte[] wanted) {
            outer:
            for (var i = 0; i + wanted.length <= body.length; i++) {
                for (var j = 0; j < wanted.length; j++) {
                    if (body[i + j] != wanted[j]) {
                        continue outer;
                    }
                }
                return true;
            }
            return false;
        }

        int count(byte[] wanted) {
            var count = 0;
            outer:
            for (var i = 0; i + wanted.length <= body.length; i++) {
                for (var j = 0; j < wanted.length; j++) {
                    if (body[i + j] != wanted[j]) {
                        continue outer;
                    }
                }
                count++;
            }
            return count;
        }
    }

    static byte[] get(String path, String token, String seat) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
                        + token + "\r\nX-Seat: " + seat + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, String token, String seat, String body) {
        return send("POST", path, token, seat, body);
    }

    static byte[] put(String path, String token, String seat, String body) {
        return send("PUT", path, token, seat, body);
    }

    private static byte[] send(String method, String path, String token, String seat, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = (method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: "
                        + bytes.length + "\r\nAuthorization: Bearer " + token + "\r\nX-Seat: " + seat + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var all = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }

    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = -1;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        return new Answer(status, chunked ? chunks() : bytes(Math.max(length, 0)));
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended early.");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
