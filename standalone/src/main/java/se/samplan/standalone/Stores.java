package se.samplan.standalone;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.store.Provisioning;

/** The data directory and the stores of one Samplan: embedded, or as configured by the environment. */
public final class Stores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    private final Map<String, String> environment;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    public Stores(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Starts what is needed; on failure stops what had already started. */
    public synchronized void start(Options options) {
        try {
            startAll(options);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll(Options options) {
        if (!Ports.isFree(options.port())) {
            throw new StartRefused(
                    "Port " + options.port() + " is in use.", "Stop what listens there, or give another: --port PORT.");
        }
        if (options.fresh() && given("SAMPLAN_POSTGRES_URL") != null) {
            throw new StartRefused(
                    "--fresh empties the embedded stores, but SAMPLAN_POSTGRES_URL names a server whose data need the"
                            + " keys in the data directory.",
                    "Leave out --fresh, or SAMPLAN_POSTGRES_URL.");
        }
        var directory = opened(DataDirectory.open(options.data()));
        if (options.fresh()) {
            empty(directory);
        }
        var masterKey = given("SAMPLAN_MASTER_KEY"); // before the database, so that no database is ever without it
        properties.put("samplan.master-key", masterKey == null ? directory.masterKey() : masterKey);
        postgres(directory);
        mongo();
        properties.put("samplan.data-directory", directory.path().toString());
        issuer(options, directory);
        properties.put("server.port", options.port());
    }

    private static void empty(DataDirectory directory) {
        try {
            Postmaster.endLeftBehind(directory.postgres());
            Postmaster.endLeftBehind(directory.newPostgres());
            directory.empty();
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory " + directory.path() + " could not be emptied: " + e,
                    "Remove it yourself, or give another with --data DIR.",
                    e);
        }
    }

    private void postgres(DataDirectory directory) {
        var url = given("SAMPLAN_POSTGRES_URL");
        if (url != null) {
            properties.put("samplan.postgres.url", url);
            properties.put("samplan.postgres.user", required("SAMPLAN_POSTGRES_USER"));
            properties.put("samplan.postgres.password", required("SAMPLAN_POSTGRES_PASSWORD"));
            properties.put("samplan.postgres.owner-user", required("SAMPLAN_POSTGRES_OWNER_USER"));
            properties.put("samplan.postgres.owner-password", required("SAMPLAN_POSTGRES_OWNER_PASSWORD"));
            properties.put("samplan.views.segments", 4); // so that other processes can share the work
            return;
        }
        var server = opened(EmbeddedPostgresServer.start(directory));
        var passwords = server.passwords();
        new Provisioning(server.superuser()).provision(passwords.owner(), passwords.app());
        properties.put("samplan.postgres.url", server.url());
        properties.put("samplan.postgres.user", "samplan_app");
        properties.put("samplan.postgres.password", passwords.app());
        properties.put("samplan.postgres.owner-user", "samplan_owner");
        properties.put("samplan.postgres.owner-password", passwords.owner());
    }

    private void mongo() {
        var uri = given("SAMPLAN_MONGODB_URI");
        properties.put(
                "samplan.mongodb.uri",
                uri == null ? opened(EmbeddedMongoServer.start()).uri() : uri);
    }

    private void issuer(Options options, DataDirectory directory) {
        var issuer = given("SAMPLAN_ISSUER");
        if (issuer == null) {
            properties.put("samplan.issuer", "http://localhost:" + options.port());
            properties.put("samplan.demo-issuer.key-file", directory.issuerKey().toString());
        } else {
            properties.put("samplan.issuer", issuer);
            properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer);
        }
    }

    private @Nullable String given(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private String required(String name) {
        var value = given(name);
        if (value == null) {
            throw new StartRefused(
                    "SAMPLAN_POSTGRES_URL is set, but " + name + " is not.",
                    "Set SAMPLAN_POSTGRES_USER, _PASSWORD, _OWNER_USER and _OWNER_PASSWORD as well.");
        }
        return value;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    /** The locations of the stores, keys and issuer, as configuration properties. */
    public Map<String, Object> properties() {
        return properties;
    }

    /** Stops everything in reverse order, once the start is done; one failure does not keep the others running. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            var resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.error("{} could not be stopped", resource.getClass().getSimpleName(), e);
            }
        }
    }
}
