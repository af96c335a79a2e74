package se.samplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import se.samplan.standalone.Ports;

/**
 * A PostgreSQL of its own, a document server, and any number of Samplans over them, each in a process of its own. The
 * first Samplan is the demo issuer of all.
 */
public final class Cluster implements AutoCloseable {

    /** More than one, so that processes share the following; some more than processes, so that each has one. */
    private static final int SEGMENTS = 4;

    private final Path folder;
    private final List<String> javaOptions;
    private final Database database;
    private final String masterKey = masterKey();
    private final List<Member> members = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable DocumentServer documents;

    private Cluster(Path folder, List<String> javaOptions, Database database) {
        this.folder = folder;
        this.javaOptions = javaOptions;
        this.database = database;
        open.push(database);
    }

    /** A cluster without a Samplan as yet, in an empty folder, which goes with it; its programs get these options. */
    public static Cluster in(Path folder, List<String> javaOptions) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var cluster = new Cluster(folder, javaOptions, Database.in(folder.resolve("store")));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::end)); // no process outlives an interrupted run
        return cluster;
    }

    private static String masterKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    public Database database() {
        return database;
    }

    /** Started when it is first asked for. */
    public DocumentServer documents() throws IOException {
        var server = documents;
        if (server == null) {
            server = DocumentServer.start(folder, javaOptions);
            documents = server;
            open.push(server);
        }
        return server;
    }

    /** One more Samplan, not started yet. */
    public Member member(Member.Kind kind) throws IOException {
        return member(kind, database.port());
    }

    /** One more Samplan, not started yet, which finds PostgreSQL behind this port. */
    Member member(Member.Kind kind, int postgres) throws IOException {
        var environment = database.environment(postgres);
        environment.put("SAMPLAN_MONGODB_URI", documents().uri("samplan"));
        environment.put("SAMPLAN_MASTER_KEY", masterKey);
        if (!members.isEmpty()) {
            environment.put("SAMPLAN_ISSUER", members.getFirst().url().toString());
        }
        var own = Files.createDirectories(folder.resolve("samplan-" + members.size()));
        var member = new Member(kind, Ports.anyFree(), own, environment)
                .with(javaOptions.toArray(String[]::new))
                .with("-Dsamplan.views.segments=" + SEGMENTS);
        members.add(member);
        open.push(member);
        return member;
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
