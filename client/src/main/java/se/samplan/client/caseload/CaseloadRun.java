package se.samplan.client.caseload;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends a plan, shows how far it is, and ends with the table of what it made.
 *
 * @param patience how long what gets no answer is tried again
 */
record CaseloadRun(
        URI url, int parallel, Duration patience, @Nullable Path journalFile, PrintWriter out, PrintWriter err) {

    /** All commands that a plan takes, the operator's included. */
    static int commandsOf(Plan plan) {
        var stories = new Stories(plan);
        return Setup.of(plan).size()
                + plan.people().stream()
                        .mapToInt(person -> stories.of(person).size())
                        .sum();
    }

    /** Whether nothing was refused. */
    boolean send(Plan plan, int commands) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var journal = RequestJournal.open(journalFile);
                var api = new Api(url, patience, journal)) {
            PlanSender.Sent sent;
            try (var progress = LoadProgress.of(commands, err)) {
                sent = new PlanSender(plan, api, parallel, progress).send();
            }
            Summary.print(plan, out);
            Summary.print(sent, Duration.ofNanos(System.nanoTime() - began), out);
            Summary.printFailures(sent.failures(), err);
            return sent.failures().isEmpty();
        }
    }
}
