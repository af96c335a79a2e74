package se.samplan.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TokenCommandTest {

    private final List<String> forms = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void prints_the_token_and_nothing_else() {
        issuerAnswers(200, "{\"access_token\":\"abc.def.ghi\"}");
        assertThat(token("auditor", "--organisation", "1481", "--person", "åsa.ek"))
                .isEqualTo(0);
        assertThat(out.toString().lines()).containsExactly("abc.def.ghi");
        assertThat(err.toString()).isEmpty();
        assertThat(forms)
                .containsExactly("grant_type=client_credentials&client_id=auditor&client_secret=demo"
                        + "&organisation=1481&person=%C3%A5sa.ek");
    }

    @Test
    void says_why_there_is_no_token_on_the_error_stream() {
        issuerAnswers(400, "{\"error\":\"invalid_request\",\"error_description\":\"there: anna.ek in 1481.\"}");
        assertThat(token("auditor", "--person", "nobody")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("there: anna.ek in 1481.");
    }

    @Test
    void says_what_to_do_where_no_samplan_answers() {
        server.stop(0);
        assertThat(token("auditor")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("./samplan run").contains("--url");
    }

    @Test
    void says_so_where_something_else_answers() {
        issuerAnswers(200, "<html>hello</html>");
        assertThat(token("auditor")).isEqualTo(1);
        assertThat(err.toString()).contains("not Samplan");
    }

    @Test
    void names_the_roles_where_it_gets_another() {
        assertThat(token("boss")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("no role boss").contains("municipal-caseworker");
        assertThat(forms).isEmpty();
    }

    private void issuerAnswers(int status, String body) {
        server.createContext("/oauth2/token", exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private int token(String... arguments) {
        var all = new ArrayList<>(List.of("token"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        return Client.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
