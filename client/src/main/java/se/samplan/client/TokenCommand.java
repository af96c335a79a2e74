package se.samplan.client;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a bearer token of the demo issuer, and nothing else, so that a script can take it. */
@Command(
        name = "token",
        sortOptions = false,
        exitCodeOnInvalidInput = 1,
        description = "Prints a bearer token of a running Samplan's demo issuer.")
final class TokenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ROLE",
            completionCandidates = Roles.class,
            description = "one of ${COMPLETION-CANDIDATES}")
    private String role = "";

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            description = "a municipality's code, an agency office's or a provider's id (default: of the demo set)")
    private @Nullable String organisation;

    @Option(names = "--person", paramLabel = "NAME", description = "who (default: the first appointed there)")
    private @Nullable String person;

    @Option(names = "--url", paramLabel = "U", description = "the running Samplan (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--help", usageHelp = true, description = "shows this")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Override
    public Integer call() {
        if (!Roles.ALL.contains(role)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "There is no role " + role + "; the roles: " + String.join(", ", Roles.ALL));
        }
        spec.commandLine().getOut().println(new DemoIssuer(url).token(role, organisation, person));
        return 0;
    }

    /** The roles that the demo issuer knows. */
    static final class Roles implements Iterable<String> {

        static final List<String> ALL = List.of(
                "social-worker",
                "municipal-caseworker",
                "municipal-manager",
                "agency-caseworker",
                "agency-manager",
                "provider-tutor",
                "auditor",
                "report-maker",
                "operator");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
