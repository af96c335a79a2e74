package se.samplan.operation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.operation.Operation.What;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.store.TransientFailure;

/** Works at operations in this process, each in a thread of its own and one of a kind at a time. */
@Component
public class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final Operations operations;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    OperationRunner(Operations operations) {
        this.operations = operations;
    }

    /** What is to be done; a {@link Rejected} says why it cannot be. */
    public interface Work {
        Outcome run(Progress progress);
    }

    /** Who is told how far it has come. */
    public interface Progress {
        void told(long done, long total);
    }

    /**
     * What came of it.
     *
     * @param differences how many were found or mended
     * @param named the first of them
     */
    public record Outcome(long differences, List<Difference> named) {}

    /**
     * Begins, and goes on by itself.
     *
     * @throws Rejected {@code ALREADY_RUNNING}
     */
    public Operation begin(What what, @Nullable String view, UUID by, Work work) {
        var kind = what + ":" + view;
        Rejected.unless(busy.add(kind), OperationRefusal.ALREADY_RUNNING);
        try {
            var operation = operations.begin(what, view, by);
            Thread.ofPlatform().daemon().name("operation-" + kind).start(() -> {
                try {
                    run(operation, work);
                } finally {
                    busy.remove(kind);
                }
            });
            return operation;
        } catch (RuntimeException e) {
            busy.remove(kind);
            throw e;
        }
    }

    private void run(Operation operation, Work work) {
        var id = operation.operationId();
        var beats = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("operation-beats").factory());
        var ignored = beats.scheduleWithFixedDelay(() -> beat(id), 10, 10, TimeUnit.SECONDS);
        try {
            var outcome = work.run((done, total) -> operations.told(id, done, total));
            operations.done(id, outcome.differences(), outcome.named());
            LOG.info("{} {}: {} differences", operation.what(), id, outcome.differences());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed: {}", operation.what(), id, e.getClass().getName());
            LOG.debug("an operation failed", e);
            failed(id, reason(e));
        } finally {
            beats.shutdownNow();
        }
    }

    private void beat(UUID id) {
        try {
            operations.alive(id);
        } catch (RuntimeException e) {
            LOG.debug("a beat was missed: {}", e.getClass().getName());
        }
    }

    private void failed(UUID id, Reason reason) {
        try {
            operations.failed(id, reason);
        } catch (RuntimeException e) {
            LOG.error("that {} failed could not be noted: {}", id, e.getClass().getName());
        }
    }

    private static Reason reason(RuntimeException e) {
        if (e instanceof Rejected rejected) {
            return rejected.reason();
        }
        return TransientFailure.explains(e) ? AccessRefusal.STORE_NOT_REACHABLE : AccessRefusal.UNFORESEEN;
    }
}
