package se.samplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import se.samplan.standalone.DataDirectory;
import se.samplan.standalone.EmbeddedPostgresServer;
import se.samplan.store.Provisioning;

/** A PostgreSQL of a cluster's own, in a folder, with Samplan's roles and an empty database. */
public final class Database implements AutoCloseable {

    private final DataDirectory directory;
    private EmbeddedPostgresServer server;

    private Database(DataDirectory directory, EmbeddedPostgresServer server) {
        this.directory = directory;
        this.server = server;
    }

    static Database in(Path folder) {
        var directory = DataDirectory.open(folder);
        var database = new Database(directory, EmbeddedPostgresServer.start(directory));
        var passwords = database.server.passwords();
        new Provisioning(database.server.superuser()).provision(passwords.owner(), passwords.app());
        return database;
    }

    /** After it was killed: on the same data and port. */
    public void restart() throws IOException {
        // A process that nobody collects stays listed, and its end would be waited for.
        Files.deleteIfExists(files().resolve("postmaster.pid"));
        server.close(); // lets go of the folder
        server = EmbeddedPostgresServer.start(directory);
    }

    /** Where PostgreSQL's files are, its process id among them. */
    public Path files() {
        return directory.path().resolve("postgres");
    }

    public int port() {
        return app().getPortNumbers()[0];
    }

    /** Connections as Samplan's program has them, one for each call. */
    PGSimpleDataSource app() {
        return source(Provisioning.APP, server.passwords().app());
    }

    /** Connections that may do everything. */
    public DataSource superuser() {
        return source("postgres", server.passwords().superuser());
    }

    /** The properties by which a program finds the event store. */
    Map<String, Object> properties() {
        var passwords = server.passwords();
        return Map.of(
                "samplan.postgres.url", server.url(),
                "samplan.postgres.password", passwords.app(),
                "samplan.postgres.owner-password", passwords.owner());
    }

    /** The environment in which a Samplan finds it, behind this port: its own, or that of a proxy. */
    Map<String, String> environment(int behind) {
        var passwords = server.passwords();
        var environment = new HashMap<String, String>();
        environment.put("SAMPLAN_POSTGRES_URL", server.url().replace(":" + port() + "/", ":" + behind + "/"));
        environment.put("SAMPLAN_POSTGRES_USER", Provisioning.APP);
        environment.put("SAMPLAN_POSTGRES_PASSWORD", passwords.app());
        environment.put("SAMPLAN_POSTGRES_OWNER_USER", Provisioning.OWNER);
        environment.put("SAMPLAN_POSTGRES_OWNER_PASSWORD", passwords.owner());
        return environment;
    }

    private PGSimpleDataSource source(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(server.url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public void close() throws IOException {
        server.close();
        directory.close();
    }
}
