package se.samplan.standalone;

import de.bwaldvogel.mongo.MongoServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An in-memory stand-in for MongoDB, for evaluation: the views can be rebuilt. */
final class EmbeddedMongoServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongoServer.class);

    private final MongoServer server = new MongoServer(new InMemoryDocuments());
    private final String uri;

    private EmbeddedMongoServer() {
        server.bind("127.0.0.1", 0);
        uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/samplan";
    }

    static EmbeddedMongoServer start() {
        var started = new EmbeddedMongoServer();
        LOG.info("The views are kept in memory, for trying out: they are rebuilt from the events at each start"
                + " (SAMPLAN_MONGODB_URI names a server that keeps them)");
        return started;
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
