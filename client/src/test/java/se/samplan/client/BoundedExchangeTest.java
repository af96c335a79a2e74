package se.samplan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("NullAway.Init")
class BoundedExchangeTest {

    private static final String BEGINNING = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwhole\r\n";
    private static final String END = "0\r\n\r\n";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        http.shutdownNow();
    }

    @Test
    void an_answer_whose_end_is_there_in_time_is_given() throws Exception {
        var connection = answering(BEGINNING + END);

        var answer = BoundedExchange.within(Duration.ofSeconds(30), http, request());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("whole");
        connection.get().close();
    }

    @Test
    void one_that_stands_still_after_its_headers_is_given_up_and_its_connection_closed() throws Exception {
        var connection = answering(BEGINNING);

        assertThatThrownBy(() -> BoundedExchange.within(Duration.ofMillis(300), http, request()))
                .isInstanceOf(HttpTimeoutException.class);

        try (var socket = connection.get(30, TimeUnit.SECONDS)) {
            socket.setSoTimeout(30_000);
            assertThat(readToEnd(socket)).startsWith("GET /plans HTTP/1.1");
        }
    }

    @Test
    void where_nothing_answers_it_says_so_as_the_client_does() throws IOException {
        var request = request();
        server.close();

        assertThatThrownBy(() -> BoundedExchange.within(Duration.ofSeconds(30), http, request))
                .isInstanceOf(ConnectException.class);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getLocalPort() + "/plans"))
                .build();
    }

    /** Says this to whoever connects, and then nothing more. */
    private CompletableFuture<Socket> answering(String said) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                var socket = server.accept();
                socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                return socket;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String readToEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
