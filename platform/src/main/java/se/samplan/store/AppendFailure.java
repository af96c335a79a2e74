package se.samplan.store;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Classifies a failed append: a conflict to retry, a duplicate row, or a failure. */
final class AppendFailure {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String STREAM_SEQUENCE = "event_stream_sequence";

    private AppendFailure() {}

    static RuntimeException of(SQLException failure) {
        return switch (failure.getSQLState()) {
            case UNIQUE_VIOLATION -> {
                var constraint = String.valueOf(constraint(failure));
                yield constraint.equals(STREAM_SEQUENCE)
                        ? new ConcurrencyException("another transaction has appended to the stream")
                        : new DuplicateRow(constraint);
            }
            case SERIALIZATION_FAILURE, DEADLOCK ->
                new ConcurrencyException("the server aborted this transaction in favour of another", failure);
            case null, default -> new EventStoreException("the events could not be stored", failure);
        };
    }

    private static @Nullable String constraint(SQLException failure) {
        return failure instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                ? postgres.getServerErrorMessage().getConstraint()
                : null;
    }
}
