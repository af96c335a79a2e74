package se.samplan.bench.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Kill -9 of PostgreSQL, all its processes at once, under load; both Samplans resume by themselves once it is back. */
final class KilledPostgres implements Fault {

    /** Whoever was killed just before is followed by the other one only when its claims have run out. */
    private static final Duration FOLLOWED_WITHIN = Duration.ofMinutes(1);

    private final Duration resumesWithin;

    /** After which both are to resume so soon, counted from the moment that PostgreSQL takes connections again. */
    KilledPostgres(Duration resumesWithin) {
        this.resumesWithin = resumesWithin;
    }

    @Override
    public String name() {
        return "PostgreSQL killed";
    }

    @Override
    public Strike strike(Site site) throws Exception {
        var owners = new Owners(site);
        if (!Await.holds(FOLLOWED_WITHIN, () -> owners.allOwnedBy(site.members()))) {
            return new Strike(false, "some segments were followed by nobody", Duration.ZERO);
        }
        site.awaitAcknowledged(20);
        for (var member : site.members()) { // the first answers of a process take seconds, whatever befalls it
            site.awaitResumed(member, System.nanoTime());
        }
        var database = site.cluster().database();
        var port = database.port();
        var processes = processes(site);
        var missed = site.samplans().missed();
        Signals.kill(processes);
        var gone = Await.holds(Duration.ofSeconds(10), () -> areGone(processes));
        var closed = !takesConnections(port);
        var felt = Await.holds(Duration.ofSeconds(10), () -> site.samplans().missed() > missed);
        var ready = new CompletableFuture<Long>();
        Thread.ofVirtual().start(() -> ready.complete(awaitReady(database.superuser())));
        database.restart();
        if (database.port() != port) {
            throw new Violation("somebody else took PostgreSQL's port");
        }
        var took = Duration.ZERO;
        var since = ready.get(1, TimeUnit.MINUTES);
        for (var member : site.members()) {
            var resumed = site.awaitResumed(member, since);
            took = took.compareTo(resumed) > 0 ? took : resumed;
        }
        if (took.compareTo(resumesWithin) > 0) {
            throw new Violation("resumed only %d ms after PostgreSQL was back".formatted(took.toMillis()));
        }
        return new Strike(
                gone && closed && felt,
                "%d processes %s, connections %s, %d commands missed"
                        .formatted(
                                processes.size(),
                                gone ? "gone" : "still there",
                                closed ? "refused" : "taken",
                                site.samplans().missed() - missed),
                took);
    }

    private static List<Long> processes(Site site) throws IOException {
        var note = site.cluster().database().files().resolve("postmaster.pid");
        var postmaster = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        var all = new ArrayList<>(List.of(postmaster));
        ProcessHandle.of(postmaster).orElseThrow().descendants().forEach(each -> all.add(each.pid()));
        return all;
    }

    private static boolean areGone(List<Long> processes) throws InterruptedException {
        for (var process : processes) {
            if (!Signals.isGone(process)) {
                return false;
            }
        }
        return true;
    }

    private static boolean takesConnections(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The moment at which it first takes a connection. */
    private static long awaitReady(DataSource postgres) {
        while (true) {
            try (var connection = postgres.getConnection()) {
                return System.nanoTime();
            } catch (SQLException e) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }
}
