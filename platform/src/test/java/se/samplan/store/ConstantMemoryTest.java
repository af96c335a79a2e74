package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** However long the log is, it is fetched some batches at a time. */
class ConstantMemoryTest {

    private static final int EVENTS = 6 * EventRow.BATCH;
    private static final int PAYLOAD = 2000;
    private static final long WHOLE_LOG = (long) EVENTS * PAYLOAD;

    private static final TestPostgres POSTGRES = TestPostgres.fresh();

    private final PGSimpleDataSource source = counting();
    private final EventRows rows = new EventRows(source);

    private static PGSimpleDataSource counting() {
        var source = (PGSimpleDataSource) POSTGRES.app();
        source.setSocketFactory(CountingSockets.class.getName());
        return source;
    }

    @BeforeAll
    static void appendFatEvents() {
        new JdbcTemplate(POSTGRES.app())
                .update(
                        "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                                + " select ?, n, 'Noted', 1, '{}', convert_to(repeat('x', ?), 'UTF8')"
                                + " from generate_series(0, ?) n order by n",
                        UUID.randomUUID(),
                        PAYLOAD,
                        EVENTS - 1);
    }

    @Test
    void events_are_fetched_in_batches_stream_by_stream() {
        isFetchedInBatches(consumer -> rows.byStream(null, EVENTS, consumer));
    }

    @Test
    void events_are_fetched_in_batches_in_global_order() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));

        isFetchedInBatches(consumer -> transaction.executeWithoutResult(begun -> rows.inOrder(0, EVENTS, consumer)));
    }

    /** Without one the driver fetches all at once. */
    @Test
    void in_global_order_they_are_read_within_a_transaction_only() {
        assertThatThrownBy(() -> rows.inOrder(0, EVENTS, row -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no transaction");
    }

    /** A batch is a sixth of the log, or a third as text. */
    private static void isFetchedInBatches(Consumer<Consumer<EventRow>> reading) {
        var received = new ArrayList<Long>();
        long before = CountingSockets.received();
        reading.accept(row -> received.add(CountingSockets.received() - before));

        assertThat(received).hasSize(EVENTS);
        assertThat(received.getFirst()).as("bytes at the first event").isLessThan(WHOLE_LOG / 2);
        assertThat(received.getLast()).as("bytes at the last").isGreaterThan(WHOLE_LOG);
    }
}
