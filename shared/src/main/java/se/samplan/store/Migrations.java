package se.samplan.store;

import org.flywaydb.core.Flyway;

/** The schema's migrations, run as its owner. */
final class Migrations {

    private Migrations() {}

    static Flyway of(String url, String owner, String password) {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .defaultSchema("samplan")
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .load();
    }
}
