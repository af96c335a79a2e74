package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many writers at once, with holds, roll-backs, savepoints and killed back ends, while readers follow. Its {@code main}
 * makes the long run: {@code NothingIsLost [events] [writers]}.
 */
final class NothingIsLost {

    private static final int READ_LIMIT = 137;

    private final TestPostgres postgres;
    private final int events;
    private final int writers;
    private final AtomicBoolean writing = new AtomicBoolean(true);

    /** What a reader saw, and the longest it went without seeing anything, in milliseconds. */
    record ReadResult(List<Long> indexes, long longestWaitMillis) {}

    /** What was committed, and what the reader by the bound, the oracle, and a reader with the defect saw. */
    record Outcome(List<Long> committed, ReadResult byBound, List<Long> byOracle, List<Long> naive) {}

    NothingIsLost(TestPostgres postgres, int events, int writers) {
        this.postgres = postgres;
        this.events = events;
        this.writers = writers;
    }

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 320_000;
        int writers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        var outcome = new NothingIsLost(TestPostgres.fresh(), events, writers).run();
        System.out.printf(
                "%d committed, %d read by the bound (same order: %s), %d by the oracle, %d by a naive reader; longest wait %d ms%n",
                outcome.committed.size(),
                outcome.byBound.indexes.size(),
                outcome.committed.equals(outcome.byBound.indexes),
                outcome.byOracle.size(),
                outcome.naive.size(),
                outcome.byBound.longestWaitMillis);
        System.exit(outcome.committed.equals(outcome.byBound.indexes) ? 0 : 1);
    }

    Outcome run() throws ExecutionException, InterruptedException {
        try (var threads = Executors.newCachedThreadPool()) {
            var bound = threads.submit(this::followBound);
            var oracle = threads.submit(() -> follow(this::oracleBound));
            var naive = threads.submit(() -> follow((jdbc, after) -> Long.MAX_VALUE));
            await(startWriters(threads));
            writing.set(false);
            return new Outcome(committed(), bound.get(), oracle.get(), naive.get());
        }
    }

    private List<Future<?>> startWriters(ExecutorService threads) {
        var started = new ArrayList<Future<?>>();
        for (int i = 0; i < writers; i++) {
            started.add(threads.submit((Callable<Void>) this::write));
        }
        return started;
    }

    private static void await(List<Future<?>> futures) throws ExecutionException, InterruptedException {
        for (var future : futures) {
            future.get();
        }
    }

    private Void write() throws SQLException {
        int left = events / writers;
        while (left > 0) {
            try (var connection = postgres.app().getConnection()) {
                connection.setAutoCommit(false);
                while (left > 0) {
                    left -= transaction(connection);
                }
            } catch (SQLException e) {
                // Killed by itself: its back end is gone, another connection goes on.
                if (!"57P01".equals(e.getSQLState())
                        && !String.valueOf(e.getSQLState()).startsWith("08")) {
                    throw e;
                }
            }
        }
        return null;
    }

    private int transaction(Connection connection) throws SQLException {
        var random = ThreadLocalRandom.current();
        int written = insert(connection, 1 + random.nextInt(5));
        hold(random.nextInt(20) == 0 ? 30 : 0);
        switch (random.nextInt(30)) {
            case 0 -> {
                connection.rollback();
                return 0;
            }
            case 1 -> {
                var savepoint = connection.setSavepoint();
                insert(connection, 3);
                connection.rollback(savepoint);
            }
            case 2 -> {
                var savepoint = connection.setSavepoint();
                written += insert(connection, 2);
                connection.releaseSavepoint(savepoint);
            }
            case 3 -> {
                if (random.nextInt(10) == 0) {
                    connection.createStatement().execute("select pg_terminate_backend(pg_backend_pid())");
                }
            }
            default -> {}
        }
        connection.commit();
        return written;
    }

    private static int insert(Connection connection, int count) throws SQLException {
        try (var statement = connection.prepareStatement(Events.INSERT)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setInt(2, 0);
            statement.setInt(3, count - 1);
            return statement.executeUpdate();
        }
    }

    private static void hold(int millis) {
        if (millis > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    /** The product's reader. */
    private ReadResult followBound() {
        var reader = EventReaderTest.reader(postgres);
        var seen = new ArrayList<Long>();
        long last = 0;
        long sawAt = System.nanoTime();
        long longest = 0;
        boolean more;
        do {
            more = writing.get();
            var page = reader.after(last, READ_LIMIT);
            if (!page.isEmpty()) {
                page.forEach(event -> seen.add(event.globalIndex()));
                last = seen.getLast();
                longest = Math.max(longest, System.nanoTime() - sawAt);
                sawAt = System.nanoTime();
                more = true;
            }
        } while (more);
        return new ReadResult(seen, TimeUnit.NANOSECONDS.toMillis(longest));
    }

    private List<Long> follow(BiFunction<JdbcTemplate, Long, Long> bound) {
        var jdbc = new JdbcTemplate(postgres.superuser());
        var seen = new ArrayList<Long>();
        long last = 0;
        boolean more;
        do {
            more = writing.get();
            var page = jdbc.queryForList(
                    "select global_index from samplan.event where global_index > ? and global_index <= ? order by 1 limit "
                            + READ_LIMIT,
                    Long.class,
                    last,
                    bound.apply(jdbc, last));
            if (!page.isEmpty()) {
                seen.addAll(page);
                last = page.getLast();
                more = true;
            }
        } while (more);
        return seen;
    }

    /**
     * The independent way: whoever has drawn an index holds ROW EXCLUSIVE on the table since before, so once all holders
     * seen at a head are gone, everything up to that head is there or dead.
     */
    private Long oracleBound(JdbcTemplate jdbc, Long after) {
        Long head = jdbc.queryForObject(
                "select coalesce(pg_sequence_last_value('samplan.event_global_index_seq'::regclass), 0)", Long.class);
        var holders = holders(jdbc);
        while (!holders.isEmpty()) {
            holders.retainAll(holders(jdbc));
        }
        return Objects.requireNonNull(head);
    }

    private static List<String> holders(JdbcTemplate jdbc) {
        return new ArrayList<>(jdbc.queryForList(
                "select virtualtransaction from pg_locks where relation = 'samplan.event'::regclass"
                        + " and mode = 'RowExclusiveLock' and database = (select oid from pg_database where datname = current_database())",
                String.class));
    }

    private List<Long> committed() {
        return new JdbcTemplate(postgres.owner())
                .queryForList("select global_index from samplan.event order by 1", Long.class);
    }
}
