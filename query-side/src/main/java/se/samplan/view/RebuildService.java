package se.samplan.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.build.BuildCatalogue;
import se.samplan.document.Folds;
import se.samplan.fold.Fold;
import se.samplan.operation.Operation;
import se.samplan.operation.Operation.What;
import se.samplan.operation.OperationRefusal;
import se.samplan.operation.OperationRunner;
import se.samplan.operation.OperationRunner.Outcome;
import se.samplan.operation.Operations;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.refusal.Rejected;
import se.samplan.rights.RightsRebuild;
import se.samplan.store.EventReader;

/** Starts rebuilds for operators; readers see the earlier build until the new one is published. */
@Component
public class RebuildService {

    /** The name under which the rows of access rights are rebuilt. */
    public static final String RIGHTS = "rights";

    private final Views views;
    private final Folds folds;
    private final BuildCatalogue builds;
    private final RebuildScheduler scheduler;
    private final Operations operations;
    private final RightsRebuild rights;
    private final EventReader events;
    private final OperationRunner runner;

    public RebuildService(
            Views views,
            Folds folds,
            BuildCatalogue builds,
            RebuildScheduler scheduler,
            Operations operations,
            RightsRebuild rights,
            EventReader events,
            OperationRunner runner) {
        this.views = views;
        this.folds = folds;
        this.builds = builds;
        this.scheduler = scheduler;
        this.operations = operations;
        this.rights = rights;
        this.events = events;
        this.runner = runner;
    }

    /**
     * Starts a rebuild; the process that ticks first runs it.
     *
     * @param view the one view, or {@value #RIGHTS}; null if all views are to be rebuilt
     * @throws Rejected {@code UNKNOWN_VIEW}, {@code ALREADY_RUNNING}, {@code VIEWS_BEING_BUILT}
     */
    public Operation begin(@Nullable String view, UUID by) {
        if (RIGHTS.equals(view)) {
            return runner.begin(What.REBUILD, RIGHTS, by, this::rights);
        }
        if (view != null && !folds.has(view)) {
            throw new Rejected(OperationRefusal.UNKNOWN_VIEW, Map.of("views", names()));
        }
        views.current();
        var operation = operations.begin(What.REBUILD, view, by);
        var begun = false;
        try {
            begun = scheduler.begin(builds.current().orElse(null), view, operation.operationId());
        } finally {
            if (!begun) {
                operations.delete(operation.operationId());
            }
        }
        Rejected.unless(begun, OperationRefusal.ALREADY_RUNNING);
        return operation;
    }

    private Outcome rights(OperationRunner.Progress progress) {
        var total = events.count(events.highWaterMark());
        return new Outcome(rights.run(done -> progress.report(Math.min(done, total), total)), List.of());
    }

    private List<String> names() {
        return Stream.concat(folds.all().stream().map(Fold::name), Stream.of(RIGHTS))
                .toList();
    }
}
