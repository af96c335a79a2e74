package se.samplan.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samplan.client.contract.GeneratedRun;

/** The launcher's command that holds a Samplan to its contract; succeeds only if every answer was as that says. */
@Command(
        name = "./samplan bench fuzz",
        sortOptions = false,
        description = "Sends requests generated over the contract, in it and beside it, to a Samplan of its own, and"
                + " judges every answer by the contract.")
public final class Fuzz implements Callable<Integer> {

    private static final List<String> JAVA = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    @Option(names = "--requests", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
    private int requests = 50_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "what they are generated from (default: another each time)")
    private @Nullable Long seed;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "where its data stand, emptied before and after (default: ${DEFAULT-VALUE})")
    private Path work = Path.of(".samplan-bench", "fuzz");

    @Option(names = "--help", usageHelp = true, description = "shows this")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Fuzz() {}

    public static void main(String... arguments) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Fuzz()).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        var from = seed == null ? System.nanoTime() : seed;
        var out = spec.commandLine().getOut();
        out.printf("--seed %d --requests %d%n", from, requests);
        try (var cluster = Cluster.in(work.toAbsolutePath().normalize(), JAVA)) {
            var member = cluster.member(Member.Kind.WHOLE).start();
            var run = GeneratedRun.send(
                    member.url(), from, requests, new Told(spec.commandLine().getErr(), requests));
            out.print(run.table());
            out.printf("never done: %s%n", String.join(", ", run.neverDone()));
            run.faults().forEach(out::println);
            out.printf(
                    "%,d requests, %,d kinds of fault%n", requests, run.faults().size());
            out.flush();
            return run.faults().isEmpty() ? 0 : 1;
        }
    }

    /** Tells every few seconds how far it has come. */
    private static final class Told implements GeneratedRun.Watcher {

        private final PrintWriter err;
        private final int all;
        private final long begun = System.nanoTime();
        private long told = begun;

        Told(PrintWriter err, int all) {
            this.err = err;
            this.all = all;
        }

        @Override
        public void answered(int done, int faults) {
            var now = System.nanoTime();
            if (now - told >= TOLD_EVERY.toNanos()) {
                told = now;
                var left = Duration.ofNanos((now - begun) / done * (all - done)).toSeconds();
                err.printf(
                        "%,d of %,d requests, %d kinds of fault, about %d min %02d s left%n",
                        done, all, faults, left / 60, left % 60);
            }
        }
    }
}
