package se.samplan.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, and whoever refuses it, the answer is a problem with a code and repeats nothing of the request. */
class EveryAnswerIsAProblemTest {

    private static final Running RUNNING = Running.shared();
    private static final String MARK = "19900101-9802";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/MARK;v=1",
                "GET /api//MARK",
                "GET /api/MARK%2Fx",
                "GET /api/MARK%00",
                "GET /api/MARK%ff",
                "GET /api/MARK%",
                "GET /api/MARK%zz",
                "GET /api/MARK\\x",
                "GET /api/../MARK",
                "GET /api/MARK\u0001x",
                "GET /api/{MARK}",
                "GET /MARK?=x",
                "GET /MARK?x=%ff",
                "GET /error?MARK",
                "POST /error?MARK",
                "GET /oauth2/authorize?MARK",
                "GET /api/cases/MARK/history",
                "POST /api/cases/MARK/plans",
                "POST /api/participants?identityNumber=MARK",
                "TRACE /MARK",
                "OPTIONS /MARK",
                "MARK /api",
                "PATCH /api/participants?MARK",
                "GET /actuator",
                "GET /actuator/MARK",
                "CONNECT /MARK",
                "GET /api/staff?organisation=1481&x=%ff",
                "GET api/MARK"
            })
    void with_a_token(String line) throws IOException {
        var token = TestIssuer.of(TestClient.claims(TestStaff.CASEWORKER.claimed()));
        var answer = sent(line.replace("MARK", MARK), "Authorization: Bearer " + token);

        var end = answer.indexOf("\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4[0-9][0-9].*").doesNotContain(MARK);
        assertThat(answer.substring(0, end)).containsIgnoringCase("content-type: application/problem+json");
        var body = answer.substring(end);
        var problem = JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
        assertThat(problem.path("code").asString()).isNotEmpty();
        assertThat(problem.has("instance")).isFalse();
    }

    private static String sent(String line, String authorization) throws IOException {
        var address = URI.create(RUNNING.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            var request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + authorization
                    + "\r\nContent-Type: multipart/form-data\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
