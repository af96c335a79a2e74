package se.samplan.client;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.samplan.client.caseload.Caseload;
import se.samplan.client.operation.CheckCommand;
import se.samplan.client.operation.RebuildCommand;

/** The launcher's commands that talk to a running Samplan. */
@Command(
        name = "./samplan",
        description = "Talks to a running Samplan.",
        exitCodeOnInvalidInput = 1,
        subcommands = {
            TokenCommand.class,
            ShowCommand.class,
            Caseload.class,
            RebuildCommand.class,
            CheckCommand.class,
        })
public final class Client {

    private Client() {}

    public static void main(String... arguments) {
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Runs one command; 0 when it did its work, 1 when it could not. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Client())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    if (failure instanceof Unsuccessful unsuccessful) {
                        err.println(unsuccessful.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments);
    }
}
