package se.samplan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Supplier;

/** Forwards traffic and lets a listener observe it. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final Supplier<? extends Listener> listeners;

    /** Listens to one connection; by one thread for each direction. */
    interface Listener {

        /** The client said this. */
        void asked(byte[] bytes, int length);

        /** The server said something; heard before the client hears it. */
        default void answered() {}
    }

    /** Before the server at that port of this machine. */
    TcpProxy(int server, Supplier<? extends Listener> listeners) throws IOException {
        this.server = server;
        this.listeners = listeners;
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                var behind = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                var listener = listeners.get();
                relay(client, behind, listener::asked);
                relay(behind, client, (bytes, length) -> listener.answered());
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private interface BytesListener {
        void bytes(byte[] bytes, int length);
    }

    private static void relay(Socket from, Socket to, BytesListener heard) {
        Thread.ofVirtual().name("proxy").start(() -> {
            try (from;
                    to) {
                relay(from.getInputStream(), to.getOutputStream(), heard);
            } catch (IOException ended) {
                // One side hung up; so does the other.
            }
        });
    }

    private static void relay(InputStream in, OutputStream out, BytesListener heard) throws IOException {
        var bytes = new byte[16_384];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            heard.bytes(bytes, read);
            out.write(bytes, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
