package se.samplan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** The line to a server on this machine, which can be cut and mended: what is behind it looks away, then back. */
public final class Line implements AutoCloseable {

    private final int server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean silent;
    private ServerSocket listener;

    private Line(int server) throws IOException {
        this.server = server;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = listener.getLocalPort();
        accept();
    }

    /** A whole line to the server that listens on this port. */
    public static Line to(int server) {
        try {
            return new Line(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect instead. */
    public int port() {
        return port;
    }

    /** How many connections there are over it. */
    public int connections() {
        return open.size() / 2;
    }

    /** What is asked still arrives, and what is answered no longer does, until the line is cut. */
    public void silence() {
        silent = true;
    }

    /** Ends every connection and refuses new ones. */
    public void cut() throws IOException {
        listener.close();
        for (var socket : open) {
            socket.close();
        }
        open.clear();
        silent = false;
    }

    public void mend() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        accept();
    }

    private void accept() {
        var listening = listener;
        threads.execute(() -> {
            while (!listening.isClosed()) {
                try {
                    connect(listening.accept());
                } catch (IOException cut) {
                    open.removeIf(Socket::isClosed); // one was cut; if all were, the listener is closed
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        open.add(client);
        var behind = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(behind);
        threads.execute(() -> carry(client, behind, () -> true));
        threads.execute(() -> carry(behind, client, () -> !silent));
    }

    private void carry(Socket from, Socket to, BooleanSupplier arrives) {
        try (from;
                to) {
            var bytes = new byte[8192];
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (arrives.getAsBoolean()) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException cut) {
            // The other end finds out by itself.
        } finally {
            open.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        threads.shutdownNow();
    }
}
