package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The index of compare-and-set changes nothing but how long it takes. */
class InMemoryDocumentsTest {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoServer server = new MongoServer(new InMemoryDocuments());
    private final MongoClient client =
            MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    private final MongoCollection<Document> cases =
            client.getDatabase("views").getCollection(InMemoryDocuments.CASES + "1");

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void a_document_is_replaced_by_whoever_knows_its_sequence() {
        cases.insertOne(written("a", 0));
        cases.insertOne(written("b", 0));

        assertThat(replaced("a", 0, 3)).isOne();
        assertThat(replaced("a", 0, 4)).as("stale").isZero();
        assertThat(replaced("c", 0, 1)).as("not there").isZero();
        assertThat(replaced("a", 3, 4)).isOne();

        assertThat(cases.find(Filters.eq("_id", "a"))).containsExactly(written("a", 4));
        assertThat(cases.find(Filters.eq("_id", "b"))).containsExactly(written("b", 0));
    }

    @Test
    void an_id_is_taken_once_whatever_the_sequence() {
        cases.insertOne(written("a", 0));

        for (int sequence : new int[] {0, 1}) {
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> cases.insertOne(written("a", sequence)))
                    .satisfies(e -> assertThat(e.getCode()).isEqualTo(DUPLICATE_KEY));
        }
        cases.deleteOne(Filters.eq("_id", "a"));
        cases.insertOne(written("a", 0));
        assertThat(cases.countDocuments()).isOne();
    }

    @Test
    void all_of_them_are_dropped_and_others_made_under_the_same_name() {
        cases.createIndex(new Document("rows.key", 1));
        cases.insertOne(written("a", 0));

        cases.drop();
        assertThat(client.getDatabase("views").listCollectionNames()).isEmpty();
        cases.drop();

        cases.insertOne(written("a", 0));
        assertThat(replaced("a", 0, 1)).isOne();
    }

    private long replaced(String id, int from, int to) {
        return cases.replaceOne(written(id, from), written(id, to)).getMatchedCount();
    }

    private static Document written(String id, int sequence) {
        return new Document("_id", id).append("sequence", sequence);
    }
}
