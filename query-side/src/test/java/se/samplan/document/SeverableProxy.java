package se.samplan.document;

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

/** Stands between clients and a server, and cuts every connection when it was told to, until the server is to be back. */
final class SeverableProxy implements AutoCloseable {

    /** Where a connection is cut. */
    enum Moment {
        /** When the server has been sent a part of it. */
        IN_THE_REQUEST,
        /** When the server has been sent all of it, and its answer is on the way. */
        BEFORE_THE_ANSWER
    }

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Moment moment = Moment.IN_THE_REQUEST;
    private long left = Long.MAX_VALUE;
    private boolean away;

    SeverableProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts when this much more has been sent to the server. */
    synchronized void cutAfter(long bytes, Moment where) {
        left = bytes;
        moment = where;
    }

    synchronized boolean isAway() {
        return away;
    }

    /** Lets connections through again. */
    synchronized void back() {
        away = false;
        left = Long.MAX_VALUE;
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                var client = listener.accept();
                open.add(client);
                if (isAway()) {
                    client.close();
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket();
        open.add(server);
        server.connect(new InetSocketAddress(host, port));
        threads.execute(() -> carry(client, server, true));
        threads.execute(() -> carry(server, client, false));
    }

    private void carry(Socket from, Socket to, boolean request) {
        var buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read > 0;
                    read = from.getInputStream().read(buffer)) {
                if (!passes(read, request)) {
                    cut();
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
                to.getOutputStream().flush();
            }
            from.close();
            to.close();
        } catch (IOException closed) {
            cut(from, to);
        }
    }

    private synchronized boolean passes(int bytes, boolean request) {
        if (request && left != Long.MAX_VALUE) {
            left = Math.max(0, left - bytes);
        }
        away = away || (left == 0 && request == (moment == Moment.IN_THE_REQUEST));
        return !away;
    }

    private void cut() {
        cut(open.toArray(Socket[]::new));
    }

    private void cut(Socket... sockets) {
        for (var socket : sockets) {
            try {
                socket.close();
                open.remove(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
        threads.close();
    }
}
