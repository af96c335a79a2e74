package se.samplan.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The first of a command's two round trips: all its queries and streams in one batch. */
public final class CommandReads {

    private final DataSource commands;

    CommandReads(DataSource commands) {
        this.commands = commands;
    }

    /** The rows, by query. */
    public static final class Answers {

        private final IdentityHashMap<Query<?>, List<?>> rows = new IdentityHashMap<>();

        /** The rows of this very query. */
        @SuppressWarnings("unchecked") // stored under the query that read them
        public <T> List<T> of(Query<T> query) {
            var answer = rows.get(query);
            if (answer == null) {
                throw new IllegalArgumentException("this query was not among the reads");
            }
            return (List<T>) answer;
        }

        /** The single row of this very query, if there is one. */
        public <T> Optional<T> firstOf(Query<T> query) {
            return of(query).stream().findFirst();
        }
    }

    /**
     * Runs the queries and reads the streams, in this order and in the transaction of the current unit of work.
     * Aggregates loaded from these streams afterwards cost no further round trip, up to 1000 events each.
     */
    public Answers read(Collection<StreamQuery> streams, Query<?>... queries) {
        return read(null, streams, queries);
    }

    /**
     * As {@link #read(Collection, Query[])}, plus the stream that one of the queries names, if it names one.
     *
     * @param naming returns one row at most
     */
    public Answers read(@Nullable Query<UUID> naming, Collection<StreamQuery> streams, Query<?>... queries) {
        var resources = CurrentUnitOfWork.get().root().resources();
        Transactions.requireOne(commands);
        var batch = new StatementBatch();
        var answers = new Answers();
        Arrays.stream(queries).forEach(query -> add(query, batch, answers));
        for (var stream : streams) {
            resources.put(key(stream.stream()), batch.query(EventRow.ofStreamNamedBy(stream.naming()), EventRow::read));
        }
        var named = naming == null
                ? List.<EventRow>of()
                : batch.query(EventRow.ofStreamNamedBy(naming.sql()), EventRow::read);
        execute(batch);
        if (!named.isEmpty()) {
            resources.put(key(named.getFirst().stream()), named);
        }
        return answers;
    }

    private static <T> void add(Query<T> query, StatementBatch batch, Answers answers) {
        answers.rows.put(query, batch.query(query.sql(), query.row()));
    }

    private void execute(StatementBatch batch) {
        if (batch.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(commands);
        try {
            batch.execute(connection);
        } catch (SQLException e) {
            throw new EventStoreException("the reads of a command failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, commands);
        }
    }

    /** Whether a stream that the current unit of work has read has no events yet. */
    public static boolean foundNothingOf(UUID stream) {
        return rowsOf(stream)
                .orElseThrow(() -> new IllegalStateException("this stream was not read"))
                .isEmpty();
    }

    /** The first rows of this stream, if the current unit of work has read them. */
    static Optional<List<EventRow>> rowsOf(UUID stream) {
        return CurrentUnitOfWork.map(unit -> unit.root().<List<EventRow>>getResource(key(stream)));
    }

    private static String key(UUID stream) {
        return "samplan.stream." + stream;
    }
}
