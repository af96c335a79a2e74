package se.samplan.bench.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The launcher's command that lets faults strike; succeeds only if all landed and nothing was lost, doubled or wrong. */
@Command(
        name = "./samplan bench faults",
        sortOptions = false,
        description = "Kills, freezes and skews Samplans of its own under load, and proves that nothing came of it.")
public final class Faults implements Callable<Integer> {

    @Option(names = "--kills", paramLabel = "N", description = "kill -9 of a Samplan (default: ${DEFAULT-VALUE})")
    private int kills = 100;

    @Option(
            names = "--postgres-kills",
            paramLabel = "N",
            description = "kill -9 of PostgreSQL (default: ${DEFAULT-VALUE})")
    private int postgresKills = 30;

    @Option(
            names = "--freezes",
            paramLabel = "N",
            description = "SIGSTOP of a follower until the other one has taken over (default: ${DEFAULT-VALUE})")
    private int freezes = 50;

    @Option(
            names = "--follower-kills",
            paramLabel = "N",
            description = "kill -9 of a follower until the other one has taken over (default: ${DEFAULT-VALUE})")
    private int followerKills = 10;

    @Option(
            names = "--rebuild-kills",
            paramLabel = "N",
            description = "kill -9 of a Samplan while it makes all views anew (default: ${DEFAULT-VALUE})")
    private int rebuildKills = 10;

    @Option(
            names = "--skews",
            paramLabel = "SECONDS",
            split = ",",
            description = "how far the clock of one process is ahead or behind, 0 for no such faults; needs libfaketime"
                    + " (default: 1,-1,61,-61,3600,-3600)")
    private List<Long> skews = List.of(1L, -1L, 61L, -61L, 3600L, -3600L);

    @Option(
            names = "--resume-seconds",
            paramLabel = "N",
            description =
                    "so soon after PostgreSQL's return commands and views are to go on (default: ${DEFAULT-VALUE})")
    private int resumeSeconds = 5;

    @Option(names = "--quick", description = "one fault of each kind, and no skewed clocks")
    private boolean quick;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "keeps what has been judged: an interrupted run goes on from there")
    private @Nullable Path state;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "where its data stand, and the journal of all commands (default: ${DEFAULT-VALUE})")
    private Path work = Path.of(".samplan-bench", "faults");

    @Option(names = "--help", usageHelp = true, description = "shows this")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Faults() {}

    public static void main(String... arguments) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.OFF); // what is killed is complained of at length
        }
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Faults())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    if (failure instanceof Violation violation) {
                        err.println("VIOLATED: " + violation.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createDirectories(work.toAbsolutePath().normalize());
        var file = state == null ? folder.resolve("state.json") : state.toAbsolutePath();
        if (state == null) {
            Files.deleteIfExists(file);
        }
        var run = new Run(asked(), folder, file, spec.commandLine().getErr());
        var complete = run.complete();
        spec.commandLine().getOut().print(run.table());
        spec.commandLine().getOut().flush();
        return complete ? 0 : 1;
    }

    private List<Run.Asked> asked() {
        var asked = new ArrayList<Run.Asked>();
        asked.add(new Run.Asked(new KilledSamplan(), quick ? 1 : kills));
        asked.add(new Run.Asked(new KilledPostgres(Duration.ofSeconds(resumeSeconds)), quick ? 1 : postgresKills));
        asked.add(new Run.Asked(new FrozenOwner(), quick ? 1 : freezes));
        asked.add(new Run.Asked(new KilledFollower(), quick ? 1 : followerKills));
        asked.add(new Run.Asked(new KilledRebuild(), quick ? 1 : rebuildKills));
        if (!quick) {
            skews.stream()
                    .filter(seconds -> seconds != 0)
                    .forEach(seconds -> asked.add(new Run.Asked(new SkewedClock(seconds), 1)));
        }
        return asked;
    }
}
