package se.samplan.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a Samplan that stays open: as thin as can be, since whoever measures shares the processors. It tries
 * again at once where it is told to, so that the waiting counts.
 */
final class Http implements AutoCloseable {

    private final URI url;
    private @Nullable HttpLine line;

    Http(URI url) {
        this.url = url;
    }

    /** How long one is asked to try again before that counts as an answer. */
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private static final int TRY_AGAIN = 503;

    /** What was answered; headers by their names in lower case. */
    record HttpReply(int status, Map<String, String> headers, String body) {

        /** This answer, if it is what was hoped for. */
        HttpReply done() throws IOException {
            if (status < 200 || status > 299) {
                throw new IOException("answered " + status + ": " + body);
            }
            return this;
        }

        String header(String name) throws IOException {
            var value = headers.get(name.toLowerCase(Locale.ROOT));
            if (value == null) {
                throw new IOException("an answer without " + name);
            }
            return value;
        }

        /** The text under that name, wherever it stands in the JSON. */
        String text(String name) throws IOException {
            var from = body.indexOf('"' + name + "\":\"");
            if (from < 0) {
                throw new IOException("an answer without " + name);
            }
            var begin = from + name.length() + 4;
            return body.substring(begin, body.indexOf('"', begin));
        }
    }

    HttpReply post(String path, String body, String... headers) throws IOException {
        return send("POST", path, body, headers);
    }

    HttpReply get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    private HttpReply send(String method, String path, String body, String... headers) throws IOException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        HttpReply answer;
        do {
            answer = once(method, path, body, headers);
        } while (answer.status == TRY_AGAIN && System.nanoTime() < deadline);
        return answer;
    }

    private HttpReply once(String method, String path, String body, String... headers) throws IOException {
        var message = message(method, path, body, headers);
        var kept = line;
        if (kept != null) {
            try {
                return ended(kept.exchange(message));
            } catch (SocketException | EOFException hungUp) {
                close(); // it may, after so many requests or so long a silence; a key guards against doing it twice
            }
        }
        var fresh = HttpLine.to(url);
        line = fresh;
        return ended(fresh.exchange(message));
    }

    private HttpReply ended(HttpReply answer) throws IOException {
        if ("close".equals(answer.headers.get("connection"))) {
            close();
        }
        return answer;
    }

    private byte[] message(String method, String path, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder()
                .append("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, path, url.getAuthority()))
                .append("Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(bytes.length));
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(bytes);
        return message.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
