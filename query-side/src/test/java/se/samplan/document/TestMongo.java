package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A database of one test on the server that the contract is tested against: the embedded one, or the one that
 * {@code SAMPLAN_MONGODB_URI} names.
 */
public final class TestMongo implements AutoCloseable {

    /** An embedded one ends with the process. */
    static final ConnectionString SERVER = server();

    private static final int NO_SUCH_COMMAND = 59;
    private static final int DOCUMENTS = 3000;

    private final MongoClient client;
    private final MongoDatabase database;

    public TestMongo() {
        this(settings -> {});
    }

    /** With more settings of the client's. */
    public TestMongo(Consumer<MongoClientSettings.Builder> more) {
        var settings = MongoClientSettings.builder().applyConnectionString(SERVER);
        more.accept(settings);
        client = MongoClients.create(settings.build());
        database = client.getDatabase("contract_" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static ConnectionString server() {
        var given = System.getenv("SAMPLAN_MONGODB_URI");
        return new ConnectionString(
                given != null
                        ? given
                        : "mongodb://localhost:"
                                + new MongoServer(new MemoryBackend()).bind().getPort());
    }

    public MongoDatabase database() {
        return database;
    }

    /** A collection with the indexes that lists and reports need, and more documents than a server would just look through. */
    public MongoCollection<Document> filled(IntFunction<Map<String, Object>> row) {
        var documents = documents();
        documents.insert(IntStream.range(0, DOCUMENTS)
                .mapToObj(number -> new Document("_id", number + "/plans")
                        .append("sequence", number)
                        .append("rows", List.of(row.apply(number))))
                .toList());
        return documents.collection();
    }

    /**
     * Shows that the server uses this index for a command; the test is skipped where it cannot tell.
     *
     * @param names what its plans call it
     */
    public void usesIndex(Document command, String... names) {
        Document plan;
        try {
            plan = database.runCommand(new Document("explain", command).append("verbosity", "queryPlanner"));
        } catch (MongoCommandException e) {
            assumeFalse(e.getCode() == NO_SUCH_COMMAND, "the server cannot explain its queries");
            throw e;
        }
        assertThat(plan.get("queryPlanner") == null ? plan.toJson() : String.valueOf(plan.get("queryPlanner")))
                .doesNotContain("COLLSCAN")
                .containsAnyOf(names);
    }

    /** An empty collection with the indexes that lists and reports need. */
    public CaseDocuments documents() {
        var documents = new CaseDocuments(database.getCollection("cases"));
        documents.index();
        return documents;
    }

    public ParkedCases parked() {
        return new ParkedCases(database.getCollection("parked"));
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
