package se.samplan.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, full or too slow from everything else that may fail. */
public final class TransientFailure {

    /** Connection exceptions, insufficient resources, intervention (time-outs too), system errors. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** A transaction that was ended for being idle or for being long, and a lock that could not be had in time. */
    private static final Set<String> STATES = Set.of("25P03", "25P04", "55P03");

    /** What the pool says of a connection that it took away because it broke, for instance to a rollback; without a state. */
    private static final String TAKEN_AWAY = "Connection is closed";

    private TransientFailure() {}

    /** Whether it failed for that, so that the same again may succeed; what was asked for may have been done. */
    public static boolean explains(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException database
                                && (isOutage(database.getSQLState()) || TAKEN_AWAY.equals(database.getMessage())));
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
