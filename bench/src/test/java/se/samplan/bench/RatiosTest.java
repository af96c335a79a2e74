package se.samplan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {

    @Test
    void the_median_and_the_middle_half_are_interpolated() {
        var ratios = Ratios.of(4, 1, 3, 2);

        assertThat(ratios.median()).isEqualTo(2.5);
        assertThat(ratios.spread()).isEqualTo((3.25 - 1.75) / 2.5, within(1e-9));
        assertThat(ratios.min()).isEqualTo(1);
        assertThat(ratios.max()).isEqualTo(4);
    }

    @Test
    void ratios_whose_middle_half_spreads_over_a_fifth_of_their_median_are_void() {
        assertThat(Ratios.of(0.9, 0.95, 1, 1.05, 5).areVoid()).isFalse();
        assertThat(Ratios.of(0.8, 0.88, 1, 1.12, 1.2).areVoid()).isTrue();
    }

    @Test
    void a_void_figure_reaches_no_goal_and_one_without_a_goal_misses_none() {
        var apart = Ratios.of(1, 2, 3);

        assertThat(Figure.of("a", apart, Goal.atLeast(0.5)))
                .matches(Figure::isVoid)
                .matches(figure -> !figure.met());
        assertThat(Figure.of("a", apart, Goal.atLeast(0.5), "ms")).matches(Figure::met);
        assertThat(Figure.of("a", Ratios.of(1), null)).matches(Figure::met);
        assertThat(Figure.of("a", Ratios.of(3), Goal.atMost(2), "ms")).matches(figure -> !figure.met());
    }

    @Test
    void sides_take_turns_and_go_on_while_their_ratios_lie_apart() throws Exception {
        var subject = new ArrayDeque<>(Arrays.asList(1.0, 2.0, 3.0, 2.0, 2.0));
        var effort = new Effort(3, 4, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, List.of());

        var ratios = new Pairs(effort, new Progress(new PrintWriter(new StringWriter())))
                .run(() -> 2, () -> subject.removeFirst(), () -> 1);

        assertThat(ratios).extracting(Ratios::count).isEqualTo(List.of(4, 4));
        assertThat(ratios.getFirst().median()).isEqualTo(1);
        assertThat(ratios.getLast().spread()).isZero();
    }
}
