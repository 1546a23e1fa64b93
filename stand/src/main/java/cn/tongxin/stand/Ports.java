package cn.tongxin.stand;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the parts of a stand listen; a busy port is refused by name before anything starts. */
public final class Ports {

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
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new StandException(
                    "Port " + port + ", wanted for " + what + ", is in use. Stop the other program or set " + variable
                            + " to another port.",
                    e);
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
