package se.samplan.store;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schema's migrations, run as its owner. */
final class Migrations {

    /** While one waits for a table that somebody reads, all others wait behind it: rather fail, and be started again. */
    private static final String PATIENCE = "set lock_timeout = '2s'";

    /** The first server that ends a transaction which takes too long, as the connections of commands ask it to. */
    private static final int OLDEST_SERVER = 17;

    private Migrations() {}

    static Flyway of(String url, String owner, String password) {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .defaultSchema("samplan")
                .locations("classpath:db/migration")
                .initSql(PATIENCE)
                .cleanDisabled(true)
                .load();
    }

    /** Refuses an older server before a connection is refused by it, for a setting that it does not know. */
    static void requireServer(DataSource owner) {
        requireServer(Objects.requireNonNull(new JdbcTemplate(owner)
                .queryForObject("select current_setting('server_version_num')::int", Integer.class)));
    }

    /** As the server counts: 170006 is 17.6. */
    static void requireServer(int version) {
        int found = version / 10_000;
        if (found < OLDEST_SERVER) {
            throw new IllegalStateException(
                    "PostgreSQL %d is too old: Samplan needs %d or later. Upgrade the server, then start again"
                            .formatted(found, OLDEST_SERVER));
        }
    }
}
