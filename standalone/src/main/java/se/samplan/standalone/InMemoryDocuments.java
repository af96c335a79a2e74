package se.samplan.standalone;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/**
 * The stand-in's storage, with an index for compare-and-set: the stand-in scans the whole collection for every query
 * except those on exactly the fields of a unique index. MongoDB finds such a document by its {@code _id}.
 */
public final class InMemoryDocuments extends MemoryBackend {

    /** The name prefix of the view documents' collections. */
    static final String CASES = "cases_";

    private static final String INDEX = "compare_and_set";

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new MemoryDatabase(name, getCursorRegistry()) {
            @Override
            protected MemoryCollection openOrCreateCollection(String collection, CollectionOptions options) {
                var documents = super.openOrCreateCollection(collection, options);
                if (collection.startsWith(CASES)) {
                    var compared = List.of(new IndexKey("_id", true), new IndexKey("sequence", true));
                    documents.addIndex(new MemoryUniqueIndex(INDEX, compared, false));
                }
                return documents;
            }

            /** The library drops a collection's indexes only if a command created them. */
            @Override
            public void dropCollection(String collection, Oplog oplog) {
                var documents = resolveCollection(collection, false);
                if (documents != null && collection.startsWith(CASES)) {
                    documents.dropIndex(INDEX);
                }
                super.dropCollection(collection, oplog);
            }
        };
    }
}
