package se.samplan.heartbeat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bson.Document;

/** Counts the live processes that follow a build: each process's heartbeat lists the builds that it follows. */
public final class Heartbeats {

    /** A process counts as dead after this long without a new heartbeat. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    /** A process silent for this long loses its document; if it returns, it inserts a new one. */
    private static final Duration DELETED_AFTER = TIMEOUT.multipliedBy(60);

    private final MongoCollection<Document> documents;
    private final String process;
    private final LongSupplier nanos;
    private final Map<String, Peer> peers = new HashMap<>();
    private long sentAt;

    private record Peer(ObservedHeartbeat heartbeat, List<String> follows) {}

    public Heartbeats(MongoCollection<Document> documents, String process, LongSupplier nanos) {
        this.documents = documents;
        this.process = process;
        this.nanos = nanos;
        sentAt = nanos.getAsLong() - INTERVAL.toNanos();
    }

    /** Sends a heartbeat if one is due, with the builds followed here, and reads those of the other processes. */
    public synchronized void send(Collection<String> follows) {
        var now = nanos.getAsLong();
        if (now - sentAt < INTERVAL.toNanos()) {
            return;
        }
        sentAt = now;
        documents.updateOne(
                Filters.eq("_id", process),
                Updates.combine(Updates.inc("beat", 1L), Updates.set("follows", List.copyOf(follows))),
                new UpdateOptions().upsert(true));
        var found = documents.find(Filters.ne("_id", process)).into(new ArrayList<>());
        found.forEach(peer -> observe(peer, now));
        peers.keySet()
                .retainAll(found.stream().map(peer -> peer.getString("_id")).toList()); // forget processes that left
        peers.entrySet().removeIf(peer -> deleteIfDead(peer, now));
    }

    /** How many other live processes follow this build. */
    public synchronized int others(String version) {
        var now = nanos.getAsLong();
        return (int) peers.values().stream()
                .filter(peer -> isAlive(peer.heartbeat, now) && peer.follows.contains(version))
                .count();
    }

    public void leave() {
        documents.deleteOne(Filters.eq("_id", process));
    }

    private void observe(Document found, long now) {
        var beat = found.getLong("beat");
        var follows = found.getList("follows", String.class, List.of());
        peers.merge(
                found.getString("_id"),
                new Peer(ObservedHeartbeat.first(beat, now), follows),
                (known, first) -> new Peer(known.heartbeat.next(beat, now), follows));
    }

    /** The first heartbeat seen may be stale, so a process counts from its second on. */
    private static boolean isAlive(ObservedHeartbeat heartbeat, long now) {
        return heartbeat.hasChanged() && heartbeat.silentFor(now).compareTo(TIMEOUT) < 0;
    }

    private boolean deleteIfDead(Map.Entry<String, Peer> peer, long now) {
        var dead = peer.getValue().heartbeat.silentFor(now).compareTo(DELETED_AFTER) > 0;
        if (dead) {
            documents.deleteOne(Filters.eq("_id", peer.getKey()));
        }
        return dead;
    }
}
