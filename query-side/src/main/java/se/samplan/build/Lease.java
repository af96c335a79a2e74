package se.samplan.build;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which process makes a build. Whoever has it renews it by a beat; another takes over when it has seen the same beat for
 * long enough, so that no two clocks are compared.
 */
public final class Lease {

    /** How long a process may keep silent before another takes over. */
    public static final Duration KEPT_FOR = Duration.ofSeconds(30);

    private static final String ID = "lease";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> documents;
    private final String process;
    private final LongSupplier nanos;
    private @Nullable Document seen;
    private long seenAt;

    public Lease(MongoCollection<Document> documents, String process, LongSupplier nanos) {
        this.documents = documents;
        this.process = process;
        this.nanos = nanos;
    }

    /** Whether this process is the one to build; renewed by asking again. */
    public synchronized boolean tryHold() {
        var mine = Filters.and(Filters.eq("_id", ID), Filters.eq("by", process));
        if (documents.updateOne(mine, Updates.inc("beat", 1L)).getMatchedCount() == 1) {
            return true;
        }
        var found = documents.find(Filters.eq("_id", ID)).first();
        if (found == null) {
            return insert();
        }
        if (!found.equals(seen)) {
            seen = found;
            seenAt = nanos.getAsLong();
            return false;
        }
        return nanos.getAsLong() - seenAt >= KEPT_FOR.toNanos() && takeOver(found);
    }

    public void release() {
        documents.deleteOne(Filters.and(Filters.eq("_id", ID), Filters.eq("by", process)));
    }

    private boolean takeOver(Document found) {
        var silent = Filters.and(
                Filters.eq("_id", ID), Filters.eq("term", found.get("term")), Filters.eq("beat", found.get("beat")));
        return documents.replaceOne(silent, mine()).getMatchedCount() == 1;
    }

    private boolean insert() {
        try {
            documents.insertOne(mine());
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Document mine() {
        // Each time it is had is told from every other, or a new one would look as silent as one seen before.
        return new Document("_id", ID)
                .append("by", process)
                .append("term", UUID.randomUUID().toString())
                .append("beat", 0L);
    }
}
