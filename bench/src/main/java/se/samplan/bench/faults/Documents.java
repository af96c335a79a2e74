package se.samplan.bench.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The documents of all views as they stand at the document server. */
final class Documents implements AutoCloseable {

    private static final String DATABASE = "samplan";

    private final MongoClient client;

    Documents(Site site) throws IOException {
        client = MongoClients.create(site.cluster().documents().uri(DATABASE));
    }

    /** Each whole, its sequence included, by collection and id. */
    Map<String, String> all() {
        var all = new TreeMap<String, String>();
        var database = client.getDatabase(DATABASE);
        for (var name : database.listCollectionNames()) {
            if (name.startsWith("cases_")) {
                database.getCollection(name)
                        .find()
                        .forEach(document -> all.put(name + "/" + document.getString("_id"), document.toJson()));
            }
        }
        return all;
    }

    /** What all processes that keep the views have last said of themselves. */
    Map<String, Long> signs() {
        var signs = new TreeMap<String, Long>();
        client.getDatabase(DATABASE)
                .getCollection("processes")
                .find()
                .forEach(sign -> signs.put(sign.getString("_id"), sign.getLong("beat")));
        return signs;
    }

    @Override
    public void close() {
        client.close();
    }
}
