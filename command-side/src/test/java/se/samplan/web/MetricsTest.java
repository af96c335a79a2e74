package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import se.samplan.SettableClock;
import se.samplan.store.TestPostgres;

/** Metrics count what is written: they are for this machine, or for whoever reaches a port of their own. */
class MetricsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String METRICS = "/actuator/prometheus";

    private static int status(String url, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void on_the_apis_port_this_machine_reads_them_and_nobody_for_whom_a_request_is_relayed() throws Exception {
        var url = Running.shared().url() + METRICS;

        assertThat(status(url)).isEqualTo(200);
        assertThat(status(url, "X-Forwarded-For", "192.0.2.1")).isEqualTo(401);
        assertThat(status(url, "Forwarded", "for=192.0.2.1")).isEqualTo(401);
    }

    @Test
    void a_port_of_their_own_takes_them_from_the_apis() throws Exception {
        try (var apart = Running.start(
                TestPostgres.fresh(),
                new SettableClock(),
                Map.of("management.server.port", 0, "management.server.address", "127.0.0.1"))) {
            var port = apart.bean(Environment.class).getRequiredProperty("local.management.port");
            var management = "http://127.0.0.1:" + port;

            assertThat(status(management + METRICS, "X-Forwarded-For", "192.0.2.1"))
                    .isEqualTo(200);
            assertThat(status(management + "/actuator/health")).isEqualTo(200);
            assertThat(status(management + "/v3/api-docs")).isEqualTo(404);
            assertThat(status(apart.url() + METRICS)).isEqualTo(404);
            assertThat(status(apart.url() + METRICS, "X-Forwarded-For", "192.0.2.1"))
                    .isEqualTo(401);
        }
    }
}
