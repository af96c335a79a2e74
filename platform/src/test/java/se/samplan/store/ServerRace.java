package se.samplan.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writers that commit after each row without waiting for the disk, and a reader in a tight loop, all of it inside the
 * server: a client is too slow to hit the narrowest windows.
 */
final class ServerRace {

    /** The product's two statements, with a snapshot of its own for each. */
    static final String BOUND_FIRST = """
            bound := samplan.safe_bound();
            commit;
            select count(*), greatest(last, bound) into page, last from samplan.event where global_index > last and global_index <= bound;
            """;

    /** The same in one statement: its snapshot is older than its bound. */
    static final String ONE_STATEMENT = """
            select count(*), greatest(last, max(e.global_index)) into page, last
            from (select samplan.unguarded_bound() as safe offset 0) b join samplan.event e on e.global_index > last and e.global_index <= b.safe;
            """;

    private final TestPostgres postgres;
    private final int writers;

    ServerRace(TestPostgres postgres, int writers) {
        this.postgres = postgres;
        this.writers = writers;
    }

    /** The lock's key as somebody might have written it, who did not know that the page shows more for a moment. */
    ServerRace withKeyBySelect() {
        rewrite(
                "lock_position",
                "pg_catalog.pg_sequence_last_value('samplan.event_global_index_seq'::regclass)",
                "(select last_value from samplan.event_global_index_seq)");
        return this;
    }

    /** With a bound beside the product's that lets itself be asked for in a statement that reads events. */
    ServerRace withUnguardedBound() {
        rewrite("safe_bound", "samplan.safe_bound()", "samplan.unguarded_bound()");
        rewrite("unguarded_bound", "if reads_events then", "if false then");
        return this;
    }

    private void rewrite(String function, String old, String by) {
        var superuser = new JdbcTemplate(postgres.superuser());
        var definition = Objects.requireNonNull(
                superuser.queryForObject("select pg_get_functiondef(?::regproc)", String.class, "samplan." + function));
        if (!definition.contains(old)) {
            throw new IllegalStateException(function + " is written otherwise by now");
        }
        superuser.execute(definition.replace(old, by));
    }

    /** How many of so many rows the reader has skipped. */
    long skipped(String read, int rows) throws ExecutionException, InterruptedException {
        requireThatNobodyWaitsForTheDisk();
        int each = rows / writers;
        try (var threads = Executors.newCachedThreadPool()) {
            var reader = threads.submit(() -> read(reader(each * writers, read)));
            var writing = new ArrayList<Future<?>>();
            for (int i = 0; i < writers; i++) {
                writing.add(threads.submit(() -> new JdbcTemplate(postgres.app()).execute(writer(each))));
            }
            for (var writer : writing) {
                writer.get();
            }
            return (long) each * writers - reader.get();
        }
    }

    private void requireThatNobodyWaitsForTheDisk() {
        var waits = new JdbcTemplate(postgres.app()).queryForObject("show synchronous_commit", String.class);
        if (!"off".equals(waits)) {
            throw new IllegalStateException(
                    "synchronous_commit is %s: writers that wait for the disk are too slow".formatted(waits));
        }
    }

    private long read(String block) throws SQLException {
        try (var connection = postgres.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(block);
            try (var row = statement.executeQuery("select current_setting('samplan.seen')::bigint")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String writer(int rows) {
        return """
                do $$ begin
                    for i in 1..%d loop
                        insert into samplan.event (stream, sequence, type, revision, metadata, payload)
                        values (gen_random_uuid(), 0, 'Noted', 1, '', '');
                        commit;
                    end loop;
                end $$""".formatted(rows);
    }

    private static String reader(int rows, String read) {
        return """
                do $$ declare last bigint := 0; bound bigint; page bigint; seen bigint := 0; begin
                    while last < %d loop
                        %s
                        seen := seen + page;
                        commit;
                    end loop;
                    perform set_config('samplan.seen', seen::text, false);
                end $$""".formatted(rows, read);
    }
}
