package se.samplan.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.refusal.Rejected;
import se.samplan.rights.RightsDifference.Kind;
import se.samplan.store.EventReader;
import se.samplan.store.EventToAppend;
import se.samplan.store.HistoryNotReadable;
import se.samplan.store.RecordedEvent;
import se.samplan.store.StatementBatch;

/** The access rows derived from the events, in temporary tables of the current transaction. */
final class ExpectedRights {

    private static final int STATEMENTS_AT_ONCE = 200;
    private static final int REPORTED_EVERY = 1000;

    private final JdbcTemplate jdbc;
    private final EventReader events;
    private final LongConsumer progress;
    private final AccessProjection rows = AccessProjection.temporary();
    private final List<RightsDifference> first = new ArrayList<>();
    private long count;
    private long done;
    private StatementBatch batch = new StatementBatch();
    private int waiting;

    private ExpectedRights(JdbcTemplate jdbc, EventReader events, LongConsumer progress) {
        this.jdbc = jdbc;
        this.events = events;
        this.progress = progress;
    }

    /**
     * Creates the empty tables.
     *
     * @param progress receives the number of events processed, every so often and at each end
     * @throws Rejected {@code TEMPORARY_TABLES_NOT_GRANTED}
     */
    static ExpectedRights none(DataSource source, EventReader events, LongConsumer progress) {
        var jdbc = new JdbcTemplate(source);
        Rejected.unless(
                Boolean.TRUE.equals(jdbc.queryForObject(
                        "select has_database_privilege(current_database(), 'TEMPORARY')", Boolean.class)),
                RightsRefusal.TEMPORARY_TABLES_NOT_GRANTED);
        for (var table : RightsTable.values()) {
            jdbc.execute(table.create());
        }
        return new ExpectedRights(jdbc, events, progress);
    }

    /** Derives rows from the events after the index, up to and including the bound. */
    void take(long after, long bound) {
        events.inOrder(after, bound, this::take);
        send();
        progress.accept(done);
    }

    private void take(RecordedEvent event) {
        try {
            var appended = new EventToAppend(event.stream(), event.sequence(), event.event(), event.metadata());
            for (var row : rows.rows(List.of(appended))) {
                batch.update(row);
                waiting++;
            }
        } catch (HistoryNotReadable e) {
            var key = "%s revision %d (%s/%d)".formatted(e.type(), e.revision(), event.stream(), event.sequence());
            add(new RightsDifference("event", key, Kind.UNREADABLE));
            count++;
        }
        if (waiting >= STATEMENTS_AT_ONCE) {
            send();
        }
        done++;
        if (done % REPORTED_EVERY == 0) {
            progress.accept(done);
        }
    }

    private void send() {
        if (waiting == 0) {
            return;
        }
        var full = batch;
        jdbc.execute((ConnectionCallback<StatementBatch>) connection -> {
            full.execute(connection);
            return full;
        });
        batch = new StatementBatch();
        waiting = 0;
    }

    /** The events that could not be read so far. */
    List<RightsDifference> unreadable() {
        return List.copyOf(first);
    }

    /** The events that could not be read, and the stored rows that differ. */
    RightsDifferences differences() {
        for (var table : RightsTable.values()) {
            count += compare(table);
        }
        return new RightsDifferences(count, List.copyOf(first));
    }

    /** Makes the stored rows match the events. */
    void repair() {
        for (var table : RightsTable.values()) {
            jdbc.execute(table.remove());
            jdbc.execute(table.add());
        }
    }

    private long compare(RightsTable table) {
        var counts = jdbc.query(
                table.differences(),
                (row, number) -> {
                    add(new RightsDifference(table.table(), row.getString(1), Kind.valueOf(row.getString(2))));
                    return row.getLong(3);
                },
                RightsDifferences.SHOWN);
        return counts.isEmpty() ? 0 : counts.getFirst();
    }

    private void add(RightsDifference difference) {
        if (first.size() < RightsDifferences.SHOWN) {
            first.add(difference);
        }
    }
}
