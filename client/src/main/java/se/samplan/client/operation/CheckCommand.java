package se.samplan.client.operation;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samplan.client.Unsuccessful;

/** Compares everything that a running Samplan shows with its events; succeeds only if all agree. */
@Command(
        name = "check",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        description = "Compares every document of every view, and the access rows, with the events they follow from.",
        footer = {"", "It asks as the demo set's operator, or with the bearer token in SAMPLAN_TOKEN."})
public final class CheckCommand implements Callable<Integer> {

    @Option(names = "--url", paramLabel = "U", description = "the running Samplan (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        Ongoing ended;
        try (var shown = new ProgressDisplay("Check", spec.commandLine().getErr())) {
            ended = Operator.of(url).run("/api/operations/checks", "{}", shown);
        }
        if (!ended.isDone()) {
            throw new Unsuccessful(ended.ending());
        }
        if (ended.differences() == 0) {
            out.println("All views and access rows agree with the events.");
            return 0;
        }
        ended.named().forEach(out::println);
        if (ended.differences() > ended.named().size()) {
            out.println("  … and " + (ended.differences() - ended.named().size()) + " more");
        }
        out.println(
                ended.differences() + " differences. ./samplan rebuild makes the views anew, ./samplan rebuild rights"
                        + " the access rows; what is PARKED needs a program that can read it.");
        return 1;
    }
}
