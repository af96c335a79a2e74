package se.samplan.store;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that count round trips, each time a thread waits for an answer to something it wrote, and the bytes that it
 * received.
 */
public final class CountingSockets extends SocketFactory {

    private static final ThreadLocal<long[]> TRIPS = ThreadLocal.withInitial(() -> new long[1]);
    private static final ThreadLocal<long[]> RECEIVED = ThreadLocal.withInitial(() -> new long[1]);

    /** What makes the driver use it. */
    public static final String PARAMETER = "?socketFactory=" + CountingSockets.class.getName();

    /** Round trips that the current thread has made so far. */
    public static long trips() {
        return TRIPS.get()[0];
    }

    /** Bytes that the current thread has received so far. */
    public static long received() {
        return RECEIVED.get()[0];
    }

    @Override
    public Socket createSocket() {
        return new Counting();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counting extends Socket {

        private volatile boolean asked;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    count();
                    int read = super.read();
                    RECEIVED.get()[0] += read < 0 ? 0 : 1;
                    return read;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    count();
                    int read = super.read(bytes, offset, length);
                    RECEIVED.get()[0] += Math.max(read, 0);
                    return read;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    asked = true;
                    out.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    asked = true;
                    out.write(bytes, offset, length);
                }
            };
        }

        private void count() {
            if (asked) {
                asked = false;
                TRIPS.get()[0]++;
            }
        }
    }
}
