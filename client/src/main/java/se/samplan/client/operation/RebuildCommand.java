package se.samplan.client.operation;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samplan.client.Unsuccessful;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds the views; readers keep the current ones until the new build is ready. */
@Command(
        name = "rebuild",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        description = "Rebuilds the views, or the access rows, from the events without downtime.",
        footer = {"", "It asks as the demo set's operator, or with the bearer token in SAMPLAN_TOKEN."})
public final class RebuildCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "VIEW",
            arity = "0..1",
            description = "the one view, or 'rights' for the access rows (default: all views)")
    private @Nullable String view;

    @Option(names = "--url", paramLabel = "U", description = "the running Samplan (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var body = new JsonMapper().writeValueAsString(view == null ? Map.of() : Map.of("view", view));
        Ongoing ended;
        try (var shown = new ProgressDisplay("Rebuild", spec.commandLine().getErr())) {
            ended = Operator.of(url).run("/api/operations/rebuilds", body, shown);
        }
        if (!ended.isDone()) {
            throw new Unsuccessful(ended.ending());
        }
        spec.commandLine()
                .getOut()
                .println("Rebuilt from %,d events, %,d/s; %d %s."
                        .formatted(
                                ended.total(),
                                ended.eventsPerSecond(),
                                ended.differences(),
                                "rights".equals(view) ? "rows repaired" : "cases parked"));
        return 0;
    }
}
