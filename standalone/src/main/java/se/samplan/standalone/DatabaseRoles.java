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
            // Base64 needs no quoting.
            role(connection, statement, "samplan_owner", "LOGIN PASSWORD '" + passwords.owner() + "'");
            role(connection, statement, "samplan_app", "LOGIN PASSWORD '" + passwords.app() + "'");
            role(connection, statement, "samplan_vault", "NOLOGIN");
            statement.execute("GRANT samplan_vault TO samplan_owner WITH INHERIT FALSE, SET TRUE");
            statement.execute("GRANT pg_read_all_stats TO samplan_owner");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", "samplan")) {
                statement.execute("CREATE DATABASE samplan OWNER samplan_owner");
            }
            statement.execute("REVOKE ALL ON DATABASE samplan FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE samplan TO samplan_app");
        }
    }

    private static void role(Connection connection, Statement statement, String name, String login)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            statement.execute("CREATE ROLE " + name);
        }
        statement.execute("ALTER ROLE " + name + " NOSUPERUSER NOCREATEDB NOCREATEROLE " + login);
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
