package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that replays another's log: it shows rows, but not the locks of those who append on the other. */
class StandbyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readers_of_a_standby_are_refused() throws IOException {
        try (var primary = start()) {
            var provisioning = new Provisioning(primary.getPostgresDatabase());
            provisioning.provision("test", "test");
            Migrations.of(app(primary).getURL(), Provisioning.OWNER, "test").migrate();
            new JdbcTemplate(app(primary)).update(Events.INSERT, UUID.randomUUID(), 0, 0);
        }
        Files.createFile(folder.resolve("standby.signal"));
        try (var standby = start()) {
            var app = app(standby);

            assertThat(new JdbcTemplate(app).queryForObject("select count(*) from samplan.event", Integer.class))
                    .isEqualTo(1);
            assertThatThrownBy(() -> new EventRows(app).highWaterMark()).hasMessageContaining("on a standby");
            assertThatThrownBy(() -> new StoreChecks(app).run()).hasMessageContaining("the server is a standby");
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
    }

    private static PGSimpleDataSource app(EmbeddedPostgres server) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), Provisioning.DATABASE));
        source.setUser(Provisioning.APP);
        source.setPassword("test");
        return source;
    }
}
