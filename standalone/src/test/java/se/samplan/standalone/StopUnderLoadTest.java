package se.samplan.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stop while many work, and while one request has begun that will never be whole. */
class StopUnderLoadTest {

    private static final int CLIENTS = 24;
    private static final String REGISTRATION = "{\"identityNumber\": \"19900101-9802\"}";

    @Test
    void is_over_well_before_a_supervisor_loses_patience() throws Exception {
        try (var samplan = RunningSamplan.start(Map.of())) {
            var caseworker = samplan.token("municipal-caseworker");
            var answered = new AtomicInteger();
            var clients = load(samplan, caseworker, answered);
            await().atMost(Duration.ofSeconds(60)).until(() -> answered.get() > 20 * CLIENTS);

            Duration took;
            try (var ignored = stalled(samplan, caseworker)) {
                var begun = System.nanoTime();
                samplan.java().process().destroy();
                samplan.java().awaitEnd();
                took = Duration.ofNanos(System.nanoTime() - begun);
            }
            for (var client : clients) {
                client.join();
            }

            System.out.printf("stopped within %d ms%n", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(4));
            assertThat(Postmaster.of(samplan.folder().resolve("data/postgres"))).isEmpty();
        }
    }

    /** A request that the server goes on with, and of whose body one byte comes. */
    private static Socket stalled(RunningSamplan samplan, String token) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), samplan.port());
        socket.getOutputStream()
                .write(("POST /api/participants HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nExpect: 100-continue"
                                + "\r\nContent-Length: 100\r\n\r\n")
                        .getBytes(ISO_8859_1));
        var continues = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
        assertThat(new String(continues, ISO_8859_1)).isEqualTo("HTTP/1.1 100");
        socket.getOutputStream().write('{');
        return socket;
    }

    /** Each asks until nobody answers any more. */
    private static List<Thread> load(RunningSamplan samplan, String caseworker, AtomicInteger answered) {
        return IntStream.range(0, CLIENTS)
                .mapToObj(client -> Thread.ofVirtual().start(() -> {
                    try {
                        while (true) {
                            samplan.post("/api/participants", caseworker, REGISTRATION);
                            samplan.get("/api/work-lists/mine", caseworker);
                            answered.addAndGet(2);
                        }
                    } catch (UncheckedIOException stopped) {
                        return;
                    }
                }))
                .toList();
    }
}
