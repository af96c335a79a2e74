package se.samplan.client.caseload;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that compares the reports of a running Samplan with a plan and with the published tables. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        description = "Compares the reports with the plan of a load, and at scale 1 with the published tables.")
final class VerifyCaseload implements Callable<Integer> {

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "the plan that the load wrote")
    private Path planFile = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "U",
            defaultValue = "http://localhost:8080",
            description = "default: ${DEFAULT-VALUE}")
    private URI url = URI.create("");

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "the tables that the load was made from; default: those that ship with the product")
    private @Nullable Path tables;

    @Option(names = "--all", description = "also age, education, time without work and enrolment length")
    private boolean all;

    @Option(
            names = "--wait-seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "how long the views may take to follow; default: ${DEFAULT-VALUE}")
    private int waitSeconds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        try (var journal = RequestJournal.open(null);
                var api = new Api(url, Duration.ofSeconds(waitSeconds), journal)) {
            var verification = new Verification(
                    PlanFile.read(planFile), TableFolder.read(tables), api, Duration.ofSeconds(waitSeconds));
            int wrong = verification.run(all, out);
            out.println(wrong == 0 ? "All figures agree." : wrong + " figures differ.");
            out.flush();
            return wrong == 0 ? 0 : 1;
        } catch (BadTable | CommandFailed e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
