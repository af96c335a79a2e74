package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.OPERATOR_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.samplan.vault.TestOutputScanner;

/** What goes wrong tells the log nothing of what was sent, and the sender nothing that was not known. */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    private static final Running RUNNING = Running.shared();

    @TempDir
    private Path folder;

    @Test
    void hold_no_identity_number_of_bad_requests(CapturedOutput output) throws IOException {
        var scene = Scene.ofAll();

        var answers = badRequests(scene).toList();
        whereTheDatabaseFails(scene);

        assertThat(answers).extracting(HttpAnswer::status).allMatch(status -> status >= 400 && status < 500);
        // By their place, since a failure must not tell what it found.
        assertThat(IntStream.range(0, answers.size())
                        .filter(i -> holdsANumber("answer", withoutPath(answers.get(i))))
                        .boxed())
                .isEmpty();
        assertThat(output.getAll()).contains("unforeseen").doesNotContain(Marks.TEXT);
        assertThat(holdsANumber("output", output.getAll())).isFalse();
        assertThat(holdsANumber("itself", "as in " + Scene.freshNumber()))
                .as("the scanner sees one")
                .isTrue();
    }

    private static Stream<HttpAnswer> badRequests(Scene scene) {
        var number = Scene.freshNumber();
        var register = "/api/participants";
        return Stream.of(
                CASEWORKER.post(register, "{'identityNumber':'%s".formatted(number)),
                CASEWORKER.post(register, "{'identityNumber':['%s']}".formatted(number)),
                CASEWORKER.post(register, "{'identityNumber':'%s','x':'%s'}".formatted(number, number)),
                CASEWORKER.post(register, "{'%s':1}".formatted(number)),
                CASEWORKER.post(register, "'" + number + "'"),
                CASEWORKER.post(register, "{'identityNumber':'%s%s'}".formatted(number, number)),
                CASEWORKER.post(register, "{'identityNumber':'%s','effectiveAt':'%s'}".formatted(number, number)),
                CASEWORKER.client().send("POST", register, number, "text/plain"),
                CASEWORKER.client().get(register + "/" + number),
                CASEWORKER.client().get(register + "?identityNumber=" + number),
                CASEWORKER.post("/api/cases/" + number + "/plans", "{'from':'2026-01-01'}"),
                scene.post(CASEWORKER, "plans", "{'from':'%s'}".formatted(number)),
                scene.post(CASEWORKER, "plans", "{'from':{'%s':'%s'}}".formatted(number, Marks.TEXT)),
                scene.plan(CASEWORKER, number, "'description':'" + number + "'"),
                scene.plan(CASEWORKER, "COACHING", "'owner':'" + number + ":AGENCY'"),
                scene.consent("'kinds':['%s'],'form':'WRITTEN'".formatted(number)),
                scene.askSubsidy(Marks.SOLE_TRADER, LocalDate.of(2020, 1, 1)),
                OPERATOR_1.post(
                        "/api/organisations/1481/policies",
                        "{'kind':'REFERRAL_ANSWER','values':{'%s':'3'},'validFrom':'2019-01-01'}".formatted(number)),
                OPERATOR_1.post(
                        "/api/organisations/1481/policies",
                        "{'kind':'REFERRAL_ANSWER','values':{'%s':[]},'validFrom':'2019-01-01'}".formatted(number)),
                OPERATOR_1.post(
                        "/api/organisations/1481/policies",
                        "{'kind':'REFERRAL_ANSWER','values':{'%s':'%s'},'validFrom':'2019-01-01'}"
                                .formatted(number, "x".repeat(1001))),
                CASEWORKER.post(
                        register,
                        "{'identityNumber':'%s'}".formatted(number),
                        "If-Match",
                        number,
                        "Idempotency-Key",
                        "k".repeat(201)),
                new TestClient(RUNNING, number).post(register, "{'identityNumber':'%s'}".formatted(number)));
    }

    /** An error that nobody foresaw, whose message tells of the person. */
    private static void whereTheDatabaseFails(Scene scene) {
        var number = Scene.freshNumber();
        try (var _ = RUNNING.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            throw new IllegalStateException(Marks.TEXT + " " + number);
        })) {
            var answer = scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
            answer.refused(500, "UNFORESEEN");
            assertThat(answer.text()).doesNotContain(Marks.TEXT);
        }
    }

    private static String withoutPath(HttpAnswer answer) {
        return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private boolean holdsANumber(String name, String text) {
        try {
            var file = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()))
                    .resolve(name);
            Files.writeString(file, text);
            return !TestOutputScanner.scan(List.of(file.getParent())).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
