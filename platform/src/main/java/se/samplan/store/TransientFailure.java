package se.samplan.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises failures that may pass: a database that is away, full or too slow. */
public final class TransientFailure {

    /**
     * SQLSTATE classes: connection exceptions, insufficient resources, operator intervention (and timeouts), system
     * errors.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** SQLSTATEs: a transaction ended for being idle or long, and a lock not acquired in time. */
    private static final Set<String> STATES = Set.of("25P03", "25P04", "55P03");

    /** The pool's message, without an SQLSTATE, for a broken connection that it evicted, for instance on a rollback. */
    private static final String EVICTED = "Connection is closed";

    private TransientFailure() {}

    /** Whether a retry may succeed; the failed statement may have taken effect all the same. */
    public static boolean explains(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException database
                                && (isTransient(database.getSQLState()) || EVICTED.equals(database.getMessage())));
    }

    private static boolean isTransient(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
