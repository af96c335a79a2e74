package se.samplan.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samplan.http.AccessRefusal;
import se.samplan.operation.Difference;
import se.samplan.operation.Operation;
import se.samplan.operation.Operation.What;
import se.samplan.operation.OperationRefusal;
import se.samplan.operation.Operations;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.store.EventReader;
import se.samplan.store.Outage;

/** Checks, one at a time in a process, that all views are what comes out of the events. */
@Component
class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NAMED = 100;

    private final Views views;
    private final Folds folds;
    private final EventReader events;
    private final Operations operations;
    private final AtomicBoolean running = new AtomicBoolean();

    Checks(Views views, Folds folds, EventReader events, Operations operations) {
        this.views = views;
        this.folds = folds;
        this.events = events;
        this.operations = operations;
    }

    /** What a check has found so far. */
    private static final class Findings {

        private final List<Difference> named = new ArrayList<>();
        private long count;

        void add(Difference difference) {
            count++;
            if (named.size() < NAMED) {
                named.add(difference);
            }
        }
    }

    /**
     * Begins one.
     *
     * @throws Rejected {@code ALREADY_RUNNING}, {@code VIEWS_BEING_BUILT}
     */
    Operation begin(UUID by) {
        views.current();
        Rejected.unless(running.compareAndSet(false, true), OperationRefusal.ALREADY_RUNNING);
        try {
            var operation = operations.begin(What.CHECK, null, by);
            Thread.ofPlatform().daemon().name("views-check").start(() -> run(operation.operationId()));
            return operation;
        } catch (RuntimeException e) {
            running.set(false);
            throw e;
        }
    }

    private void run(UUID operation) {
        try {
            var findings = new Findings();
            check(operation, findings);
            operations.done(operation, findings.count, findings.named);
            LOG.info("checked: {} differences", findings.count);
        } catch (RuntimeException e) {
            LOG.error("the check failed: {}", e.getClass().getName());
            LOG.debug("the check failed", e);
            operations.failed(operation, reason(e));
        } finally {
            running.set(false);
        }
    }

    private void check(UUID operation, Findings findings) {
        var bound = events.safeBound();
        views.await(bound, PATIENCE);
        var checked = views.current();
        var total = events.count(bound);
        new Check(folds, checked.documents(), checked.parked(), events, findings::add)
                .upTo(bound, done -> operations.told(operation, done, total));
        // What is replaced is dropped soon after, so that what was found says nothing.
        Rejected.unless(
                views.current().build().version().equals(checked.build().version()), ViewRefusal.VIEWS_REPLACED);
    }

    private static Reason reason(RuntimeException e) {
        if (e instanceof Rejected rejected) {
            return rejected.reason();
        }
        return Outage.explains(e) ? AccessRefusal.STORE_NOT_REACHABLE : AccessRefusal.UNFORESEEN;
    }
}
