package podium.backends.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of the loopback address. */
public final class Ports {
    private static final Duration CONNECT_WITHIN = Duration.ofMillis(500);

    private Ports() {}

    /**
     * A port that nobody listens on just now. Somebody else may take it before it is used; the server then fails to
     * start and says so.
     *
     * @return the port
     */
    public static int free() {
        return free(1).getFirst();
    }

    /**
     * Several different ports that nobody listens on just now.
     *
     * @param count how many
     * @return the ports
     */
    public static List<Integer> free(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /**
     * Whether something accepts connections on a port.
     *
     * @param port the port
     * @return true if a connection was made
     */
    public static boolean open(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT_WITHIN.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
