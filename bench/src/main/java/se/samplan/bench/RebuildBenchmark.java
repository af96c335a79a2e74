package se.samplan.bench;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import se.samplan.client.DemoIssuer;

/** The rebuild of all views, as an operator asks for it, to the slower of a raw scan and a raw bulk write of the same documents. */
final class RebuildBenchmark implements Benchmark {

    private static final int WRITTEN_AT_ONCE = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(80).plus(Duration.ofSeconds(effort.events() * (effort.pairs() + 2L) / 8_000));
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster()) {
            var member = History.fill(bed, cluster);
            bed.progress().step("Samplan starts again");
            member.start();
            try (var operator = new Operator(member);
                    var bare = new HikariDataSource();
                    var mongo = MongoClients.create(cluster.documents().uri("bare"))) {
                bare.setDataSource(cluster.database().app());
                double events = History.events(cluster);
                operator.rebuild();
                var documents = documents(mongo.getDatabase("samplan"));
                var raw = mongo.getDatabase("bare");
                written(raw, documents);
                var perSecond = new Ratios();
                var ratios = bed.pairs()
                        .run(
                                () -> Math.min(RawScan.rate(bare, Long.MAX_VALUE), events / written(raw, documents)),
                                () -> {
                                    var rate = events / operator.rebuild();
                                    perSecond.add(rate);
                                    return rate;
                                });
                return List.of(
                        Figure.of(name(), ratios.getFirst(), Goal.atLeast(0.5)),
                        Figure.of(name() + "/rate", perSecond, null, "events/s"));
            }
        }
    }

    /** Those of the views as they stand. */
    private static List<Document> documents(MongoDatabase views) {
        var largest = new ArrayList<Document>();
        for (var name : views.listCollectionNames()) {
            if (name.startsWith("cases_") && views.getCollection(name).countDocuments() > largest.size()) {
                largest.clear();
                views.getCollection(name).find().batchSize(WRITTEN_AT_ONCE).into(largest);
            }
        }
        return largest;
    }

    /** Seconds that it takes to insert them into an empty collection. */
    private static double written(MongoDatabase database, List<Document> documents) {
        var collection = database.getCollection("bare");
        collection.drop();
        var start = System.nanoTime();
        for (int from = 0; from < documents.size(); from += WRITTEN_AT_ONCE) {
            collection.insertMany(documents.subList(from, Math.min(from + WRITTEN_AT_ONCE, documents.size())));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Who may have views rebuilt. */
    private static final class Operator implements AutoCloseable {

        private final Http http;
        private final String[] headers;

        Operator(Member member) throws IOException {
            http = new Http(member.url());
            var token = new DemoIssuer(member.url()).token("operator", null, null);
            headers = new String[] {"Authorization", "Bearer " + token};
        }

        /** Seconds until all views have been made anew and are shown. */
        double rebuild() throws IOException {
            var start = System.nanoTime();
            var operation =
                    http.post("/api/operations/rebuilds", "{}", headers).done().text("operationId");
            var path = "/api/operations/" + UUID.fromString(operation);
            while (true) {
                switch (http.get(path, headers).done().text("state")) {
                    case "DONE" -> {
                        return (System.nanoTime() - start) / 1e9;
                    }
                    case "RUNNING" -> LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                    case String other -> throw new IOException("the rebuild ended as " + other);
                }
            }
        }

        @Override
        public void close() throws IOException {
            http.close();
        }
    }
}
