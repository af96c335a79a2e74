package se.samplan.bench;

import java.sql.SQLException;
import javax.sql.DataSource;

/** All rows of events by plain JDBC, in the order and batches in which the product reads them case by case. */
final class RawScan {

    private static final int FETCHED_AT_ONCE = 1000;

    private static final String ALL = "select global_index, stream, sequence, type, revision, recorded_at, metadata,"
            + " payload from samplan.event where global_index <= ? order by stream, sequence";

    private RawScan() {}

    /** How many a second. */
    static double rate(DataSource source, long bound) throws SQLException {
        var start = System.nanoTime();
        long rows = 0;
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false); // the driver fetches through a cursor in a transaction only
            try (var statement = connection.prepareStatement(ALL)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                statement.setLong(1, bound);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        for (int column = 1; column <= 6; column++) {
                            row.getObject(column);
                        }
                        row.getBytes(7);
                        row.getBytes(8);
                        rows++;
                    }
                }
            }
            connection.rollback();
        }
        return rows * 1e9 / (System.nanoTime() - start);
    }
}
