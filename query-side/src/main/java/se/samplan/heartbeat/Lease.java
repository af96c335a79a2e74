package se.samplan.heartbeat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One process's right to build the views; renewed by heartbeats, taken over from a holder that falls silent. */
public final class Lease {

    /** Another process takes over after this long without a heartbeat from the holder. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String ID = "lease";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> documents;
    private final String process;
    private final LongSupplier nanos;
    private @Nullable ObservedHeartbeat holder;

    public Lease(MongoCollection<Document> documents, String process, LongSupplier nanos) {
        this.documents = documents;
        this.process = process;
        this.nanos = nanos;
    }

    /** Acquires or renews it; false while another process holds it. */
    public synchronized boolean tryHold() {
        var ours = Filters.and(Filters.eq("_id", ID), Filters.eq("by", process));
        if (documents.updateOne(ours, Updates.inc("beat", 1L)).getMatchedCount() == 1) {
            return true;
        }
        var found = documents.find(Filters.eq("_id", ID)).first();
        if (found == null) {
            return insert();
        }
        var now = nanos.getAsLong();
        var seen = holder == null ? ObservedHeartbeat.first(found, now) : holder.next(found, now);
        holder = seen;
        return seen.silentFor(now).compareTo(TIMEOUT) >= 0 && takeOver(found);
    }

    public void release() {
        documents.deleteOne(Filters.and(Filters.eq("_id", ID), Filters.eq("by", process)));
    }

    private boolean takeOver(Document found) {
        var silent = Filters.and(
                Filters.eq("_id", ID), Filters.eq("term", found.get("term")), Filters.eq("beat", found.get("beat")));
        return documents.replaceOne(silent, ours()).getMatchedCount() == 1;
    }

    private boolean insert() {
        try {
            documents.insertOne(ours());
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Document ours() {
        // A fresh term tells it from every earlier hold; otherwise a new holder would look as silent as the last.
        return new Document("_id", ID)
                .append("by", process)
                .append("term", UUID.randomUUID().toString())
                .append("beat", 0L);
    }
}
