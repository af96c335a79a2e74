package se.samplan.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import se.samplan.document.Folds;
import se.samplan.operation.Difference;
import se.samplan.operation.Operation;
import se.samplan.operation.Operation.What;
import se.samplan.operation.OperationRunner;
import se.samplan.operation.OperationRunner.Outcome;
import se.samplan.refusal.Rejected;
import se.samplan.rights.RightsCheck;
import se.samplan.rights.RightsDifference;
import se.samplan.store.EventReader;
import se.samplan.view.RebuildService;
import se.samplan.view.ViewRefusal;
import se.samplan.view.Views;

/** Checks all views, and the rows of access rights, against a fresh fold of the events. */
@Component
class Checks {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int NAMED = 100;

    private final Views views;
    private final Folds folds;
    private final RightsCheck rights;
    private final EventReader events;
    private final OperationRunner runner;

    Checks(Views views, Folds folds, RightsCheck rights, EventReader events, OperationRunner runner) {
        this.views = views;
        this.folds = folds;
        this.rights = rights;
        this.events = events;
        this.runner = runner;
    }

    /** The differences found so far; the first of them by name. */
    private static final class Findings {

        private final List<Difference> named = new ArrayList<>();
        private long count;

        void add(Difference difference) {
            count++;
            name(difference);
        }

        void name(Difference difference) {
            if (named.size() < NAMED) {
                named.add(difference);
            }
        }
    }

    /**
     * Starts one.
     *
     * @throws Rejected {@code ALREADY_RUNNING}, {@code VIEWS_BEING_BUILT}
     */
    Operation begin(UUID by) {
        views.current();
        return runner.begin(What.CHECK, null, by, this::check);
    }

    private Outcome check(OperationRunner.Progress progress) {
        var findings = new Findings();
        var bound = events.highWaterMark();
        var each = events.count(bound);
        views(bound, findings, done -> progress.report(done, 2 * each));
        rights(findings, done -> progress.report(Math.min(each + done, 2 * each), 2 * each));
        return new Outcome(findings.count, findings.named);
    }

    private void views(long bound, Findings findings, LongConsumer done) {
        views.await(bound, TIMEOUT);
        var checked = views.current();
        new Check(folds, checked.documents(), checked.parked(), events, findings::add).upTo(bound, done);
        // A replaced build is dropped soon after, so the differences found would be meaningless.
        Rejected.unless(
                views.current().build().version().equals(checked.build().version()), ViewRefusal.VIEWS_REPLACED);
    }

    private void rights(Findings findings, LongConsumer done) {
        var differences = rights.run(done);
        findings.count += differences.count();
        differences
                .first()
                .forEach(difference -> findings.name(new Difference(
                        RebuildService.RIGHTS + "." + difference.table(),
                        of(difference),
                        Difference.Kind.valueOf(difference.kind().name()))));
    }

    /** Operators must not learn in which lanes a person is known. */
    private static String of(RightsDifference difference) {
        return difference.table().equals("participant_lane")
                ? difference.key().substring(0, difference.key().indexOf('/'))
                : difference.key();
    }
}
