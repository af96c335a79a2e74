package se.samplan.document;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents of all views; each is replaced as a whole by compare-and-set on the case's sequence. */
public final class CaseDocuments {

    private static final int IDS_AT_ONCE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(CaseDocuments.class);

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> documents;

    public CaseDocuments(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** Replaces a document if its sequence is still {@code from}; inserts it if {@code from} is -1. */
    public record Change(int from, Document to) {

        WriteModel<Document> write() {
            if (from < 0) {
                return new InsertOneModel<>(to);
            }
            // Two fields rather than an $and, for which the embedded stand-in would scan the whole collection.
            var unchanged = new Document("_id", to.get("_id")).append("sequence", from);
            return new ReplaceOneModel<>(unchanged, to);
        }
    }

    /** Creates the indexes that lists and reports need. */
    public void index() {
        documents.createIndex(new Document("rows.key", 1).append("rows.at", 1));
        documents.createIndex(new Document("rows.lane", 1));
    }

    public Map<String, Document> load(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        documents
                .find(Filters.in("_id", ids))
                .projection(new Document("view", 1).append("sequence", 1))
                .forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }

    /** The sequences of the documents that exist. */
    public Map<String, Integer> reached(Collection<String> ids) {
        var found = new HashMap<String, Integer>();
        documents
                .find(Filters.in("_id", ids))
                .projection(new Document("sequence", 1))
                .forEach(document -> found.put(document.getString("_id"), document.getInteger("sequence")));
        return found;
    }

    /** As {@link #load}, with their rows. */
    public Map<String, Document> whole(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        documents.find(Filters.in("_id", ids)).forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }

    /** The ids of all documents, unordered; in batches, since the stand-in would send them all at once. */
    public MongoIterable<String> ids() {
        return documents
                .find()
                .projection(new Document("_id", 1))
                .batchSize(IDS_AT_ONCE)
                .map(document -> document.getString("_id"));
    }

    /**
     * Writes all changes in one bulk, ordered by id: servers deadlock when two writers use different orders.
     *
     * @return whether everything was written; if not, the caller must reload the documents
     */
    public boolean write(SortedMap<String, Change> changes) {
        if (changes.isEmpty()) {
            return true;
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        changes.values().forEach(change -> writes.add(change.write()));
        try {
            var result = documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoException e) {
            // Servers differ in the error code of a conflict, so the caller decides by what is stored.
            LOG.debug("writing {} documents failed with code {}", writes.size(), e.getCode());
            return false;
        }
    }

    /** Inserts those that do not exist yet: an existing document of the same build is equal or newer. */
    public void insert(List<Document> fresh) {
        try {
            documents.insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    public MongoCollection<Document> collection() {
        return documents;
    }
}
