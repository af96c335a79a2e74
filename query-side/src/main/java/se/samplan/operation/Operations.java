package se.samplan.operation;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samplan.operation.Operation.State;
import se.samplan.operation.Operation.What;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;

/** Stores operations and their progress in the document store, where every process finds them. */
@Component
public class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final int SHOWN = 20;
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    /** The order of a list. */
    static final Bson NEWEST_FIRST = Sorts.descending("startedAt", "_id");

    private final MongoCollection<Document> documents;
    private final Clock clock;

    Operations(MongoDatabase database, Clock clock) {
        documents = database.getCollection("operations");
        this.clock = clock;
    }

    public Operation begin(What what, @Nullable String view, UUID by) {
        var started = clock.instant();
        var now = started.toEpochMilli();
        var id = UUID.randomUUID();
        query(this::index);
        query(() -> documents.deleteMany(begunBefore(started.minus(KEPT_FOR))));
        query(() -> documents.insertOne(new Document("_id", id.toString())
                .append("what", what.name())
                .append("view", view)
                .append("by", by.toString())
                .append("state", State.RUNNING.name())
                .append("done", 0L)
                .append("total", 0L)
                .append("startedAt", now)
                .append("toldAt", now)
                .append("differences", 0L)
                .append("named", List.of())));
        return find(id).orElseThrow();
    }

    /** Stores its progress; a failure to do so does not fail the operation. */
    public void progress(UUID id, long done, long total) {
        try {
            update(id, Updates.set("done", done), Updates.set("total", total));
        } catch (MongoException e) {
            LOG.debug("progress was not stored: {}", e.getClass().getName());
        }
    }

    /** Records that a process is still working on it. */
    public void heartbeat(UUID id) {
        update(id);
    }

    /**
     * Ends it.
     *
     * @param differences how many were found or repaired
     * @param named the first of them
     */
    public void done(UUID id, long differences, List<Difference> named) {
        update(
                id,
                Updates.set("state", State.DONE.name()),
                Updates.set("differences", differences),
                Updates.set("named", named.stream().map(Operations::toDocument).toList()));
    }

    /** Ends it with the reason for its failure. */
    public void failed(UUID id, Reason reason) {
        update(id, Updates.set("state", State.FAILED.name()), Updates.set("failure", reason.name()));
    }

    /** Deletes an operation that will not run after all. */
    public void delete(UUID id) {
        documents.deleteOne(Filters.eq("_id", id.toString()));
    }

    Optional<Operation> find(UUID id) {
        var found = query(() -> Optional.ofNullable(
                documents.find(Filters.eq("_id", id.toString())).first()));
        return found.map(this::read);
    }

    /** The latest operations, newest first. */
    List<Operation> latest() {
        var kept = begunSince(clock.instant().minus(KEPT_FOR));
        return query(() -> documents
                .find(kept)
                .sort(NEWEST_FIRST)
                .limit(SHOWN)
                .map(this::read)
                .into(new ArrayList<>()));
    }

    /** Creates the index for listing and removal. */
    private String index() {
        return documents.createIndex(new Document("startedAt", 1).append("_id", 1));
    }

    static Bson begunBefore(Instant moment) {
        return Filters.lt("startedAt", moment.toEpochMilli());
    }

    /** Filters although nearly all match: not every server uses an index for sorting alone. */
    static Bson begunSince(Instant moment) {
        return Filters.gte("startedAt", moment.toEpochMilli());
    }

    private static <T> T query(Supplier<T> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            LOG.error("operations cannot be reached: {}", e.getClass().getName());
            throw new Rejected(OperationRefusal.OPERATIONS_NOT_REACHABLE);
        }
    }

    private void update(UUID id, Bson... changes) {
        var all = new ArrayList<>(List.of(changes));
        all.add(Updates.set("toldAt", clock.instant().toEpochMilli()));
        documents.updateOne(Filters.eq("_id", id.toString()), Updates.combine(all));
    }

    private Operation read(Document document) {
        return new Operation(
                        UUID.fromString(document.getString("_id")),
                        What.valueOf(document.getString("what")),
                        document.getString("view"),
                        State.valueOf(document.getString("state")),
                        document.getLong("done"),
                        document.getLong("total"),
                        Instant.ofEpochMilli(document.getLong("startedAt")),
                        Instant.ofEpochMilli(document.getLong("toldAt")),
                        document.getLong("differences"),
                        document.getList("named", Document.class).stream()
                                .map(Operations::difference)
                                .toList(),
                        document.getString("failure"))
                .seenAt(clock.instant());
    }

    private static Document toDocument(Difference difference) {
        return new Document("view", difference.view())
                .append("of", difference.of())
                .append("kind", difference.kind().name());
    }

    private static Difference difference(Document document) {
        return new Difference(
                document.getString("view"),
                document.getString("of"),
                Difference.Kind.valueOf(document.getString("kind")));
    }
}
