package se.samplan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several statements in one round trip. */
public final class StatementBatch {

    private final List<Step<?>> steps = new ArrayList<>();

    private record Step<T>(Sql sql, @Nullable RowReader<T> reader, List<T> rows) {

        void read(ResultSet result) throws SQLException {
            while (reader != null && result.next()) {
                rows.add(reader.read(result));
            }
        }
    }

    /** Adds a query; its rows are filled in by {@link #execute}. */
    <T> List<T> query(Sql sql, RowReader<T> row) {
        var step = new Step<>(sql, row, new ArrayList<>());
        steps.add(step);
        return step.rows;
    }

    /** Adds a statement that returns no rows. */
    public void update(Sql sql) {
        steps.add(new Step<>(sql, null, List.of()));
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Executes all, in the order added. */
    public void execute(Connection connection) throws SQLException {
        var text = steps.stream().map(step -> step.sql.text()).collect(Collectors.joining(";\n"));
        try (var statement = connection.prepareStatement(text)) {
            bind(statement);
            boolean hasRows = statement.execute();
            for (var step : steps) {
                if (hasRows) {
                    try (var result = statement.getResultSet()) {
                        step.read(result);
                    }
                }
                hasRows = statement.getMoreResults();
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (var step : steps) {
            for (var parameter : step.sql.parameters()) {
                bind(statement, index++, parameter);
            }
        }
    }

    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> code -> statement.setString(index, code.name());
            case String[] texts ->
                statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
            case UUID[] ids ->
                statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids));
            default -> statement.setObject(index, value);
        }
    }
}
