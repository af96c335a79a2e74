package se.samplan.view;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** What the views in this database were built from, and who builds them now. */
final class Builds {

    private static final String CURRENT = "current";
    private static final String LEASE = "lease";
    private static final int DUPLICATE_KEY = 11000;

    /** How long a process that builds may keep silent before another takes over. */
    static final Duration LEASED_FOR = Duration.ofSeconds(30);

    private final MongoDatabase database;
    private final MongoCollection<Document> documents;
    private final String process = UUID.randomUUID().toString();

    Builds(MongoDatabase database) {
        this.database = database;
        documents = database.getCollection("builds");
    }

    /**
     * One build of all views.
     *
     * @param incarnation of the event store
     * @param made the folds and their revisions
     * @param version names its collections
     * @param builtTo the bound that it was built at
     * @param seenTo the last position that the follower took since
     */
    record Build(UUID incarnation, String made, String version, long builtTo, long seenTo) {

        boolean isOf(UUID store, String folds, long bound) {
            return incarnation.equals(store) && made.equals(folds) && builtTo <= bound && seenTo <= bound;
        }
    }

    Optional<Build> current() {
        return Optional.ofNullable(documents.find(Filters.eq("_id", CURRENT)).first())
                .map(document -> new Build(
                        UUID.fromString(document.getString("incarnation")),
                        document.getString("made"),
                        document.getString("version"),
                        document.getLong("builtTo"),
                        document.getLong("seenTo")));
    }

    /** From here on readers see this build, and the one before it is thrown away. */
    void publish(Build build) {
        var before = current();
        var document = new Document("_id", CURRENT)
                .append("incarnation", build.incarnation().toString())
                .append("made", build.made())
                .append("version", build.version())
                .append("builtTo", build.builtTo())
                .append("seenTo", build.seenTo());
        documents.replaceOne(Filters.eq("_id", CURRENT), document, new ReplaceOptions().upsert(true));
        before.filter(old -> !old.version().equals(build.version())).ifPresent(old -> {
            cases(old.version()).drop();
            parked(old.version()).drop();
        });
    }

    /** Remembers how far the follower has come, so that a store restored from before is noticed. */
    void seen(long position) {
        documents.updateOne(Filters.eq("_id", CURRENT), Updates.max("seenTo", position));
    }

    /** Whether this process is the one to build; renewed by asking again. */
    boolean lease(Instant now) {
        var until = now.plus(LEASED_FOR).toEpochMilli();
        var lease = new Document("_id", LEASE).append("by", process).append("until", until);
        var mine = Filters.and(
                Filters.eq("_id", LEASE),
                Filters.or(Filters.eq("by", process), Filters.lt("until", now.toEpochMilli())));
        if (documents.replaceOne(mine, lease).getMatchedCount() == 1) {
            return true;
        }
        try {
            documents.insertOne(lease);
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    void release() {
        documents.deleteOne(Filters.and(Filters.eq("_id", LEASE), Filters.eq("by", process)));
    }

    MongoCollection<Document> cases(String version) {
        return database.getCollection("cases_" + version);
    }

    MongoCollection<Document> parked(String version) {
        return database.getCollection("parked_" + version);
    }
}
