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

/** The documents of all views, each replaced whole by compare-and-set on the case's sequence. */
public final class CaseDocuments {

    private static final int IDS_AT_ONCE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(CaseDocuments.class);

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> documents;

    public CaseDocuments(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** What is to become of a document, if nobody wrote it since it was read; -1 if it was not there. */
    public record Change(int from, Document to) {

        WriteModel<Document> write() {
            if (from < 0) {
                return new InsertOneModel<>(to);
            }
            // Side by side, not as an $and: for that the stand-in would go through the whole collection.
            var unchanged = new Document("_id", to.get("_id")).append("sequence", from);
            return new ReplaceOneModel<>(unchanged, to);
        }
    }

    /** Indexes on what lists and reports ask for. */
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

    /** The sequences of those that are there. */
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

    /** The ids of all documents, in no order; by portions, since the stand-in would send them all at once. */
    public MongoIterable<String> ids() {
        return documents
                .find()
                .projection(new Document("_id", 1))
                .batchSize(IDS_AT_ONCE)
                .map(document -> document.getString("_id"));
    }

    /**
     * Writes all at once, in the order of their ids: servers dead-lock over two orders.
     *
     * @return whether all of it was written; if not, what is there is to be read again
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
            // Servers differ in what they call a conflict: what is there decides, not the error's code.
            LOG.debug("writing {} documents failed with code {}", writes.size(), e.getCode());
            return false;
        }
    }

    /** Inserts those that are not there yet: of one build, what is there is the same, or knows more. */
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
