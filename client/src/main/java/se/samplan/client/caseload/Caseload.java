package se.samplan.client.caseload;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The launcher's command that makes a caseload and sends it. */
@Command(
        name = "caseload",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = 1,
        description = {
            "Makes a realistic caseload from published tables and sends it to a running Samplan, as the roles would.",
            "Loads whose seeds differ in their last digit are of different people. A load for another year, or one that"
                    + " is to be compared with the tables, belongs into a fresh Samplan (./samplan run --fresh)."
        },
        subcommands = VerifyCaseload.class)
public final class Caseload implements Callable<Integer> {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "a folder of tables; default: those that ship with the product")
    private @Nullable Path tables;

    @Option(names = "--year", paramLabel = "Y", defaultValue = "2022", description = "default: ${DEFAULT-VALUE}")
    private int year;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed makes the same caseload; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--scale",
            paramLabel = "F",
            defaultValue = "1",
            description = "how many times the participants; default: ${DEFAULT-VALUE}")
    private double scale;

    @Option(
            names = "--url",
            paramLabel = "U",
            defaultValue = "http://localhost:8080",
            description = "default: ${DEFAULT-VALUE}")
    private URI url = URI.create("");

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "16",
            description = "how many people at once; default: ${DEFAULT-VALUE}")
    private int parallel;

    @Option(
            names = "--retry-seconds",
            paramLabel = "S",
            defaultValue = "120",
            description = "how long to try again what gets no answer; default: ${DEFAULT-VALUE}")
    private int retrySeconds;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "where the plan is written; default: caseload-YEAR-SEED-SCALE.json")
    private @Nullable Path planFile;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "where acknowledged commands are added, one JSON line each")
    private @Nullable Path journalFile;

    @Option(
            names = "--shares",
            paramLabel = "FILE",
            description = "the shares of the stories; default: those that ship with the product")
    private @Nullable Path weights;

    @Option(names = "--dry-run", description = "write the plan and send nothing")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        check();
        try {
            var plan = Plan.make(TableFolder.read(tables), year, seed, scale, Weights.read(weights));
            int commands = CaseloadRun.commandsOf(plan);
            var load = new CaseloadRun(url, parallel, Duration.ofSeconds(retrySeconds), journalFile, out, err);
            var file = planFile == null
                    ? Path.of("caseload-%d-%d-%s.json".formatted(year, seed, PlanSender.plain(scale)))
                    : planFile;
            PlanFile.of(plan, commands).write(file);
            err.printf(
                    "%,d people and %,d commands; the plan is in %s%n",
                    plan.people().size(), commands, file);
            boolean sent = dryRun || load.send(plan, commands);
            if (dryRun) {
                Summary.print(plan, out);
            }
            Summary.printMissed(plan, out);
            out.flush();
            return sent ? 0 : 1;
        } catch (BadTable e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void check() {
        refuse(!(scale > 0 && scale <= 100), "--scale is more than 0 and at most 100");
        refuse(parallel < 1 || parallel > 256, "--parallel is between 1 and 256");
        refuse(retrySeconds < 0, "--retry-seconds is 0 or more");
        int complete = LocalDate.now(RequestFactory.STOCKHOLM).getYear() - 1;
        refuse(year > complete, "--year is at most " + complete + ": what has not happened yet cannot be entered");
    }

    private void refuse(boolean wrong, String text) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), text);
        }
    }
}
