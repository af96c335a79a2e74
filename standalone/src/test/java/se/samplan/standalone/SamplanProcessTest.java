package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import se.samplan.Samplan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class SamplanProcessTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Running here;
    private static Running there;

    /** One Samplan with its folder and port. */
    private record Running(ForkedJava java, Path data, int port) {

        static Running start(String name) throws IOException {
            var port = Ports.anyFree();
            var data = folder.resolve(name);
            var java = ForkedJava.start(
                    folder, Samplan.class, "--port", Integer.toString(port), "--data", data.toString());
            return new Running(java, data, port);
        }

        String url() {
            return "http://localhost:" + port;
        }
    }

    @BeforeAll
    static void two_samplans_side_by_side() throws Exception {
        here = Running.start("here");
        there = Running.start("there");
        for (var samplan : List.of(here, there)) {
            samplan.java().awaitLine("Samplan is ready on " + samplan.url() + " (");
        }
        appoint(here, "test.person", "T-1", "AUDITOR", "now() - interval '1 day'", "NULL");
        appoint(here, "test.former", "T-1", "AUDITOR", "now() - interval '2 days'", "now() - interval '1 day'");
        appoint(there, "test.neighbour", "T-2", "AUDITOR", "now() - interval '1 day'", "NULL");
    }

    @AfterAll
    static void end_them() {
        here.java().close();
        there.java().close();
    }

    private static void appoint(Running samplan, String... row) throws Exception {
        try (var directory = Files.newBufferedReader(samplan.data().resolve("postgres.passwords"));
                var connection = DriverManager.getConnection(database(samplan), "postgres", directory.readLine());
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS samplan");
            statement.execute("CREATE TABLE IF NOT EXISTS samplan.staff (staff_id uuid PRIMARY KEY, subject text,"
                    + " organisation_id text, branch text, role text, unit text, mandates text[],"
                    + " valid_from timestamptz, valid_to timestamptz)");
            statement.execute("GRANT USAGE ON SCHEMA samplan TO samplan_app");
            statement.execute("GRANT SELECT ON samplan.staff TO samplan_app");
            statement.execute("INSERT INTO samplan.staff (staff_id, subject, organisation_id, role, mandates,"
                    + " valid_from, valid_to) VALUES (gen_random_uuid(), '%s', '%s', '%s', '{}', %s, %s)"
                            .formatted((Object[]) row));
        }
    }

    private static String database(Running samplan) throws IOException {
        var marker = Files.readString(samplan.data().resolve("samplan.properties"));
        var port = marker.lines()
                .filter(line -> line.startsWith("postgres.port="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        return "jdbc:postgresql://127.0.0.1:" + port + "/samplan";
    }

    @Test
    @Order(1)
    void a_token_says_who_and_where_and_is_signed_by_its_own_samplan_for_a_working_day() throws Exception {
        var answer = token(here, "auditor", "&organisation=T-1");
        assertThat(answer.statusCode()).isEqualTo(200);
        var token = SignedJWT.parse(json(answer).path("access_token").asString());
        var keys = JWKSet.load(URI.create(here.url() + "/oauth2/jwks").toURL());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("test.person");
        assertThat(claims.getStringClaim("organisation")).isEqualTo("T-1");
        assertThat(claims.getStringClaim("role")).isEqualTo("AUDITOR");
        assertThat(claims.getIssuer()).isEqualTo(here.url());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    @Order(2)
    void a_person_who_is_not_appointed_gets_no_token_but_is_told_who_is() throws Exception {
        for (var person : List.of("test.former", "test.neighbour", "nobody")) {
            var answer = token(here, "auditor", "&organisation=T-1&person=" + person);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request");
            assertThat(json(answer).path("error_description").asString())
                    .contains("test.person in T-1")
                    .doesNotContain(person);
        }
        for (var nul : List.of("&organisation=%00", "&person=%00")) {
            var answer = token(here, "auditor", nul);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request");
        }
        assertThat(token(there, "auditor", "&organisation=T-2&person=test.neighbour")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_wrong_secret_and_an_unknown_role_are_refused() throws Exception {
        assertThat(post(here, "client_id=auditor&client_secret=guess").statusCode())
                .isEqualTo(401);
        assertThat(post(here, "client_id=boss&client_secret=demo").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void the_issuer_answers_nobody_who_calls_for_another_machine() throws Exception {
        var relayed = HttpRequest.newBuilder(URI.create(here.url() + "/oauth2/jwks"))
                .header("X-Forwarded-For", "192.0.2.1")
                .build();
        assertThat(HTTP.send(relayed, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void what_nothing_uses_of_the_issuer_is_not_there() throws Exception {
        var token = json(token(here, "auditor", "&organisation=T-1"))
                .path("access_token")
                .asString();
        for (var path :
                List.of("introspect", "revoke", "authorize", "par", "device_authorization", "device_verification")) {
            var request = HttpRequest.newBuilder(URI.create(here.url() + "/oauth2/" + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "client_id=auditor&client_secret=demo&response_type=code&token=" + token));
            assertThat(send(request).statusCode()).as(path).isEqualTo(401);
            assertThat(send(request.header("Authorization", "Bearer " + token)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        var metadata =
                json(send(HttpRequest.newBuilder(URI.create(here.url() + "/.well-known/oauth-authorization-server"))));
        assertThat(metadata.propertyNames())
                .contains("issuer", "token_endpoint", "jwks_uri")
                .noneMatch(name -> name.startsWith("introspection") || name.startsWith("revocation"));
    }

    @Test
    @Order(5)
    void a_second_samplan_on_the_same_folder_says_what_is_the_case() throws Exception {
        try (var second = ForkedJava.start(
                folder,
                Samplan.class,
                "--port",
                Integer.toString(Ports.anyFree()),
                "--data",
                here.data().toString())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(String.join("\n", second.lines()))
                    .contains(
                            "Another Samplan (process " + here.java().process().pid() + ")")
                    .contains("--data DIR")
                    .doesNotContain("\tat ");
        }
        assertThat(token(here, "auditor", "&organisation=T-1").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void one_that_is_stopped_while_it_starts_leaves_no_database_behind() throws Exception {
        var started = Running.start("stopped-early");
        var data = started.data().resolve("postgres");
        await().atMost(Duration.ofMinutes(2)).until(() -> Postmaster.of(data).isPresent());

        started.java().process().destroy();
        started.java().awaitEnd();

        assertThat(Postmaster.of(data)).isEmpty();
    }

    @Test
    @Order(6)
    void sigterm_stops_java_and_postgresql_within_five_seconds() throws Exception {
        for (var samplan : List.of(here, there)) {
            assertThat(Postmaster.of(samplan.data().resolve("postgres"))).isPresent();
            var begun = System.nanoTime();
            samplan.java().process().destroy();
            samplan.java().awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(Postmaster.of(samplan.data().resolve("postgres"))).isEmpty();
            assertThat(Files.readString(samplan.data().resolve("postgres.log")))
                    .contains("database system is shut down");
        }
    }

    private static HttpResponse<String> token(Running samplan, String role, String more) throws Exception {
        return post(samplan, "client_id=" + role + "&client_secret=demo" + more);
    }

    private static HttpResponse<String> post(Running samplan, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(samplan.url() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&" + form));
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
