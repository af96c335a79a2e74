package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samplan.client.caseload.WholePeople.Cell;

class WholePeopleTest {

    @Test
    void half_percents_round_up() {
        assertThat(Rounding.percent(1, 200)).isEqualTo(1);
        assertThat(Rounding.percent(1, 201)).isZero();
        assertThat(Rounding.percent(199, 200)).isEqualTo(100);
        assertThat(Rounding.percent(0, 0)).isZero();
    }

    @Test
    void five_percent_of_72_people_cannot_be_so_the_nearest_is_taken() {
        var cells = List.of(Cell.published(5), Cell.published(95));
        assertThat(WholePeople.canMeet(cells, 72)).isFalse();
        assertThat(WholePeople.counts(cells, 72)).containsExactly(4, 68);
    }

    @Test
    void a_row_that_does_not_sum_to_100_misses_as_few_cells_as_can_be() {
        var cells = List.of(Cell.published(50), Cell.published(30), Cell.published(10));
        var counts = WholePeople.counts(cells, 100);
        assertThat(IntStream.of(counts).sum()).isEqualTo(100);
        assertThat(missed(cells, counts, 100)).isEqualTo(1);
    }

    @Test
    void an_unpublished_cell_takes_what_the_others_leave() {
        var cells =
                List.of(Cell.free(0), Cell.published(14), Cell.published(33), Cell.published(44), Cell.published(9));
        var counts = WholePeople.counts(cells, 749);
        assertThat(missed(cells, counts, 749)).isZero();
        assertThat(counts[0]).isLessThan(15);
    }

    @Test
    void the_total_nearest_to_the_wish_is_taken_at_which_one_percent_can_be() {
        var cells = List.of(Cell.published(1), Cell.published(5), Cell.published(94));
        int total = WholePeople.totalNear(cells, 60);
        assertThat(WholePeople.canMeet(cells, total)).isTrue();
        assertThat(IntStream.range(60, total).noneMatch(between -> WholePeople.canMeet(cells, between)))
                .isTrue();
        assertThat(WholePeople.canMeet(cells, 60)).isFalse();
    }

    @Test
    void is_as_good_as_trying_all_counts() {
        for (int total = 1; total <= 13; total++) {
            for (int first = 0; first <= 100; first += 7) {
                for (int second = 0; first + second <= 110; second += 9) {
                    var cells = List.of(Cell.published(first), Cell.published(second), Cell.published(97 - second / 2));
                    agrees(cells, total);
                    agrees(List.of(cells.get(0), cells.get(1), Cell.free(Math.max(0, 100 - first - second))), total);
                }
            }
        }
    }

    private static void agrees(List<Cell> cells, int total) {
        int best = Integer.MAX_VALUE;
        for (var counts : all(cells.size(), total)) {
            best = Math.min(best, missed(cells, counts, total) * 10_000 + off(cells, counts, total));
        }
        var counts = WholePeople.counts(cells, total);
        assertThat(IntStream.of(counts).sum()).isEqualTo(total);
        assertThat(missed(cells, counts, total) * 10_000 + off(cells, counts, total))
                .as("%s of %d", cells, total)
                .isEqualTo(best);
        assertThat(WholePeople.canMeet(cells, total)).isEqualTo(best < 10_000);
    }

    private static List<int[]> all(int cells, int total) {
        if (cells == 1) {
            return List.of(new int[] {total});
        }
        var all = new ArrayList<int[]>();
        for (int first = 0; first <= total; first++) {
            for (var rest : all(cells - 1, total - first)) {
                var counts = new int[cells];
                counts[0] = first;
                System.arraycopy(rest, 0, counts, 1, rest.length);
                all.add(counts);
            }
        }
        return all;
    }

    private static int missed(List<Cell> cells, int[] counts, int total) {
        return (int) IntStream.range(0, counts.length)
                .filter(i -> !cells.get(i).isMetBy(counts[i], total))
                .count();
    }

    private static int off(List<Cell> cells, int[] counts, int total) {
        int off = 0;
        for (int i = 0; i < counts.length; i++) {
            var published = cells.get(i).published();
            off += published == null ? 0 : Math.abs(published - Rounding.percent(counts[i], total));
        }
        return off;
    }
}
