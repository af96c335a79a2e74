package se.samplan.store;

import org.jspecify.annotations.Nullable;

/**
 * A query that is part of a command's reads.
 *
 * @param sql one SELECT
 * @param row reads one of its rows
 */
public record Query<T>(Sql sql, RowReader<T> row) {

    /** This SELECT with these parameters. */
    public static <T> Query<T> of(RowReader<T> row, String text, @Nullable Object... parameters) {
        return new Query<>(Sql.of(text, parameters), row);
    }
}
