package se.samplan.client.caseload;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Searches counts that sum to a total and round back to published percentages; exact, by dynamic programming. */
final class WholePeople {

    private static final long OFF = 1_000_000_000_000_000L;
    private static final long BY_A_PERCENT = 1_000_000_000_000L;

    /**
     * One cell to be met.
     *
     * @param published the figure that the count must round to; absent if nothing was published
     * @param aim the percentage to come near to
     */
    record Cell(@Nullable Integer published, double aim) {

        static Cell published(int percent) {
            return new Cell(percent, percent);
        }

        static Cell free(double aim) {
            return new Cell(null, aim);
        }

        boolean isMetBy(int count, int total) {
            return published == null || Rounding.percent(count, total) == published;
        }
    }

    private WholePeople() {}

    /**
     * The counts that miss the fewest published cells; among these, those nearest to the published figures; among
     * these, those nearest to the aims.
     */
    static int[] counts(List<Cell> cells, int total) {
        long[][] costs = new long[cells.size() + 1][total + 1];
        int[][] chosen = new int[cells.size()][total + 1];
        Arrays.fill(costs[cells.size()], Long.MAX_VALUE);
        costs[cells.size()][0] = 0;
        for (int cell = cells.size() - 1; cell >= 0; cell--) {
            var wanted = cells.get(cell);
            int[] range = range(cells, wanted, total);
            long[] own = IntStream.rangeClosed(range[0], range[1])
                    .mapToLong(count -> cost(wanted, count, total))
                    .toArray();
            for (int left = 0; left <= total; left++) {
                costs[cell][left] = Long.MAX_VALUE;
                for (int count = range[0]; count <= Math.min(range[1], left); count++) {
                    long rest = costs[cell + 1][left - count];
                    if (rest != Long.MAX_VALUE && rest + own[count - range[0]] < costs[cell][left]) {
                        costs[cell][left] = rest + own[count - range[0]];
                        chosen[cell][left] = count;
                    }
                }
            }
        }
        var counts = new int[cells.size()];
        int left = total;
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] = chosen[cell][left];
            left -= counts[cell];
        }
        return counts;
    }

    /** Whether some counts that sum to the total meet every published cell. */
    static boolean canMeet(List<Cell> cells, int total) {
        long least = 0;
        long most = 0;
        for (var cell : cells) {
            var published = cell.published();
            // half-up rounding: p is met from (2p-1)/200 of the total on, to below (2p+1)/200
            long low = published == null ? 0 : Math.max(0, Math.ceilDiv((2L * published - 1) * total, 200));
            long high =
                    published == null ? total : Math.min(total, Math.ceilDiv((2L * published + 1) * total, 200) - 1);
            if (low > high) {
                return false;
            }
            least += low;
            most += high;
        }
        return least <= total && total <= most;
    }

    /** The total nearest to the wished one, from its half to its double, that meets every published cell; else the wished. */
    static int totalNear(List<Cell> cells, int wished) {
        for (int distance = 0; distance <= wished; distance++) {
            if (canMeet(cells, wished + distance)) {
                return wished + distance;
            }
            if (wished - distance >= Math.max(1, wished / 2) && canMeet(cells, wished - distance)) {
                return wished - distance;
            }
        }
        return wished;
    }

    /** From and to: counts farther from the aim than the row's own fault can never be nearest. */
    private static int[] range(List<Cell> cells, Cell wanted, int total) {
        double fault = Math.abs(100 - cells.stream().mapToDouble(Cell::aim).sum());
        double slack = 3 + total * (fault + 3 * cells.size()) / 100;
        double exact = wanted.aim() * total / 100;
        return new int[] {(int) Math.max(0, Math.floor(exact - slack)), (int) Math.min(total, Math.ceil(exact + slack))
        };
    }

    private static long cost(Cell wanted, int count, int total) {
        var published = wanted.published();
        long off = wanted.isMetBy(count, total) ? 0 : OFF;
        long by = published == null ? 0 : Math.abs(Rounding.percent(count, total) - published) * BY_A_PERCENT;
        double distance = 100.0 * count - wanted.aim() * total;
        return off + by + Math.min(Math.round(distance * distance), BY_A_PERCENT / 10 - 1);
    }
}
