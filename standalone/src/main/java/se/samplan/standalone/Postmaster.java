package se.samplan.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL server process running on a data directory. */
record Postmaster(ProcessHandle process, Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final String NOTE = "postmaster.pid";

    /** The process named in postmaster.pid, if it still runs and is this directory's server. */
    static Optional<Postmaster> of(Path directory) throws IOException {
        return noted(directory)
                .filter(process -> serves(process, directory))
                .map(process -> new Postmaster(process, directory));
    }

    private static Optional<ProcessHandle> noted(Path directory) throws IOException {
        var note = directory.resolve(NOTE);
        var lines = Files.exists(note) ? Files.readAllLines(note) : List.<String>of();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private static boolean serves(ProcessHandle process, Path directory) {
        var program = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString());
        var arguments = process.info().arguments().map(List::of).orElse(List.of());
        return program.filter("postgres"::equals).isPresent() && arguments.contains(directory.toString());
    }

    /**
     * Stops a server that outlived its Samplan, so that a new one can start.
     *
     * <p>It is not reused: its settings are those of the killed run.
     */
    static void endLeftBehind(Path directory) throws IOException {
        var left = of(directory);
        if (left.isPresent()) {
            LOG.warn(
                    "PostgreSQL (process {}) outlived a killed Samplan; stopping it and starting a new one",
                    left.get().process().pid());
            left.get().stop(Duration.ofSeconds(20));
        } else if (noted(directory).isPresent()) {
            // Another process now has this id, as in a restarted container, and PostgreSQL would not start.
            Files.delete(directory.resolve(NOTE));
        }
    }

    /** Stops it in fast mode, and waits for it. */
    void stop(Duration patience) throws IOException {
        signal("INT");
        awaitEnd(patience);
    }

    /** Waits for a requested stop; after the timeout forces an immediate one, from which the next start recovers. */
    void awaitEnd(Duration patience) throws IOException {
        if (!endsWithin(patience)) {
            LOG.warn("PostgreSQL is slow to stop; forcing an immediate stop, from which it recovers at the next start");
            signal("QUIT");
            if (!endsWithin(Duration.ofSeconds(8))) {
                throw new IOException("PostgreSQL (process " + process.pid() + ") does not stop");
            }
        }
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
    }

    /** It removes postmaster.pid as it ends; the process itself can stay listed as a zombie until it is reaped. */
    private boolean endsWithin(Duration patience) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && Files.exists(directory.resolve(NOTE))) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }
}
