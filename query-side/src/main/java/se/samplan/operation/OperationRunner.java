package se.samplan.operation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.heartbeat.HeartbeatTimer;
import se.samplan.operation.Operation.What;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.store.TransientFailure;

/** Runs operations in this process, each on its own thread, one of each kind at a time. */
@Component
public class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Operations operations;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    OperationRunner(Operations operations) {
        this.operations = operations;
    }

    /** The work of an operation; throws {@link Rejected} if it cannot be done. */
    public interface Work {
        Outcome run(Progress progress);
    }

    /** Receives the progress of an operation. */
    public interface Progress {
        void report(long done, long total);
    }

    /**
     * The result of an operation.
     *
     * @param differences how many were found or repaired
     * @param named the first of them
     */
    public record Outcome(long differences, List<Difference> named) {}

    /**
     * Starts an operation and returns at once.
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
        try (var _ = HeartbeatTimer.start("operation-heartbeat", HEARTBEAT, () -> operations.heartbeat(id))) {
            var outcome = work.run((done, total) -> operations.progress(id, done, total));
            operations.done(id, outcome.differences(), outcome.named());
            LOG.info("{} {}: {} differences", operation.what(), id, outcome.differences());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed: {}", operation.what(), id, e.getClass().getName());
            LOG.debug("an operation failed", e);
            failed(id, reason(e));
        }
    }

    private void failed(UUID id, Reason reason) {
        try {
            operations.failed(id, reason);
        } catch (RuntimeException e) {
            LOG.error(
                    "the failure of {} could not be stored: {}",
                    id,
                    e.getClass().getName());
        }
    }

    private static Reason reason(RuntimeException e) {
        if (e instanceof Rejected rejected) {
            return rejected.reason();
        }
        return TransientFailure.explains(e) ? AccessRefusal.STORE_NOT_REACHABLE : AccessRefusal.UNFORESEEN;
    }
}
