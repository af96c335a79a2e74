package se.samplan.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Samplans as a client has them: what one does not answer is sent to the next, with the same key, until it is done. */
final class SamplanClients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int OUT_OF_TOKENS = 401;
    private static final int TRY_AGAIN = 503;

    private final List<SamplanClient> samplans;
    private final WriteJournal journal;

    SamplanClients(List<SamplanClient> samplans, WriteJournal journal) {
        this.samplans = samplans;
        this.journal = journal;
    }

    /**
     * A command.
     *
     * @param event the type of the event that is its one effect
     * @param mints the name in the answer of the id that it mints; empty if it mints none
     */
    record Command(String path, String body, String event, String mints) {}

    /** Sends it, at first to this one of them. */
    SamplanClient.HttpReply send(Command command, int first) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        journal.sent(key, command.event());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = first; System.nanoTime() < deadline; attempt++) {
            var answer = once(samplans.get(attempt % samplans.size()), command, key);
            if (answer != null && answer.isDone()) {
                var entry = command.mints().isEmpty() ? "" : answer.text(command.mints());
                journal.acknowledged(key, command.event(), entry, answer);
                return answer;
            }
            if (answer != null && answer.status() != TRY_AGAIN && answer.status() != OUT_OF_TOKENS) {
                throw new Violation("%s: answered %d: %s".formatted(command.event(), answer.status(), answer.body()));
            }
            Thread.sleep(50);
        }
        throw new Violation(command.event() + ": not acknowledged within " + PATIENCE);
    }

    private SamplanClient.@Nullable HttpReply once(SamplanClient client, Command command, String key)
            throws InterruptedException {
        try {
            return client.post(command.path(), command.body(), key);
        } catch (IOException e) {
            journal.unanswered(key);
            return null;
        }
    }

    List<SamplanClient> all() {
        return samplans;
    }

    /** How many commands had no answer, or none but 503, so far. */
    int missed() {
        return samplans.stream()
                .mapToInt(client -> client.unanswered() + client.refused())
                .sum();
    }

    @Override
    public void close() {
        samplans.forEach(SamplanClient::close);
    }
}
