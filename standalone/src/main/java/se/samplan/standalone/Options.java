package se.samplan.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How one Samplan is started. */
@Command(
        name = "./samplan run",
        sortOptions = false,
        description = "Starts Samplan with everything it needs in one process.")
public final class Options {

    @Option(names = "--port", paramLabel = "PORT", description = "where it answers (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "where it keeps its data (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".samplan");

    @Option(names = "--fresh", description = "start with an empty data directory: what was kept there is removed")
    private boolean fresh;

    @Option(names = "--help", usageHelp = true, description = "shows this")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private Options() {}

    /** The options given; nothing where only help was asked for, or an exit code where they make no sense. */
    public static Parsed parse(String... arguments) {
        var options = new Options();
        var line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
            if (options.port < 1 || options.port > 65_535) {
                throw new ParameterException(line, "--port must be between 1 and 65535");
            }
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            line.usage(System.err);
            return new Parsed(null, 2);
        }
        if (CommandLine.printHelpIfRequested(line.getParseResult())) {
            return new Parsed(null, 0);
        }
        return new Parsed(options, 0);
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    public boolean fresh() {
        return fresh;
    }

    /** What the command line asks for: a start with these options, or none and an end with this exit code. */
    public record Parsed(@Nullable Options options, int exitCode) {}
}
