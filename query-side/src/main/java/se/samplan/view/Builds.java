package se.samplan.view;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the views in this database were built from, and who builds them now. */
final class Builds {

    private static final String CURRENT = "current";
    private static final String LEASE = "lease";
    private static final String CASES = "cases_";
    private static final String PARKED = "parked_";
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

    /** Whether readers are still to see this build. */
    boolean isCurrent(Build build) {
        return documents.find(isCurrent(build.version())).first() != null;
    }

    /** From here on readers are to see this build; each process finds out when it next looks. */
    void publish(Build build) {
        var document = new Document("_id", CURRENT)
                .append("incarnation", build.incarnation().toString())
                .append("made", build.made())
                .append("version", build.version())
                .append("builtTo", build.builtTo())
                .append("seenTo", build.seenTo());
        documents.replaceOne(Filters.eq("_id", CURRENT), document, new ReplaceOptions().upsert(true));
    }

    /** Remembers how far the follower of a build has come, so that a store restored from before is noticed. */
    void seen(Build build, long position) {
        documents.updateOne(isCurrent(build.version()), Updates.max("seenTo", position));
    }

    /** Throws away a build that was not finished. */
    void drop(Build build) {
        collections().filter(name -> name.endsWith("_" + build.version())).forEach(this::drop);
    }

    /** Throws away every other build; only for the process that has the lease, since one may be in the making. */
    void dropOthers(Build build) {
        collections().filter(name -> !name.endsWith("_" + build.version())).forEach(this::drop);
    }

    private Stream<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith(CASES) || name.startsWith(PARKED));
    }

    private void drop(String collection) {
        database.getCollection(collection).drop();
    }

    private static Bson isCurrent(String version) {
        return Filters.and(Filters.eq("_id", CURRENT), Filters.eq("version", version));
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

    CaseDocuments documents(Build build) {
        return new CaseDocuments(database.getCollection(CASES + build.version()));
    }

    Parked parked(Build build) {
        return new Parked(database.getCollection(PARKED + build.version()));
    }
}
