package se.samplan.build;

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

/**
 * How many processes keep the views, so that they share the work: each gives signs of life, and counts those whose sign
 * has changed lately, so that no two clocks are compared.
 */
public final class Heartbeats {

    /** Without a new sign for so long a process counts as gone. */
    public static final Duration SILENT_FOR = Duration.ofSeconds(10);

    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(3);

    private final MongoCollection<Document> documents;
    private final String process;
    private final LongSupplier nanos;
    private final Map<String, Sign> others = new HashMap<>();
    private long signedAt;

    private record Sign(long beat, long seenAt, boolean changed, List<String> follows) {}

    Heartbeats(MongoCollection<Document> documents, String process, LongSupplier nanos) {
        this.documents = documents;
        this.process = process;
        this.nanos = nanos;
        signedAt = nanos.getAsLong() - BETWEEN_SIGNS.toNanos();
    }

    /** Gives a sign when it is time for one, with the builds followed here, and looks for those of the others. */
    public synchronized void sign(Collection<String> follows) {
        var now = nanos.getAsLong();
        if (now - signedAt < BETWEEN_SIGNS.toNanos()) {
            return;
        }
        signedAt = now;
        documents.updateOne(
                Filters.eq("_id", process),
                Updates.combine(Updates.inc("beat", 1L), Updates.set("follows", List.copyOf(follows))),
                new UpdateOptions().upsert(true));
        var found = documents.find(Filters.ne("_id", process)).into(new ArrayList<>());
        found.forEach(sign -> see(sign, now));
        others.keySet()
                .retainAll(found.stream().map(sign -> sign.getString("_id")).toList()); // whoever left is gone
        others.entrySet().removeIf(other -> isForgotten(other, now));
    }

    /** How many other processes gave a sign lately that they follow this build. */
    public synchronized int others(String version) {
        var now = nanos.getAsLong();
        return (int) others.values().stream()
                .filter(sign -> isAlive(sign, now) && sign.follows.contains(version))
                .count();
    }

    public void leave() {
        documents.deleteOne(Filters.eq("_id", process));
    }

    /** Its first sign may be an old one: it counts from the second on. */
    private void see(Document found, long now) {
        var beat = found.getLong("beat");
        var follows = found.getList("follows", String.class, List.of());
        others.merge(
                found.getString("_id"),
                new Sign(beat, now, false, follows),
                (before, first) -> before.beat == beat ? before : new Sign(beat, now, true, follows));
    }

    private static boolean isAlive(Sign sign, long now) {
        return sign.changed && now - sign.seenAt < SILENT_FOR.toNanos();
    }

    /** Whoever is silent for very long is gone; should it return, it signs anew. */
    private boolean isForgotten(Map.Entry<String, Sign> other, long now) {
        var forgotten = now - other.getValue().seenAt > SILENT_FOR.toNanos() * 60;
        if (forgotten) {
            documents.deleteOne(Filters.eq("_id", other.getKey()));
        }
        return forgotten;
    }
}
