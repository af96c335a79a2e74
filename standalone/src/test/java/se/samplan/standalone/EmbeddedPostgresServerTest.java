package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samplan.store.Provisioning;

class EmbeddedPostgresServerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void commits_are_forced_to_the_disk_and_only_this_machine_is_answered() throws Exception {
        try (var directory = DataDirectory.open(folder);
                var server = EmbeddedPostgresServer.start(directory)) {
            assertThat(shown(server, "fsync")).isEqualTo("on");
            assertThat(shown(server, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(server, "full_page_writes")).isEqualTo("on");
            assertThat(shown(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(server, "unix_socket_directories")).isEmpty();
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.url().replace("/samplan", "/postgres"), "postgres", "?"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
        assertThat(Postmaster.of(folder.resolve("postgres"))).isEmpty();
    }

    @Test
    void a_second_start_finds_its_data_and_takes_another_port_only_if_its_own_is_taken() throws Exception {
        String url;
        try (var directory = DataDirectory.open(folder);
                var server = EmbeddedPostgresServer.start(directory)) {
            url = server.url();
            execute(server.superuser(), "CREATE TABLE kept AS SELECT 42 AS number");
        }
        try (var directory = DataDirectory.open(folder);
                var server = EmbeddedPostgresServer.start(directory)) {
            assertThat(server.url()).isEqualTo(url);
            assertThat(first(server.superuser(), "SELECT number FROM kept")).isEqualTo("42");
        }
        var port = Integer.parseInt(url.replaceAll(".*:(\\d+)/samplan", "$1"));
        try (var directory = DataDirectory.open(folder);
                var neighbour = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var server = EmbeddedPostgresServer.start(directory)) {
            assertThat(neighbour.isBound()).isTrue();
            assertThat(server.url()).isNotEqualTo(url);
            assertThat(first(server.superuser(), "SELECT number FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_begun_anew_though_its_process_number_was_given_away() throws Exception {
        try (var directory = DataDirectory.open(folder)) {
            Files.createDirectories(directory.postgres());
            Files.writeString(directory.postgres().resolve("postgresql.conf"), "half of a file");
            Files.writeString(
                    directory.postgres().resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n");
            try (var server = EmbeddedPostgresServer.start(directory)) {
                assertThat(first(server.superuser(), "SELECT 1")).isEqualTo("1");
            }
            Files.writeString(
                    directory.postgres().resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n");
            try (var server = EmbeddedPostgresServer.start(directory)) {
                assertThat(first(server.superuser(), "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_first_start_that_was_killed_while_it_made_the_database_is_begun_anew() throws Exception {
        try (var directory = DataDirectory.open(folder)) {
            Files.createDirectories(directory.newPostgres().resolve("base"));
            Files.writeString(directory.newPostgres().resolve("PG_VERSION"), "18\n");
            Files.writeString(directory.newPostgres().resolve("postgresql.conf"), "half of a file");
            try (var server = EmbeddedPostgresServer.start(directory)) {
                assertThat(first(server.superuser(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(directory.newPostgres()).doesNotExist();
        }
    }

    @Test
    void a_database_is_known_again_by_itself_if_the_properties_are_lost_emptied_or_older() throws Exception {
        try (var directory = DataDirectory.open(folder)) {
            directory.masterKey();
            try (var server = EmbeddedPostgresServer.start(directory)) {
                execute(server.superuser(), "CREATE TABLE kept AS SELECT 42 AS number");
            }
        }
        var properties = folder.resolve("samplan.properties");
        var whole = Files.readString(properties);
        for (var spoilt : new String[] {null, "", "format=1\npostgres.port=" + Ports.anyFree()}) {
            Files.deleteIfExists(properties);
            if (spoilt != null) {
                Files.writeString(properties, spoilt);
            }
            try (var directory = DataDirectory.open(folder);
                    var server = EmbeddedPostgresServer.start(directory)) {
                assertThat(first(server.superuser(), "SELECT number FROM kept")).isEqualTo("42");
            }
            assertThat(Files.readAllLines(properties))
                    .containsAll(whole.lines()
                            .filter(line -> !line.startsWith("postgres.port"))
                            .toList());
        }
    }

    @Test
    void a_secret_that_was_replaced_is_found_out_though_the_properties_are_lost() throws Exception {
        try (var directory = DataDirectory.open(folder)) {
            directory.masterKey();
            EmbeddedPostgresServer.start(directory).close();
        }
        Files.delete(folder.resolve("samplan.properties"));
        Files.writeString(folder.resolve("master.key"), DataDirectory.random(32));
        try (var directory = DataDirectory.open(folder)) {
            assertThatThrownBy(directory::masterKey)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("master.key is not the file");
        }
    }

    @Test
    void a_database_that_is_gone_is_not_replaced_by_an_empty_one() throws Exception {
        try (var directory = DataDirectory.open(folder)) {
            EmbeddedPostgresServer.start(directory).close();
            Files.move(directory.postgres(), folder.resolve("elsewhere"));

            assertThatThrownBy(() -> EmbeddedPostgresServer.start(directory))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is gone");

            assertThat(directory.postgres()).doesNotExist();
            Files.move(folder.resolve("elsewhere"), directory.postgres());
            EmbeddedPostgresServer.start(directory).close();
        }
    }

    @Test
    void the_programs_role_owns_nothing_and_is_no_superuser_however_often_it_is_provided() throws Exception {
        try (var directory = DataDirectory.open(folder);
                var server = EmbeddedPostgresServer.start(directory)) {
            new Provisioning(server.superuser())
                    .provision(server.passwords().owner(), server.passwords().app());
            new Provisioning(server.superuser())
                    .provision(server.passwords().owner(), server.passwords().app());
            try (var connection = DriverManager.getConnection(
                            server.url(), "samplan_app", server.passwords().app());
                    var rows = connection
                            .createStatement()
                            .executeQuery("SELECT rolsuper OR rolcreatedb OR rolcreaterole,"
                                    + " has_database_privilege('samplan', 'CREATE') FROM pg_roles"
                                    + " WHERE rolname = current_user")) {
                rows.next();
                assertThat(rows.getBoolean(1)).isFalse();
                assertThat(rows.getBoolean(2)).isFalse();
            }
        }
    }

    private static String shown(EmbeddedPostgresServer server, String setting) throws SQLException {
        return first(server.superuser(), "SHOW " + setting);
    }

    private static String first(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
