package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

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

    @Test
    void a_server_needs_to_be_17_or_later() {
        assertThatCode(() -> Migrations.requireServer(170000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Migrations.requireServer(160011))
                .hasMessageContaining("PostgreSQL 16 is too old: Samplan needs 17");
    }

    /** The server tells another version, where its own function is hidden by one of the same name. */
    @Test
    void a_program_does_not_start_on_an_older_one_nor_make_anything_there() {
        var owner = new JdbcTemplate(postgres.owner());
        owner.execute("create schema older");
        owner.execute("create function older.current_setting(text) returns text language sql return '160011'");
        owner.execute("alter database %s set search_path = older, pg_catalog".formatted(postgres.name()));

        assertThatThrownBy(() -> NotebookApplication.connect(postgres).close())
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL 16 is too old");
        assertThat(owner.queryForList("select nspname from pg_namespace where nspname = 'samplan'"))
                .isEmpty();
    }
}
