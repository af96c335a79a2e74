package se.samplan.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL on the loopback address, with its data in the data directory. */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
    private static final String PORT = "postgres.port";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"), // the library's default is off
            Map.entry("synchronous_commit", "on"), // the same
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""), // a socket would need no password
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"), // these four suit a laptop with two cores and 8 GB
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("jit", "off"), // short queries: compiling costs more than it gives
            Map.entry("random_page_cost", "1.1"), // an SSD
            Map.entry("log_error_verbosity", "terse"), // details and statements could hold personal data
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("timezone", "UTC"));

    private final DataDirectory directory;
    private final EmbeddedPostgres server;
    private final PostgresPasswords passwords;

    private EmbeddedPostgresServer(DataDirectory directory, EmbeddedPostgres server, PostgresPasswords passwords) {
        this.directory = directory;
        this.server = server;
        this.passwords = passwords;
    }

    /** Starts it on the directory's data, recovering after a killed run, and verifies that commits are durable. */
    public static EmbeddedPostgresServer start(DataDirectory directory) {
        try {
            Postmaster.endLeftBehind(directory.postgres());
            Postmaster.endLeftBehind(directory.newPostgres());
            var isThere = directory.hasDatabase();
            var passwords = PostgresPasswords.in(directory);
            if (!isThere) {
                launch(directory, directory.newPostgres(), passwords).close();
                directory.placeDatabase();
            }
            var started = new EmbeddedPostgresServer(
                    directory, launch(directory, directory.postgres(), passwords), passwords);
            started.requireDurability();
            directory.keepPropertiesInDatabase();
            LOG.info(
                    "PostgreSQL runs on 127.0.0.1:{}, its data are in {}",
                    started.server.getPort(),
                    directory.postgres());
            return started;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "PostgreSQL does not start: " + e.getMessage(),
                    "Its own words are in " + directory.postgresLog()
                            + ". As root it needs the command `unshare -U`; where"
                            + " that is not allowed run Samplan as an ordinary user, or name a server with"
                            + " SAMPLAN_POSTGRES_URL.",
                    e);
        }
    }

    /** Starts it on a folder, where it first makes a database if there is none. */
    private static EmbeddedPostgres launch(DataDirectory directory, Path data, PostgresPasswords passwords)
            throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(directory.postgresLog().toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // stopped by Stores, after everything that uses it
                .setOverrideWorkingDirectory(binaries(directory).toFile())
                .setPort(port(directory))
                .setPGStartupWait(Duration.ofMinutes(2)) // crash recovery replays the WAL
                .setConnectConfig("password", passwords.superuser())
                .setLocaleConfig("locale-provider", "builtin") // sorts alike on every machine
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", passwords.superuserFile().toString())
                .setErrorRedirector(log)
                .setOutputRedirector(log);
        SETTINGS.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** The port of the first start, unless another process has taken it since. */
    private static int port(DataDirectory directory) throws IOException {
        var kept = directory.recall(PORT);
        if (kept != null && Ports.isFree(Integer.parseInt(kept))) {
            return Integer.parseInt(kept);
        }
        var port = Ports.anyFree();
        directory.remember(PORT, Integer.toString(port));
        return port;
    }

    /** The user's own cache, or the data directory: the library's default in /tmp is open to others. */
    private static Path binaries(DataDirectory directory) throws IOException {
        var home = Path.of(System.getProperty("user.home"));
        return Files.createDirectories(
                Files.isWritable(home)
                        ? home.resolve(".cache/samplan")
                        : directory.path().resolve("binaries"));
    }

    private void requireDurability() throws SQLException {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            try (var connection = superuser().getConnection();
                    var rows = connection.createStatement().executeQuery("SHOW " + setting)) {
                if (!rows.next() || !"on".equals(rows.getString(1))) {
                    throw new IllegalStateException(setting + " is not on: commits could be lost");
                }
            }
        }
    }

    /** Connects as PostgreSQL's superuser, to create the database and its roles. */
    public DataSource superuser() {
        return server.getPostgresDatabase();
    }

    public PostgresPasswords passwords() {
        return passwords;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/samplan";
    }

    /** Stops it in fast mode, within the five seconds that stopping Samplan may take. */
    @Override
    public void close() throws IOException {
        var postmaster = Postmaster.of(directory.postgres());
        var stopping = CompletableFuture.runAsync(this::stop);
        if (postmaster.isPresent()) {
            postmaster.get().awaitEnd(Duration.ofMillis(1500));
        }
        stopping.join();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
