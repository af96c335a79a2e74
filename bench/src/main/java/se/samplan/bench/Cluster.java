package se.samplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;
import se.samplan.standalone.DataDirectory;
import se.samplan.standalone.EmbeddedPostgresServer;
import se.samplan.standalone.Ports;
import se.samplan.store.Provisioning;

/**
 * A PostgreSQL of its own, a document server, and any number of Samplans over them, each in a process of its own. The
 * first Samplan is the demo issuer of all.
 */
final class Cluster implements AutoCloseable {

    /** More than one, so that processes share the following; some more than processes, so that each has one. */
    private static final int SEGMENTS = 4;

    private final Path folder;
    private final List<String> javaOptions;
    private final DataDirectory directory;
    private final String masterKey = masterKey();
    private final List<Member> members = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private EmbeddedPostgresServer postgres;
    private @Nullable DocumentServer documents;

    private Cluster(Path folder, List<String> javaOptions, DataDirectory directory, EmbeddedPostgresServer postgres) {
        this.folder = folder;
        this.javaOptions = javaOptions;
        this.directory = directory;
        this.postgres = postgres;
        open.push(directory);
        open.push(() -> this.postgres.close());
    }

    /** A cluster without a Samplan as yet, in an empty folder, which goes with it; its programs get these options. */
    static Cluster in(Path folder, List<String> javaOptions) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var directory = DataDirectory.open(folder.resolve("store"));
        var cluster = new Cluster(folder, javaOptions, directory, EmbeddedPostgresServer.start(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::end)); // no process outlives an interrupted run
        cluster.provision();
        return cluster;
    }

    private void provision() {
        var passwords = postgres.passwords();
        new Provisioning(postgres.superuser()).provision(passwords.owner(), passwords.app());
    }

    /** After it was killed: on the same data and port. */
    void restartPostgres() {
        postgres = EmbeddedPostgresServer.start(directory);
    }

    /** Where PostgreSQL's files are, its process id among them. */
    Path postgresFolder() {
        return directory.path().resolve("postgres");
    }

    String postgresUrl() {
        return postgres.url();
    }

    /** Connections as Samplan's program has them, one for each call. */
    PGSimpleDataSource app() {
        return database(Provisioning.APP, postgres.passwords().app());
    }

    /** Connections that may do everything. */
    DataSource superuser() {
        return database("postgres", postgres.passwords().superuser());
    }

    /** The properties by which a program finds the event store. */
    Map<String, Object> storeProperties() {
        var passwords = postgres.passwords();
        return Map.of(
                "samplan.postgres.url", postgres.url(),
                "samplan.postgres.password", passwords.app(),
                "samplan.postgres.owner-password", passwords.owner());
    }

    private PGSimpleDataSource database(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(postgres.url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Started when it is first asked for. */
    DocumentServer documents() throws IOException {
        var server = documents;
        if (server == null) {
            server = DocumentServer.start(folder, javaOptions);
            documents = server;
            open.push(server);
        }
        return server;
    }

    /** One more Samplan, not started yet, which reaches PostgreSQL at its own address. */
    Member member(Member.Kind kind) throws IOException {
        return member(kind, postgres.url());
    }

    /** One more Samplan, not started yet, which reaches PostgreSQL at this address. */
    Member member(Member.Kind kind, String postgresUrl) throws IOException {
        var passwords = postgres.passwords();
        var environment = new HashMap<String, String>();
        environment.put("SAMPLAN_POSTGRES_URL", postgresUrl);
        environment.put("SAMPLAN_POSTGRES_USER", Provisioning.APP);
        environment.put("SAMPLAN_POSTGRES_PASSWORD", passwords.app());
        environment.put("SAMPLAN_POSTGRES_OWNER_USER", Provisioning.OWNER);
        environment.put("SAMPLAN_POSTGRES_OWNER_PASSWORD", passwords.owner());
        environment.put("SAMPLAN_MONGODB_URI", documents().uri("samplan"));
        environment.put("SAMPLAN_MASTER_KEY", masterKey);
        if (!members.isEmpty()) {
            environment.put("SAMPLAN_ISSUER", members.getFirst().url().toString());
        }
        var own = Files.createDirectories(folder.resolve("samplan-" + members.size()));
        var member = new Member(kind, Ports.anyFree(), own, environment).with("-Dsamplan.views.segments=" + SEGMENTS);
        members.add(member);
        open.push(member);
        return member;
    }

    private static String masterKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Ends all its processes, the last started first, and removes its folder. */
    @Override
    public void close() throws IOException {
        end();
        FileSystemUtils.deleteRecursively(folder);
    }

    private synchronized void end() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("A process could not be ended: " + e);
            }
        }
    }
}
