package se.samplan.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import se.samplan.casework.CaseOpened;
import se.samplan.fold.Fold;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;

/** Events through the folds of all views, case by case as a rebuild reads them, to a raw scan of the rows in that order. */
final class Replay implements Benchmark {

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(50)
                .plus(effort.warmUp())
                .plus(Duration.ofSeconds(effort.events() * (effort.pairs() + 2L) / 40_000));
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster()) {
            History.fill(bed, cluster);
            try (var store = StoreOnly.over(cluster, 1);
                    var bare = new HikariDataSource()) {
                bare.setDataSource(cluster.database().app());
                var reader = store.reader();
                var bound = reader.highWaterMark();
                var folds = store.folds();
                bed.progress().step("warms up");
                var end = System.nanoTime() + bed.effort().warmUp().toNanos();
                do {
                    RawScan.rate(bare, bound);
                    folded(reader, bound, folds);
                } while (System.nanoTime() < end);
                var perSecond = new Ratios();
                var ratios = bed.pairs().run(() -> RawScan.rate(bare, bound), () -> {
                    var rate = folded(reader, bound, folds);
                    perSecond.add(rate);
                    return rate;
                });
                return List.of(
                        Figure.of(name(), ratios.getFirst(), Goal.atLeast(0.7)),
                        Figure.of(name() + "/rate", perSecond, null, "events/s"));
            }
        }
    }

    /** Events a second by the product's reader, through every fold. */
    private static double folded(EventReader reader, long bound, Collection<Fold<?>> folds) {
        var start = System.nanoTime();
        var folding = new Folding(folds);
        reader.byStream(bound, folding::take);
        folding.finish();
        if (folding.cases == 0) {
            throw new IllegalStateException("there was nothing to fold");
        }
        return folding.events * 1e9 / (System.nanoTime() - start);
    }

    /** Folds one case after the other, as their events come. */
    private static final class Folding {

        private final Collection<Fold<?>> folds;
        private final List<RecordedEvent> stream = new ArrayList<>();
        private long events;
        private long cases;

        Folding(Collection<Fold<?>> folds) {
            this.folds = folds;
        }

        void take(RecordedEvent event) {
            if (!stream.isEmpty() && !stream.getFirst().stream().equals(event.stream())) {
                finish();
            }
            stream.add(event);
            events++;
        }

        void finish() {
            if (!stream.isEmpty() && stream.getFirst().event() instanceof CaseOpened) {
                folds.forEach(this::fold);
                cases++;
            }
            stream.clear();
        }

        private <V> void fold(Fold<V> fold) {
            var view = fold.nothing();
            for (var event : stream) {
                view = fold.evolve(view, event);
            }
            fold.rows(view);
        }
    }
}
