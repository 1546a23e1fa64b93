package cn.tongxin.stand;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Where the parts of a stand listen; a busy port is refused by name before anything starts. */
public final class Ports {

    private static final int ANSWER_MILLIS = 1_000;

    private Ports() {}

    public static int fromEnvironment(String variable, int otherwise) {
        var text = System.getenv(variable);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new StandException(variable + " must be a port number, but is '" + text + "'.", e);
        }
    }

    public static void checkFree(int port, String what, String variable) {
        if (isAnswered(port) || !isBindable(port)) {
            throw new StandException("Port " + port + ", wanted for " + what
                    + ", is in use. Stop the other program or set " + variable + " to another port.");
        }
    }

    /** Not every system refuses to bind an address on which another program listens. */
    private static boolean isAnswered(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean isBindable(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StandException("No free port.", e);
        }
    }
}
