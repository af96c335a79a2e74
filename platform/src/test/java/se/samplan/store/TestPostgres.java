package se.samplan.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A migrated database of one test class, on a PostgreSQL that is started once for all tests of a process. */
public final class TestPostgres {

    private static final String PASSWORD = "test";
    private static final String TEMPLATE = "samplan_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String database;

    private TestPostgres(String database) {
        this.database = database;
    }

    /** The server, which ends with the process. */
    private static final class Server {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("max_prepared_transactions", "10")
                        .setPGStartupWait(Duration.ofSeconds(30))
                        .start();
                var provisioning = new Provisioning(server.getPostgresDatabase());
                provisioning.roles(PASSWORD, PASSWORD);
                provisioning.database(TEMPLATE);
                Migrations.of(url(server, TEMPLATE), Provisioning.OWNER, PASSWORD)
                        .migrate();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new database with all migrations applied and nothing in it. */
    public static TestPostgres fresh() {
        var name = "samplan_" + NUMBER.incrementAndGet();
        var superuser = new JdbcTemplate(Server.SERVER.getPostgresDatabase());
        superuser.execute("create database " + name + " template " + TEMPLATE + " owner " + Provisioning.OWNER);
        new Provisioning(Server.SERVER.getPostgresDatabase()).database(name);
        return new TestPostgres(name);
    }

    /** A new database made as a first start makes it; the others are copies of one. */
    static TestPostgres migratedAnew() {
        var postgres = empty();
        postgres.migrations().migrate();
        return postgres;
    }

    /** A new database to which no migration has been applied. */
    static TestPostgres empty() {
        var name = "samplan_" + NUMBER.incrementAndGet();
        new Provisioning(Server.SERVER.getPostgresDatabase()).database(name);
        return new TestPostgres(name);
    }

    Flyway migrations() {
        return Migrations.of(url(), Provisioning.OWNER, PASSWORD);
    }

    public String url() {
        return url(Server.SERVER, database);
    }

    String name() {
        return database;
    }

    /** Connections as the running program has them, one for each call. */
    public DataSource app() {
        return source(Provisioning.APP, PASSWORD);
    }

    /** Connections as the migrations have them. */
    public DataSource owner() {
        return source(Provisioning.OWNER, PASSWORD);
    }

    /** Connections that may do everything. */
    public DataSource superuser() {
        return source("postgres", "");
    }

    /** The properties by which the program finds this database. */
    public Map<String, String> properties() {
        return Map.of(
                "samplan.postgres.url", url(),
                "samplan.postgres.password", PASSWORD,
                "samplan.postgres.owner-password", PASSWORD);
    }

    StoreProperties storeProperties() {
        return new StoreProperties(url(), Provisioning.APP, PASSWORD, Provisioning.OWNER, PASSWORD, 10);
    }

    private PGSimpleDataSource source(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static String url(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }
}
