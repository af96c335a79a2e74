package se.samplan.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command-line options of one Samplan. */
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

    /** Parses the options; returns none if only help was requested, and an exit code if they are invalid. */
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

    /** The parsed command line: start with these options, or, if null, exit with this code. */
    public record Parsed(@Nullable Options options, int exitCode) {}
}
