package se.samplan.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cases whose fold failed: set aside with what failed, so that the others go on; mended by a refold. */
final class Parked {

    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);

    private final MongoCollection<Document> documents;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Parked(MongoCollection<Document> documents) {
        this.documents = documents;
        documents.find().forEach(document -> known.add(document.getString("_id")));
    }

    /** Keeps what failed by its class alone: its message may hold a person. */
    void park(UUID caseId, Fold<?> fold, int sequence, RuntimeException failure) {
        var id = CaseDocument.id(caseId, fold);
        var error = failure.getClass().getSimpleName();
        var document = new Document("_id", id)
                .append("case", caseId.toString())
                .append("view", fold.name())
                .append("sequence", sequence)
                .append("error", error);
        documents.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
        if (known.add(id)) {
            LOG.error("parked {} at event {}: {}", id, sequence, error);
        }
    }

    /** These were folded after all. */
    void mended(Collection<String> ids) {
        for (var id : ids) {
            if (known.remove(id)) {
                documents.deleteOne(Filters.eq("_id", id));
                LOG.info("no longer parked: {}", id);
            }
        }
    }

    boolean holds(String id) {
        return known.contains(id);
    }

    int count() {
        return known.size();
    }
}
