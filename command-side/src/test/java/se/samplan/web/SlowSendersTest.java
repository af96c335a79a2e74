package se.samplan.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request that comes byte by byte keeps no connection; here it has two seconds. */
class SlowSendersTest {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration CLOSED_WITHIN = BOUND.multipliedBy(5);
    private static final String HOST = "Host: localhost\r\n";
    private static final String PROBE = "GET /actuator/health HTTP/1.1\r\n" + HOST + "\r\n";

    private static Socket connected() throws IOException {
        var address = URI.create(Running.shared().url());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(100);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** What comes back while a byte is sent every 100 ms, until the connection is closed or the time is over. */
    private static String answerTo(Socket socket, char trickle) throws IOException {
        var answer = new StringBuilder();
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < CLOSED_WITHIN.toNanos()) {
            try {
                send(socket, String.valueOf(trickle));
                var read = socket.getInputStream().read();
                if (read < 0) {
                    return answer + " closed";
                }
                answer.append((char) read);
            } catch (SocketTimeoutException nothingYet) {
                // goes on sending
            } catch (IOException reset) {
                return answer + " closed";
            }
        }
        return answer + " open";
    }

    @Test
    void a_trickled_line_or_header_is_cut_off() throws IOException {
        for (var begun : new String[] {"GET /", "GET / HTTP/1.1\r\n" + HOST + "X: "}) {
            try (var socket = connected()) {
                send(socket, begun);
                assertThat(answerTo(socket, 'a')).as(begun).isEqualTo(" closed");
            }
        }
    }

    @Test
    void a_trickled_body_is_refused_and_cut_off() throws IOException {
        var token = TestIssuer.of(TestClient.claims(TestStaff.CASEWORKER.claimed()));
        try (var socket = connected()) {
            send(
                    socket,
                    "POST /api/participants HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
            assertThat(answerTo(socket, ' '))
                    .startsWith("HTTP/1.1 400")
                    .contains("INVALID_REQUEST")
                    .endsWith("closed");
        }
    }

    @Test
    void a_trickled_body_that_nobody_reads_is_cut_off_too() throws IOException {
        try (var socket = connected()) {
            send(socket, "POST /api/participants HTTP/1.1\r\n" + HOST + "Content-Length: 100000\r\n\r\n");
            assertThat(answerTo(socket, ' ')).startsWith("HTTP/1.1 401").endsWith("closed");
        }
    }

    @Test
    void a_connection_that_rests_between_whole_requests_stays_open() throws IOException {
        try (var socket = connected()) {
            socket.setSoTimeout((int) CLOSED_WITHIN.toMillis());
            send(socket, PROBE);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoTimeout((int) BOUND.plusSeconds(2).toMillis());
            assertThat(readUntilNothingComes(socket)).contains("\"UP\"").endsWith("...");
            send(socket, PROBE);
            assertThat(readUntilNothingComes(socket)).startsWith("HTTP/1.1 200").endsWith("...");
        }
    }

    @Test
    void a_body_refused_unread_leaves_the_connection_for_the_next_request() throws IOException {
        try (var socket = connected()) {
            send(socket, "POST /api/participants HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nabcde" + PROBE);
            assertThat(readUntilNothingComes(socket)).startsWith("HTTP/1.1 401").contains("\"UP\"");
        }
    }

    /** Ends with dots if the connection is still open then. */
    private static String readUntilNothingComes(Socket socket) throws IOException {
        var answer = new StringBuilder();
        try {
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
            return answer.toString();
        } catch (SocketTimeoutException nothingMore) {
            return answer + "...";
        }
    }
}
