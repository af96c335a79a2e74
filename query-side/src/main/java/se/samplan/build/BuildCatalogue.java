package se.samplan.build;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import se.samplan.document.CaseDocuments;
import se.samplan.document.ParkedCases;
import se.samplan.heartbeat.Heartbeats;
import se.samplan.heartbeat.Lease;

/** The builds in this database: the current one, which readers see, and the pending one, which is being built. */
public final class BuildCatalogue {

    private static final String CURRENT = "current";
    private static final String PENDING = "making";
    private static final String CASES = "cases_";
    private static final String PARKED = "parked_";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoDatabase database;
    private final MongoCollection<Document> documents;
    private final String process = UUID.randomUUID().toString();

    public BuildCatalogue(MongoDatabase database) {
        this.database = database;
        documents = database.getCollection("builds");
    }

    public Optional<Build> current() {
        return Optional.ofNullable(documents.find(Filters.eq("_id", CURRENT)).first())
                .map(Build::read);
    }

    /**
     * Makes this build the current one; each process notices at its next tick.
     *
     * @param replaces the version that it replaces; null if there is none
     * @return false if another build has become current
     */
    public boolean publish(Build build, @Nullable String replaces) {
        var document = build.toDocument().append("_id", CURRENT);
        return replaces == null
                ? insert(document)
                : documents.replaceOne(is(CURRENT, replaces), document).getMatchedCount() == 1;
    }

    /** Records how far the processor of a build has come, so that an event store restored from a backup is noticed. */
    public void recordPosition(Build build, EventFingerprint last) {
        // One update, so that the furthest position of all segments is stored together with its event.
        documents.updateOne(
                Filters.and(is(CURRENT, build.version()), Filters.lt("seenTo", last.index())),
                Updates.combine(Updates.set("seenTo", last.index()), Updates.set("last", last.toDocument())));
    }

    public Optional<PendingBuild> pending() {
        return Optional.ofNullable(documents.find(Filters.eq("_id", PENDING)).first())
                .map(PendingBuild::read);
    }

    /** False if another build is pending already. */
    public boolean begin(PendingBuild pending) {
        return insert(pending.toDocument().append("_id", PENDING));
    }

    /** Stores its progress; false if it is no longer pending. */
    public boolean checkpoint(PendingBuild pending) {
        return documents
                        .replaceOne(
                                is(PENDING, pending.version()),
                                pending.toDocument().append("_id", PENDING))
                        .getMatchedCount()
                == 1;
    }

    /** Removes the pending build once it is published or abandoned. */
    public void end(PendingBuild pending) {
        documents.deleteOne(is(PENDING, pending.version()));
    }

    /** Drops the collections of every build that is neither current nor pending. */
    public void dropUnused() {
        // The order matters: a build begun after the listing is not in it, and a pending build may become current.
        var existing = collections().toList();
        var needed = new HashSet<String>();
        pending().ifPresent(pending -> needed.add(pending.version()));
        current().ifPresent(current -> needed.add(current.version()));
        existing.stream()
                .filter(name -> !needed.contains(name.substring(name.indexOf('_') + 1)))
                .forEach(name -> database.getCollection(name).drop());
    }

    private Stream<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith(CASES) || name.startsWith(PARKED));
    }

    private boolean insert(Document document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Bson is(String id, String version) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("version", version));
    }

    public Lease lease(LongSupplier nanos) {
        return new Lease(documents, process, nanos);
    }

    public Heartbeats heartbeats(LongSupplier nanos) {
        return new Heartbeats(database.getCollection("processes"), process, nanos);
    }

    public CaseDocuments documents(String version) {
        return new CaseDocuments(database.getCollection(CASES + version));
    }

    public ParkedCases parked(String version) {
        return new ParkedCases(database.getCollection(PARKED + version));
    }
}
