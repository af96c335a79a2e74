package se.samplan.bench;

import java.time.Duration;
import java.util.List;

/** Appends by so many connections, one event a transaction, to bare inserts; the stock engine beside it. */
record Appending(int connections) implements Benchmark {

    /** The one that the issue of how fast it must be is decided at. */
    private static final int JUDGED_AT = 8;

    private static final double ENOUGH = 0.85;

    @Override
    public String name() {
        return "append/" + connections;
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(15)
                .plus(effort.warmUp().multipliedBy(3))
                .plus(effort.window().multipliedBy(3L * effort.pairs()));
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster();
                var store = StoreOnly.over(cluster, connections);
                var bare = new BareTable(cluster, connections)) {
            var sides = List.of(bare.load(), Engines.product(store, connections), Engines.stock(store, connections));
            bed.progress().step("warms up");
            for (var side : sides) {
                side.settle(bed.effort().window(), bed.effort().warmUp());
            }
            var ratios = bed.pairs()
                    .run(() -> rate(bed, sides.get(0)), () -> rate(bed, sides.get(1)), () -> rate(bed, sides.get(2)));
            return figures(ratios.getFirst(), ratios.get(1));
        }
    }

    List<Figure> figures(Ratios product, Ratios stock) {
        return List.of(Figure.of(name(), product, goal(product, stock)), Figure.of(name() + "/stock", stock, null));
    }

    /** To be as fast as the stock engine; where it is judged, fast enough besides, whatever the stock engine is. */
    private Goal goal(Ratios product, Ratios stock) {
        var enough = Goal.atLeast(ENOUGH);
        var isDecided = stock.areVoid() ? !enough.isMetBy(product.median()) : stock.median() <= ENOUGH;
        return connections == JUDGED_AT && isDecided ? enough : Goal.atLeast(stock);
    }

    private static double rate(Bed bed, Load side) throws Exception {
        return side.closed(bed.effort().window());
    }
}
