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

/** The first of a command's two round trips: all it reads, its streams included, in one execute. */
public final class CommandReads {

    private final DataSource commands;

    CommandReads(DataSource commands) {
        this.commands = commands;
    }

    /** What the database answered. */
    public static final class Answers {

        private final IdentityHashMap<Query<?>, List<?>> rows = new IdentityHashMap<>();

        /** The rows of this very query. */
        @SuppressWarnings("unchecked") // put in under the query that made them
        public <T> List<T> of(Query<T> query) {
            var answer = rows.get(query);
            if (answer == null) {
                throw new IllegalArgumentException("not a query of these first reads");
            }
            return (List<T>) answer;
        }

        /** The single row of this very query, if there is one. */
        public <T> Optional<T> firstOf(Query<T> query) {
            return of(query).stream().findFirst();
        }
    }

    /**
     * Sends the queries and reads the streams, in this order and in the transaction of the current unit of work. The
     * aggregates that the unit loads from these streams afterwards cost no further trip, up to 1000 events each.
     */
    public Answers read(Collection<UUID> streams, Query<?>... queries) {
        return read(null, streams, queries);
    }

    /**
     * As {@link #read(Collection, Query[])}, and the one stream more that a query names, if it names one.
     *
     * @param naming a question with a single answer at most
     */
    public Answers read(@Nullable Query<UUID> naming, Collection<UUID> streams, Query<?>... queries) {
        var resources = CurrentUnitOfWork.get().root().resources();
        Transactions.requireOne(commands);
        var trip = new StatementBatch();
        var answers = new Answers();
        Arrays.stream(queries).forEach(query -> ask(query, trip, answers));
        for (var stream : streams) {
            resources.put(key(stream), trip.query(Sql.of(EventRow.OF_STREAM, stream, 0), EventRow::read));
        }
        var named = naming == null
                ? List.<EventRow>of()
                : trip.query(EventRow.ofStreamNamedBy(naming.sql()), EventRow::read);
        execute(trip);
        if (!named.isEmpty()) {
            resources.put(key(named.getFirst().stream()), named);
        }
        return answers;
    }

    private static <T> void ask(Query<T> query, StatementBatch trip, Answers answers) {
        answers.rows.put(query, trip.query(query.sql(), query.row()));
    }

    private void execute(StatementBatch trip) {
        if (trip.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(commands);
        try {
            trip.execute(connection);
        } catch (SQLException e) {
            throw new EventStoreException("the first reads of a command failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, commands);
        }
    }

    /** Whether a stream that the current unit of work has read has no events yet. */
    public static boolean foundNothingOf(UUID stream) {
        return rowsOf(stream)
                .orElseThrow(() -> new IllegalStateException("a stream that was not read"))
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
