package se.samplan.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database `samplan` and its three roles in the embedded PostgreSQL, made where they are missing. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    static void provision(DataSource superuser, PostgresPasswords passwords) throws SQLException {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            role(connection, statement, "samplan_owner", passwords.owner());
            role(connection, statement, "samplan_app", passwords.app());
            role(connection, statement, "samplan_vault", passwords.vault());
            statement.execute("GRANT samplan_vault TO samplan_owner");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", "samplan")) {
                statement.execute("CREATE DATABASE samplan OWNER samplan_owner");
            }
        }
    }

    private static void role(Connection connection, Statement statement, String name, String password)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            statement.execute("CREATE ROLE " + name);
        }
        // Base64 needs no quoting.
        statement.execute("ALTER ROLE " + name + " LOGIN NOSUPERUSER PASSWORD '" + password + "'");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
