package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    /** The last one before a change of the event table that no reader can be beside. */
    private static final String BEFORE = "6";

    private final TestPostgres postgres = TestPostgres.empty();
    private final Flyway migrations = postgres.migrations();

    @Test
    void one_that_waits_for_a_reader_fails_soon_and_succeeds_when_started_again() throws SQLException {
        Flyway.configure()
                .configuration(migrations.getConfiguration())
                .target(BEFORE)
                .load()
                .migrate();
        try (var reader = postgres.app().getConnection()) {
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement()) {
                statement.execute("select count(*) from samplan.event");
            }

            assertThatThrownBy(migrations::migrate)
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("canceling statement due to lock timeout");
            assertThat(migrations.info().current().getVersion().getVersion()).isEqualTo(BEFORE);
            reader.rollback();
        }

        assertThat(migrations.migrate().success).isTrue();
        assertThat(migrations.info().pending()).isEmpty();
    }
}
