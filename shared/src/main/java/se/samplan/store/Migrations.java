package se.samplan.store;

import org.flywaydb.core.Flyway;

/** The schema's migrations, run as its owner. */
final class Migrations {

    /** While one waits for a table that somebody reads, all others wait behind it: rather fail, and be started again. */
    private static final String PATIENCE = "set lock_timeout = '2s'";

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
}
