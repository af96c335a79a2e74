package se.samplan.store;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schema's migrations, run as its owner. */
final class Migrations {

    /** A migration that waits for a lock blocks everybody behind it, so it fails soon and is started again. */
    private static final String LOCK_TIMEOUT = "set lock_timeout = '2s'";

    /** The first version with {@code transaction_timeout}, which the connections of commands set. */
    private static final int MINIMUM_SERVER = 17;

    private Migrations() {}

    static Flyway of(String url, String owner, String password) {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .defaultSchema("samplan")
                .locations("classpath:db/migration")
                .initSql(LOCK_TIMEOUT)
                .cleanDisabled(true)
                .load();
    }

    /** Rejects an older server before it rejects a connection for a setting that it does not know. */
    static void requireServer(DataSource owner) {
        requireServer(Objects.requireNonNull(new JdbcTemplate(owner)
                .queryForObject("select current_setting('server_version_num')::int", Integer.class)));
    }

    /** In the server's own numbering: 170006 is 17.6. */
    static void requireServer(int version) {
        int found = version / 10_000;
        if (found < MINIMUM_SERVER) {
            throw new IllegalStateException(
                    "PostgreSQL %d is too old: Samplan needs %d or later. Upgrade the server, then start again"
                            .formatted(found, MINIMUM_SERVER));
        }
    }
}
