package se.samplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppendingTest {

    private static final Ratios VOID = Ratios.of(0.5, 0.7, 0.9);

    /** The row of the product's figure. */
    private static String row(int connections, Ratios product, Ratios stock) {
        return BenchReport.table(
                new Appending(connections).figures(product, stock).subList(0, 1));
    }

    @Test
    void the_goal_is_the_stock_engine_of_the_same_run() {
        assertThat(row(1, Ratios.of(0.8), Ratios.of(0.75))).contains("| ≥ 0.75 | met |");
        assertThat(row(32, Ratios.of(0.7), Ratios.of(0.75))).contains("| ≥ 0.75 | missed |");
    }

    @Test
    void a_goal_above_a_stock_figure_that_is_void_is_neither_met_nor_missed() {
        assertThat(VOID.areVoid()).isTrue();
        assertThat(row(1, Ratios.of(0.8), VOID)).contains("| ≥ 0.70 | goal void |");
        assertThat(row(32, Ratios.of(0.6), VOID)).contains("| ≥ 0.70 | goal void |");
        assertThat(row(1, VOID, VOID)).contains("| void |");
        var json = BenchReport.json(new Appending(1).figures(Ratios.of(0.8), VOID));
        assertThat(json).containsPattern("\"goal\" : null,\\s+\"met\" : false,\\s+\"void\" : false");
    }

    @Test
    void with_eight_connections_it_must_be_fast_enough_besides() {
        assertThat(row(8, Ratios.of(0.8), Ratios.of(0.75))).contains("| ≥ 0.85 | missed |");
        assertThat(row(8, Ratios.of(0.86), Ratios.of(0.75))).contains("| ≥ 0.85 | met |");
        assertThat(row(8, Ratios.of(0.86), Ratios.of(0.9))).contains("| ≥ 0.90 | missed |");
        assertThat(row(8, Ratios.of(0.8), VOID)).contains("| ≥ 0.85 | missed |");
        assertThat(row(8, Ratios.of(0.86), VOID)).contains("| ≥ 0.70 | goal void |");
    }
}
