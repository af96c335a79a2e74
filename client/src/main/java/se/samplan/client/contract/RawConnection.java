package se.samplan.client.contract;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends whatever bytes there are to a Samplan on this machine, also what no HTTP client would. */
final class RawConnection implements AutoCloseable {

    private static final int LONGEST_SILENCE_MILLIS = 60_000;

    /** A status, headers by their names in lower case, and a body in UTF-8. */
    record Answer(int status, Map<String, String> headers, String body) {

        String mediaType() {
            return headers.getOrDefault("content-type", "")
                    .split(";", 2)[0]
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }
    }

    private final URI samplan;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawConnection(URI samplan) {
        this.samplan = samplan;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param method for which an answer may have no body
     */
    Answer exchange(String method, byte[] message) throws IOException {
        if (socket != null) {
            try {
                return once(method, message);
            } catch (SocketException | EOFException closedMeanwhile) {
                close();
            }
        }
        return once(method, message);
    }

    private Answer once(String method, byte[] message) throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getByName(samplan.getHost()), samplan.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(LONGEST_SILENCE_MILLIS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        open.getOutputStream().write(message);
        open.getOutputStream().flush();
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        var answer = new Answer(status, headers, new String(body(method, status, headers), StandardCharsets.UTF_8));
        if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private byte[] body(String method, int status, Map<String, String> headers) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
            var first = line() + "\n" + line();
            close(); // it goes on as long as what it tells of
            return first.getBytes(StandardCharsets.UTF_8);
        }
        var length = headers.get("content-length");
        if (length != null) {
            return input().readNBytes(Integer.parseInt(length));
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            var all = new ByteArrayOutputStream();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                all.writeBytes(input().readNBytes(size));
                line();
            }
            line();
            return all.toByteArray();
        }
        var rest = input().readAllBytes();
        close();
        return rest;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int read = input().read(); read != '\n'; read = input().read()) {
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            if (read != '\r') {
                bytes.write(read);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private InputStream input() throws EOFException {
        if (in == null) {
            throw new EOFException("the connection was closed");
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
            in = null;
        }
    }
}
