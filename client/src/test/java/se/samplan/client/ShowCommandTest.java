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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ShowCommandTest {

    private static final String PARTICIPANT = "7f3c1c1e-6a55-4a7e-9a8e-0b9d3d1f2a10";

    private static final String PLANS = """
            {"lanes": [
              {"lane": "1481:LABOUR_MARKET", "organisation": {"name": "Mölndal"},
               "branch": {"en": "labour-market unit", "sv": "arbetsmarknadsenhet"},
               "shown": [{"how": {"en": "own", "sv": "egen uppgift"}}],
               "plans": [], "activities": [
                 {"kind": {"en": "work placement", "sv": "praktik"}, "state": {"en": "planned", "sv": "planerad"},
                  "from": "2025-03-17", "to": null, "hoursPerWeek": 15, "runBy": null}]},
              {"lane": "AF:AGENCY", "organisation": {"name": "Arbetsförmedlingen"},
               "branch": {"en": "the agency", "sv": "Arbetsförmedlingen"},
               "shown": [{"how": {"en": "a legal ground in force", "sv": "rättslig grund som gäller"}}],
               "plans": [{"state": {"en": "agreed", "sv": "överenskommen"}, "from": "2025-03-10", "to": null,
                          "goals": [{"kind": {"en": "employment", "sv": "arbete"}, "result": null}]}],
               "activities": [
                 {"kind": {"en": "Prepare and match", "sv": "Rusta och matcha"},
                  "state": {"en": "planned", "sv": "planerad"}, "from": "2025-03-10", "to": "2025-09-10",
                  "hoursPerWeek": 20, "runBy": {"name": "Kompetens AB"}}]}],
             "collisions": [{"kind": {"en": "a clash", "sv": "en krock"}, "state": {"en": "resolved", "sv": "löst"},
               "from": "2025-03-17", "to": "2025-06-13",
               "resolution": {"en": "clearance was granted", "sv": "klartecken gavs"}}],
             "clearances": [{"state": {"en": "granted", "sv": "givet"}, "requestedOn": "2025-03-14",
               "by": "1481:LABOUR_MARKET", "answeredOn": "2025-03-18", "until": "2025-06-13", "denialReason": null,
               "conditions": [{"en": "outside the hours of the measure", "sv": "utanför insatsens tider"}]}],
             "subsidyRequests": [{"state": {"en": "approved", "sv": "beviljat"}, "wantedStart": "2025-06-02",
               "scheme": {"en": "new start job", "sv": "nystartsjobb"}, "windowClosesOn": "2025-05-16",
               "grant": {"levelPercent": 50, "from": "2025-06-02", "to": "2026-06-01"}, "refusalReason": null}],
             "consents": [{"state": {"en": "in force", "sv": "gäller"}, "parties": ["1481:LABOUR_MARKET", "AF:AGENCY"],
               "kinds": [{"en": "plan", "sv": "planering"}], "validFrom": "2025-03-11T23:30:00Z",
               "withdrawnAt": null}]}""";

    private final List<String> came = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int status = 200;
    private String body = PLANS;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"issued\"}"));
        server.createContext("/api/participants", exchange -> {
            var headers = exchange.getRequestHeaders();
            came.add(exchange.getRequestURI() + " " + headers.getFirst("Authorization") + " "
                    + headers.getFirst("Samplan-Position"));
            answer(exchange, status, body);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shows_the_lanes_side_by_side() {
        assertThat(show()).isZero();

        assertThat(out.toString().lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("1481:LABOUR_MARKET ").endsWith("| AF:AGENCY"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2025-03-17 –             15 h/w  work placement, planned")
                        .endsWith("| 2025-03-10 –             plan, agreed"))
                .anySatisfy(line -> assertThat(line).contains("2025-03-10 – 2025-09-10  20 h/w"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(118));
        assertThat(came).containsExactly("/api/participants/" + PARTICIPANT + "/plans Bearer issued null");
    }

    @Test
    void shows_what_stands_between_the_lanes_with_its_state() {
        assertThat(show()).isZero();

        assertThat(out.toString())
                .contains(
                        "collision, resolved: a clash, 2025-03-17 – 2025-06-13; clearance was granted",
                        "clearance, granted: requested 2025-03-14 by 1481:LABOUR_MARKET; answered 2025-03-18;",
                        "outside the hours of the measure",
                        "subsidy, approved: new start job, wanted from 2025-06-02; window closes 2025-05-16; 50 %,",
                        "consent, in force: 1481:LABOUR_MARKET, AF:AGENCY; plan; from 2025-03-12");
    }

    @Test
    void speaks_swedish_where_asked_to() {
        assertThat(show("--language", "sv")).isZero();

        assertThat(out.toString())
                .contains("15 t/v  praktik, planerad", "klartecken, givet: begärt 2025-03-14", "krock, löst");
    }

    @Test
    void reads_as_the_holder_of_a_token_and_waits_for_a_position() {
        assertThat(show("--token", "abc", "--position", "17-3")).isZero();

        assertThat(came).containsExactly("/api/participants/" + PARTICIPANT + "/plans Bearer abc 17-3");
    }

    @Test
    void a_refusal_is_told_with_its_code() {
        status = 404;
        body = "{\"code\":\"UNKNOWN_PARTICIPANT\",\"en\":\"Unknown participant.\"}";

        assertThat(show()).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Unknown participant. (UNKNOWN_PARTICIPANT)");
    }

    @Test
    void says_what_to_do_where_no_samplan_answers() {
        server.stop(0);

        assertThat(show("--token", "abc")).isEqualTo(1);

        assertThat(err.toString()).contains("./samplan run").contains("--url");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int show(String... arguments) {
        var all = new ArrayList<>(List.of("show", PARTICIPANT));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        return Client.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
