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

/** Rebuilds of the views, as operators ask for them; readers see what there was until they are done. */
@Component
public class RebuildService {

    /** What the rows of rights are called beside the views. */
    public static final String RIGHTS = "rights";

    private final Views views;
    private final Folds folds;
    private final BuildCatalogue builds;
    private final RebuildScheduler maker;
    private final Operations operations;
    private final RightsRebuild rights;
    private final EventReader events;
    private final OperationRunner workers;

    public RebuildService(
            Views views,
            Folds folds,
            BuildCatalogue builds,
            RebuildScheduler maker,
            Operations operations,
            RightsRebuild rights,
            EventReader events,
            OperationRunner workers) {
        this.views = views;
        this.folds = folds;
        this.builds = builds;
        this.maker = maker;
        this.operations = operations;
        this.rights = rights;
        this.events = events;
        this.workers = workers;
    }

    /**
     * Begins one; whichever process looks first works at that of views.
     *
     * @param view the one view, or {@value #RIGHTS}; null if all views are to be rebuilt
     * @throws Rejected {@code UNKNOWN_VIEW}, {@code ALREADY_RUNNING}, {@code VIEWS_BEING_BUILT}
     */
    public Operation begin(@Nullable String view, UUID by) {
        if (RIGHTS.equals(view)) {
            return workers.begin(What.REBUILD, RIGHTS, by, this::rights);
        }
        if (view != null && !folds.has(view)) {
            throw new Rejected(OperationRefusal.UNKNOWN_VIEW, Map.of("views", names()));
        }
        views.current();
        var operation = operations.begin(What.REBUILD, view, by);
        var begun = false;
        try {
            begun = maker.begin(builds.current().orElse(null), view, operation.operationId());
        } finally {
            if (!begun) {
                operations.forget(operation.operationId());
            }
        }
        Rejected.unless(begun, OperationRefusal.ALREADY_RUNNING);
        return operation;
    }

    private Outcome rights(OperationRunner.Progress progress) {
        var total = events.count(events.highWaterMark());
        return new Outcome(rights.run(done -> progress.told(Math.min(done, total), total)), List.of());
    }

    private List<String> names() {
        return Stream.concat(folds.all().stream().map(Fold::name), Stream.of(RIGHTS))
                .toList();
    }
}
