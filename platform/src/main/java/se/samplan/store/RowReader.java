package se.samplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the current row of a result set. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
}
