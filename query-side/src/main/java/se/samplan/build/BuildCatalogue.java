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

/** What the views in this database were built from, and what is in the making. */
public final class BuildCatalogue {

    private static final String CURRENT = "current";
    private static final String MAKING = "making";
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
     * From here on readers are to see this build; each process finds out when it next looks.
     *
     * @param replaces the version that it takes the place of; null if there is none
     * @return false if readers see another one by now
     */
    public boolean publish(Build build, @Nullable String replaces) {
        var document = build.written().append("_id", CURRENT);
        return replaces == null
                ? insert(document)
                : documents.replaceOne(is(CURRENT, replaces), document).getMatchedCount() == 1;
    }

    /** Remembers how far the follower of a build has come, so that a store restored from before is noticed. */
    public void seen(Build build, EventFingerprint last) {
        // In one update: of all segments that note how far they are, what is furthest stands with its own event.
        documents.updateOne(
                Filters.and(is(CURRENT, build.version()), Filters.lt("seenTo", last.index())),
                Updates.combine(Updates.set("seenTo", last.index()), Updates.set("last", last.written())));
    }

    public Optional<PendingBuild> making() {
        return Optional.ofNullable(documents.find(Filters.eq("_id", MAKING)).first())
                .map(PendingBuild::read);
    }

    /** Whether it is the one to be made; false if another is being made already. */
    public boolean begin(PendingBuild making) {
        return insert(making.written().append("_id", MAKING));
    }

    /** Remembers how far it has come; false if it is no longer to be made. */
    public boolean checkpoint(PendingBuild making) {
        return documents
                        .replaceOne(
                                is(MAKING, making.version()), making.written().append("_id", MAKING))
                        .getMatchedCount()
                == 1;
    }

    /** It is finished, or not to be made after all. */
    public void end(PendingBuild making) {
        documents.deleteOne(is(MAKING, making.version()));
    }

    /** Throws away every build that is neither read nor in the making. */
    public void dropOthers() {
        // In this order: what was begun after the list is not in it, and what is in the making becomes the current.
        var there = collections().toList();
        var needed = new HashSet<String>();
        making().ifPresent(making -> needed.add(making.version()));
        current().ifPresent(current -> needed.add(current.version()));
        there.stream()
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

    public Heartbeats presence(LongSupplier nanos) {
        return new Heartbeats(database.getCollection("processes"), process, nanos);
    }

    public CaseDocuments documents(String version) {
        return new CaseDocuments(database.getCollection(CASES + version));
    }

    public ParkedCases parked(String version) {
        return new ParkedCases(database.getCollection(PARKED + version));
    }
}
