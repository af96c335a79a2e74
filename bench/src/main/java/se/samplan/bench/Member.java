package se.samplan.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samplan.Samplan;

/** One Samplan of a cluster: a process on a port and in a folder that outlive it. */
public final class Member implements AutoCloseable {

    /** What a Samplan consists of. */
    public enum Kind {
        /** Both sides, as {@code ./samplan run} starts them. */
        WHOLE,
        /** Without the query side: nothing follows the events. */
        COMMAND_SIDE
    }

    private final Kind kind;
    private final int port;
    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> javaOptions = new ArrayList<>();
    private @Nullable JavaProcess process;

    Member(Kind kind, int port, Path folder, Map<String, String> environment) {
        this.kind = kind;
        this.port = port;
        this.folder = folder;
        this.environment = new HashMap<>(environment);
    }

    /** From the next start on. */
    public Member with(String... options) {
        javaOptions.addAll(List.of(options));
        return this;
    }

    /** From the next start on. */
    public Member withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it, for the first time or again, and waits until it is ready. */
    public Member start() throws IOException {
        var options = new ArrayList<>(List.of("-Duser.timezone=UTC"));
        options.addAll(javaOptions);
        var started = JavaProcess.start(
                log(),
                new JavaProcess.Recipe(
                        Samplan.class.getName(),
                        classPath(),
                        options,
                        environment,
                        List.of("--port", Integer.toString(port), "--data", data().toString())));
        process = started;
        started.awaitLine("Samplan is ready on ");
        return this;
    }

    /** Samplan looks for its parts by package: what is not there is not run. */
    private String classPath() {
        return switch (kind) {
            case WHOLE -> JavaProcess.classPath(Member::isThisProgram);
            case COMMAND_SIDE -> JavaProcess.classPath(entry -> isThisProgram(entry) || entry.contains("query-side"));
        };
    }

    /** The benchmark itself, whose manifest names every part and would bring back what was left out. */
    private static boolean isThisProgram(String entry) {
        var source = Member.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(entry).toAbsolutePath().equals(Path.of(URI.create(source.toString())));
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    /** Where it keeps its keys. */
    Path data() {
        return folder.resolve("data");
    }

    /** All that it has said since its first start. */
    public Path log() {
        return folder.resolve("samplan.log");
    }

    public JavaProcess process() {
        if (process == null) {
            throw new IllegalStateException("it was never started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
