package se.samplan.document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.fold.Fold;

/** Cases whose fold failed: parked with the error, so that other cases proceed; unparked when a fold succeeds. */
public final class ParkedCases {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedCases.class);

    private final MongoCollection<Document> documents;

    public ParkedCases(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** Stores only the error's class: its message may contain personal data. */
    public void park(UUID caseId, Fold<?> fold, int sequence, RuntimeException failure) {
        var id = CaseDocument.id(caseId, fold);
        var error = failure.getClass().getSimpleName();
        var document = new Document("_id", id)
                .append("case", caseId.toString())
                .append("view", fold.name())
                .append("sequence", sequence)
                .append("error", error);
        var written = documents.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
        if (written.getMatchedCount() == 0) {
            LOG.error("parked {} at event {}: {}", id, sequence, error);
        }
    }

    /**
     * Unparks what has since been folded by any process; what failed at a later event stays parked.
     *
     * @param reached the last event folded into each document, by its id
     */
    public void unpark(Map<String, Integer> reached) {
        for (var id : among(reached.keySet())) {
            var folded = Filters.and(Filters.eq("_id", id), Filters.lte("sequence", reached.get(id)));
            if (documents.deleteOne(folded).getDeletedCount() > 0) {
                LOG.info("{} is no longer parked", id);
            }
        }
    }

    /** Filters these ids down to parked documents. */
    public Set<String> among(Collection<String> ids) {
        var parked = new TreeSet<String>();
        documents
                .find(Filters.in("_id", ids))
                .projection(new Document("_id", 1))
                .forEach(document -> parked.add(document.getString("_id")));
        return parked;
    }

    /** The cases that are parked in any view. */
    public Set<UUID> cases() {
        var cases = new TreeSet<UUID>();
        documents
                .find()
                .projection(new Document("case", 1))
                .forEach(document -> cases.add(UUID.fromString(document.getString("case"))));
        return cases;
    }

    public boolean contains(String id) {
        return documents.find(Filters.eq("_id", id)).first() != null;
    }

    public long count() {
        return documents.countDocuments();
    }
}
