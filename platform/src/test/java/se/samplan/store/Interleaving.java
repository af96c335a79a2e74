package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A course that a seed decides, one statement after the other: two to four writers, two or three readers of different
 * speeds, an independent oracle, and a reader without a bound, who shows what could have been lost. What others do comes
 * between a reader's two statements too.
 */
final class Interleaving implements AutoCloseable {

    private final TestPostgres postgres;
    private final Random dice;
    private final long start;
    private final Connection superuser;
    private final List<InterleavedWriter> writers = new ArrayList<>();
    private final List<InterleavedReader> readers = new ArrayList<>();
    private final InterleavedReader oracle;
    private final InterleavedReader naive;
    private final Map<Long, Long> committedAt = new HashMap<>();
    private boolean between;

    /** What the readers by the bound made of it, and the longest that the fastest of them let a committed event wait. */
    record Verdict(
            long events,
            long skipped,
            long duplicated,
            long outOfOrder,
            long longestWaitMillis,
            boolean oracleAgrees,
            long skippedWithoutBound) {

        static final Verdict NONE = new Verdict(0, 0, 0, 0, 0, true, 0);

        Verdict and(Verdict other) {
            return new Verdict(
                    events + other.events,
                    skipped + other.skipped,
                    duplicated + other.duplicated,
                    outOfOrder + other.outOfOrder,
                    Math.max(longestWaitMillis, other.longestWaitMillis),
                    oracleAgrees && other.oracleAgrees,
                    skippedWithoutBound + other.skippedWithoutBound);
        }

        @Override
        public String toString() {
            return "%d events: %d skipped, %d duplicated, %d out of order, longest wait %d ms; %d skipped without the bound"
                    .formatted(events, skipped, duplicated, outOfOrder, longestWaitMillis, skippedWithoutBound);
        }
    }

    Interleaving(TestPostgres postgres, long seed) throws SQLException {
        this.postgres = postgres;
        this.dice = new Random(seed);
        this.superuser = postgres.superuser().getConnection();
        this.start = number("select coalesce(pg_sequence_last_value('samplan.event_global_index_seq'::regclass), 0)");
        int writing = 2 + dice.nextInt(3);
        for (int i = 0; i < writing; i++) {
            writers.add(new InterleavedWriter(postgres, superuser, dice, this::committed));
        }
        int reading = 2 + dice.nextInt(2);
        for (int i = 0; i < reading; i++) {
            readers.add(InterleavedReader.byBound(source(), start, new int[] {500, 3, 40}[i]));
        }
        this.oracle = InterleavedReader.oracle(source(), start);
        this.naive = InterleavedReader.naive(source(), start);
    }

    /** Runs it until so many events are committed, lets everything end, and lets everybody read to the end. */
    Verdict run(int events) throws SQLException {
        while (committedAt.size() < events) {
            switch (dice.nextInt(24)) {
                case 0, 1 -> readers.getFirst().read();
                case 2 -> readers.get(1).read();
                case 3 -> readers.getLast().read();
                case 4 -> oracle.read();
                case 5 -> naive.read();
                default -> write();
            }
        }
        for (var writer : writers) {
            writer.finish();
        }
        var all = new ArrayList<>(readers);
        all.add(oracle);
        all.add(naive);
        between = true; // nobody writes any more
        all.forEach(InterleavedReader::readToTheEnd);
        return verdict();
    }

    private void write() {
        try {
            writers.get(dice.nextInt(writers.size())).step();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void committed(List<Long> indexes) {
        long now = System.nanoTime();
        indexes.forEach(index -> committedAt.put(index, now));
    }

    private Verdict verdict() {
        var there = new JdbcTemplate(postgres.owner())
                .queryForList(
                        "select global_index from samplan.event where global_index > ? order by 1", Long.class, start);
        if (!committedAt.keySet().equals(new HashSet<>(there))) {
            throw new AssertionError("what was acknowledged is not what is there");
        }
        var verdict = new Verdict(
                there.size(),
                0,
                0,
                0,
                readers.getFirst().longestWaitMillis(committedAt),
                oracle.seen().equals(there),
                naive.skipped(there));
        for (var reader : readers) {
            verdict = verdict.and(
                    new Verdict(0, reader.skipped(there), reader.duplicated(), reader.outOfOrder(), 0, true, 0));
        }
        return verdict;
    }

    /** One connection, before whose use the others may have some turns. */
    private SingleConnectionDataSource source() throws SQLException {
        return new SingleConnectionDataSource(postgres.app().getConnection(), true) {
            @Override
            public Connection getConnection() throws SQLException {
                if (!between) {
                    between = true;
                    for (int turns = dice.nextInt(4); turns > 0; turns--) {
                        write();
                    }
                    between = false;
                }
                return super.getConnection();
            }
        };
    }

    private long number(String sql) throws SQLException {
        try (var rows = superuser.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var writer : writers) {
            writer.close();
        }
        readers.forEach(InterleavedReader::close);
        oracle.close();
        naive.close();
        superuser.close();
    }
}
