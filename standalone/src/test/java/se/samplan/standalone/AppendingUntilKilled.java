package se.samplan.standalone;

import java.nio.file.Path;
import java.sql.DriverManager;
import se.samplan.store.Provisioning;

/** A process that commits one number after the other and tells each when it is acknowledged. */
final class AppendingUntilKilled {

    private AppendingUntilKilled() {}

    public static void main(String... arguments) throws Exception {
        var server = EmbeddedPostgresServer.start(DataDirectory.open(Path.of(arguments[0])));
        new Provisioning(server.superuser())
                .provision(server.passwords().owner(), server.passwords().app());
        try (var connection = DriverManager.getConnection(
                        server.url(), "samplan_owner", server.passwords().owner());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE acknowledged (number int)");
            for (var number = 1; ; number++) {
                statement.execute("INSERT INTO acknowledged VALUES (" + number + ")");
                System.out.println("acknowledged " + number);
            }
        }
    }
}
