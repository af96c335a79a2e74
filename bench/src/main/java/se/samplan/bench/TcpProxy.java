package se.samplan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Supplier;

/** Stands before a server and hands on what is said, so that somebody may listen without either of them knowing. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final Supplier<? extends Ear> ears;

    /** Listens to one connection; by one thread for each direction. */
    interface Ear {

        /** The client said this. */
        void asked(byte[] bytes, int length);

        /** The server said something; heard before the client hears it. */
        default void answered() {}
    }

    /** Before the server at that port of this machine. */
    TcpProxy(int server, Supplier<? extends Ear> ears) throws IOException {
        this.server = server;
        this.ears = ears;
        Thread.ofVirtual().name("tap").start(this::accept);
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
                var ear = ears.get();
                relay(client, behind, ear::asked);
                relay(behind, client, (bytes, length) -> ear.answered());
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private interface Heard {
        void bytes(byte[] bytes, int length);
    }

    private static void relay(Socket from, Socket to, Heard heard) {
        Thread.ofVirtual().name("tap").start(() -> {
            try (from;
                    to) {
                relay(from.getInputStream(), to.getOutputStream(), heard);
            } catch (IOException ended) {
                // One side hung up; so does the other.
            }
        });
    }

    private static void relay(InputStream in, OutputStream out, Heard heard) throws IOException {
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
