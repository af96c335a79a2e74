package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {

    @Test
    void after_a_kill_the_next_start_ends_the_postgresql_left_behind_and_finds_all_that_was_acknowledged(
            @TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        long lastAcknowledged;
        try (var killed = ForkedJava.start(folder, AppendingUntilKilled.class, data.toString())) {
            killed.awaitLine("acknowledged 200");
            killed.process().destroyForcibly();
            killed.awaitEnd();
            lastAcknowledged = killed.lines().stream()
                    .filter(line -> line.startsWith("acknowledged "))
                    .count();
        }
        var leftBehind = Postmaster.of(data.resolve("postgres")).orElseThrow();

        try (var directory = DataDirectory.open(data);
                var server = EmbeddedPostgresServer.start(directory);
                var connection = DriverManager.getConnection(
                        server.url(), "samplan_owner", server.passwords().owner());
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(DISTINCT number) FROM acknowledged WHERE number <= "
                                + lastAcknowledged)) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(lastAcknowledged).isGreaterThanOrEqualTo(200);
            assertThat(Postmaster.of(directory.postgres()).orElseThrow().process())
                    .isNotEqualTo(leftBehind.process());
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }
}
