package se.samplan.bench;

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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The launcher's command that runs the benchmarks. */
@Command(
        name = "./samplan bench",
        sortOptions = false,
        description = "Measures Samplan against bare baselines, over processes of its own, and prints each figure.")
public final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(
            new Appending(1),
            new Appending(8),
            new Appending(32),
            new Commands(Commands.RATE),
            new Commands(Commands.P99),
            new RoundTrips(),
            new Visible(),
            new Replay(),
            new RebuildBenchmark(),
            new TokenBytes(),
            new Timing(),
            new WorstCase(),
            new Idle());

    private static final List<String> QUICK = List.of("append/8", Commands.RATE, "visible/p99", "replay");

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "a figure, or a group of them such as append; default: all")
    private List<String> names = List.of();

    @Option(names = "--quick", description = "fewer figures and shorter runs: at most five minutes")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON as well")
    private @Nullable Path json;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "a folder on the disk to measure, emptied before and after (default: ${DEFAULT-VALUE})")
    private Path work = Path.of(".samplan-bench");

    @Option(names = "--help", usageHelp = true, description = "shows this")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final @Nullable Effort given;

    /** With this effort, if any, instead of what the options ask for. */
    Bench(@Nullable Effort given) {
        this.given = given;
    }

    public static void main(String... arguments) {
        quieten();
        System.exit(run(null, writer(System.out), writer(System.err), arguments));
    }

    /** Configures logging first, in code: the measured programs would read a settings file too. */
    private static void quieten() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** 0 when it came through, whatever the figures; 1 when it did not, 2 where it was asked for what there is not. */
    static int run(@Nullable Effort effort, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Bench(effort)).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        var chosen = chosen();
        var asked = quick ? Effort.QUICK : Effort.FULL;
        var bed = new Benchmark.Bed(
                given == null ? asked : given,
                new Progress(spec.commandLine().getErr()),
                work.toAbsolutePath().normalize());
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < chosen.size(); i++) {
            var left = chosen.subList(i, chosen.size()).stream()
                    .map(each -> each.takes(bed.effort()))
                    .reduce(Duration.ZERO, Duration::plus);
            bed.progress().begins(chosen.get(i).name(), left);
            figures.addAll(chosen.get(i).run(bed));
        }
        spec.commandLine().getOut().print(BenchReport.table(figures));
        spec.commandLine().getOut().flush();
        if (json != null) {
            Files.writeString(json, BenchReport.json(figures));
        }
        return 0;
    }

    private List<Benchmark> chosen() {
        var asked = names.isEmpty() && quick ? QUICK : names;
        for (var name : asked) {
            if (ALL.stream().noneMatch(each -> isMeantBy(name, each))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no benchmark " + name + "; there are: "
                                + String.join(
                                        ", ", ALL.stream().map(Benchmark::name).toList()));
            }
        }
        return ALL.stream()
                .filter(each -> asked.isEmpty() || asked.stream().anyMatch(name -> isMeantBy(name, each)))
                .toList();
    }

    private static boolean isMeantBy(String name, Benchmark benchmark) {
        return benchmark.name().equals(name) || benchmark.name().startsWith(name + "/");
    }
}
