package se.samplan.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class OperationCommandsTest {

    private final List<String> sent = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final Deque<String> bodies = new ArrayDeque<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"abc\"}"));
        server.createContext("/api/operations", exchange -> {
            sent.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, statuses.remove(), bodies.remove());
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_check_without_differences_succeeds() {
        answers(202, operation("RUNNING", 0));
        answers(200, operation("RUNNING", 0));
        answers(200, operation("DONE", 0));

        assertThat(run("check")).isZero();

        assertThat(out.toString()).contains("agree");
        assertThat(sent.getFirst()).isEqualTo("POST /api/operations/checks {}");
        assertThat(sent.getLast()).isEqualTo("GET /api/operations/17 ");
    }

    @Test
    void a_check_with_differences_names_them_and_fails() {
        answers(202, operation("RUNNING", 0));
        answers(200, operation("DONE", 3));

        assertThat(run("check")).isEqualTo(1);

        assertThat(out.toString())
                .contains("MISSING", "plans", "case-1", "and 2 more", "3 differences", "./samplan rebuild");
    }

    @Test
    void what_failed_or_was_lost_fails_and_says_what_to_do() {
        answers(202, operation("RUNNING", 0));
        answers(200, operation("FAILED", 0));
        assertThat(run("check")).isEqualTo(1);
        assertThat(err.toString()).contains("VIEW_BEHIND");

        answers(202, operation("RUNNING", 0));
        answers(200, operation("LOST", 0));
        assertThat(run("rebuild")).isEqualTo(1);
        assertThat(err.toString()).contains("Run it again");
    }

    @Test
    void a_rebuild_says_what_it_made() {
        answers(202, operation("RUNNING", 0));
        answers(200, operation("DONE", 0));

        assertThat(run("rebuild", "plans")).isZero();

        assertThat(sent.getFirst()).isEqualTo("POST /api/operations/rebuilds {\"view\":\"plans\"}");
        assertThat(out.toString()).contains("Rebuilt from 200 events");
    }

    @Test
    void a_refusal_is_told_with_its_code_and_what_there_is() {
        answers(422, "{\"code\":\"UNKNOWN_VIEW\",\"en\":\"There is no such view.\",\"views\":[\"plans\",\"figures\"]}");

        assertThat(run("rebuild", "x")).isEqualTo(1);

        assertThat(err.toString()).contains("UNKNOWN_VIEW", "plans, figures");
    }

    @Test
    void a_moment_without_an_answer_is_waited_for() {
        answers(202, operation("RUNNING", 0));
        answers(503, "{\"code\":\"STORE_NOT_REACHABLE\"}");
        answers(200, operation("DONE", 0));

        assertThat(run("check")).isZero();
    }

    @Test
    void says_what_to_do_where_no_samplan_answers() {
        server.stop(0);

        assertThat(run("check")).isEqualTo(1);

        assertThat(err.toString()).contains("./samplan run").contains("--url");
    }

    private void answers(int status, String body) {
        statuses.add(status);
        bodies.add(body);
    }

    private static String operation(String state, int differences) {
        return """
                {"operationId": "17", "state": "%s", "done": 100, "total": 200, "percent": 50, "eventsPerSecond": 100,
                 "secondsLeft": 1, "differences": %d, "named": [{"kind": "MISSING", "view": "plans", "of": "case-1"}],
                 "failure": "VIEW_BEHIND"}""".formatted(state, differences);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        return Client.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
