package se.samplan.view;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.operation.Operation;
import se.samplan.operation.Operation.What;
import se.samplan.operation.OperationRefusal;
import se.samplan.operation.Operations;
import se.samplan.refusal.Rejected;

/** Rebuilds of the views, as operators ask for them; readers see what there was until they are done. */
@Component
class Rebuilds {

    private final Views views;
    private final Folds folds;
    private final Builds builds;
    private final Maker maker;
    private final Operations operations;

    Rebuilds(Views views, Folds folds, Builds builds, Maker maker, Operations operations) {
        this.views = views;
        this.folds = folds;
        this.builds = builds;
        this.maker = maker;
        this.operations = operations;
    }

    /**
     * Begins one; whichever process looks first works at it.
     *
     * @param view the one view; null if all are to be rebuilt
     * @throws Rejected {@code UNKNOWN_VIEW}, {@code ALREADY_RUNNING}, {@code VIEWS_BEING_BUILT}
     */
    Operation begin(@Nullable String view, UUID by) {
        if (view != null && !folds.has(view)) {
            throw new Rejected(
                    OperationRefusal.UNKNOWN_VIEW,
                    Map.of("views", folds.all().stream().map(Fold::name).toList()));
        }
        views.current();
        var operation = operations.begin(What.REBUILD, view, by);
        if (!maker.begin(builds.current().orElse(null), view, operation.operationId())) {
            operations.forget(operation.operationId());
            throw new Rejected(OperationRefusal.ALREADY_RUNNING);
        }
        return operation;
    }
}
