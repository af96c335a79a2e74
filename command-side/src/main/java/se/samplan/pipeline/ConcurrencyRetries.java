package se.samplan.pipeline;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.AbstractRetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;
import se.samplan.store.DuplicateRow;

/**
 * Retries a command after a conflict, up to ten times; never after a refusal. The timer only hands over: each attempt
 * has a thread of its own, and there are never more than concurrent senders.
 */
final class ConcurrencyRetries extends AbstractRetryScheduler {

    private static final int TRIES = 10;
    private static final int LONGEST_WAIT_MILLIS = 40;

    private ConcurrencyRetries(Builder builder) {
        super(builder);
    }

    static ConcurrencyRetries create() {
        return new ConcurrencyRetries(new Builder());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    protected long computeRetryInterval(
            CommandMessage command, RuntimeException failure, List<Class<? extends Throwable>[]> failures) {
        return 1 + ThreadLocalRandom.current().nextLong(LONGEST_WAIT_MILLIS);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable sending) {
        return super.scheduleRetry(command, failure, failures, () -> Thread.ofVirtual()
                .name("command-retry")
                .start(sending));
    }

    static boolean isFinal(Throwable failure) {
        return !(failure instanceof ConcurrencyException || failure instanceof DuplicateRow);
    }

    private static final class Builder extends AbstractRetryScheduler.Builder<Builder> {

        Builder() {
            retryExecutor(Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("command-retries").factory()));
            maxRetryCount(TRIES);
            nonTransientFailurePredicate(ConcurrencyRetries::isFinal);
        }
    }
}
