package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final Map<String, String> EXTERNAL = Map.of("SAMPLAN_POSTGRES_URL", "jdbc:postgresql://db/samplan");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void fresh_refuses_a_folder_that_is_not_samplans_and_leaves_it_as_it_was() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> start(Map.of(), "--fresh"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not a data directory of Samplan");
        assertThat(names()).containsExactly("letter.txt");
    }

    @Test
    void fresh_removes_what_samplan_put_there_and_nothing_else() throws Exception {
        try (var directory = DataDirectory.open(folder)) {
            var firstKey = directory.masterKey();
            Files.createDirectories(directory.postgres());
            Files.writeString(directory.postgres().resolve("PG_VERSION"), "18");
            directory.remember("postgres.port", "1");
            Files.writeString(folder.resolve("notes.txt"), "mine");

            directory.empty();

            assertThat(names()).containsExactlyInAnyOrder("samplan.lock", "samplan.properties", "notes.txt");
            assertThat(directory.recall("postgres.port")).isNull();
            assertThat(directory.masterKey()).isNotEqualTo(firstKey);
        }
    }

    @Test
    void fresh_is_refused_where_the_data_are_on_a_server_that_needs_the_keys_here() {
        assertThatThrownBy(() -> start(EXTERNAL, "--fresh"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--fresh");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_server_named_without_its_users_is_refused_by_the_name_of_what_is_missing() {
        assertThatThrownBy(() -> start(EXTERNAL))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SAMPLAN_POSTGRES_USER");
    }

    @Test
    void one_process_at_a_time_holds_it() {
        try (var held = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(held.path().toString());
        }
        DataDirectory.open(folder).close();
    }

    @Test
    void the_master_key_is_made_once_for_its_owners_eyes() throws Exception {
        String key;
        try (var directory = DataDirectory.open(folder)) {
            key = directory.masterKey();
        }
        try (var directory = DataDirectory.open(folder)) {
            assertThat(directory.masterKey()).isEqualTo(key);
        }
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_database_is_never_deleted_by_a_start_whose_properties_are_empty_older_or_lost() throws Exception {
        for (var properties : new String[] {"", "format=1", null}) {
            Files.createDirectories(folder.resolve("postgres"));
            Files.writeString(folder.resolve("postgres/PG_VERSION"), "18");
            Files.writeString(folder.resolve("postgres/events"), "all of them");
            Files.deleteIfExists(folder.resolve("samplan.properties"));
            if (properties != null) {
                Files.writeString(folder.resolve("samplan.properties"), properties);
            }
            var environment = Map.of("SAMPLAN_MASTER_KEY", "given");
            assertThatThrownBy(() -> start(environment))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("holds a database");
            assertThat(folder.resolve("postgres/events")).exists();
            assertThat(folder.resolve("postgres.passwords")).doesNotExist();
        }
    }

    @Test
    void a_secret_is_never_replaced_beside_a_database() throws Exception {
        for (var name : List.of("master.key", "postgres.passwords")) {
            try (var directory = DataDirectory.open(folder)) {
                Files.deleteIfExists(folder.resolve("postgres/PG_VERSION"));
                directory.masterKey();
                PostgresPasswords.in(directory);
                Files.createDirectories(directory.postgres());
                Files.writeString(directory.postgres().resolve("PG_VERSION"), "18");
                directory.remember("postgres.initialised", "true");
            }
            var kept = Files.readString(folder.resolve(name));
            for (var spoilt :
                    List.of("", "x", new StringBuilder(kept.strip()).reverse().toString())) {
                Files.writeString(folder.resolve(name), spoilt);
                assertThatThrownBy(() -> start(Map.of()))
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(name + " is not the file");
            }
            Files.delete(folder.resolve(name));
            assertThatThrownBy(() -> start(Map.of()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(name + " is missing");
            assertThat(folder.resolve(name)).doesNotExist();
            Files.writeString(folder.resolve(name), kept);
        }
    }

    @Test
    void a_port_that_cannot_be_is_refused() {
        assertThat(Options.parse("--port", "70000").exitCode()).isEqualTo(2);
        assertThat(Options.parse("--prot", "8080").exitCode()).isEqualTo(2);
    }

    private void start(Map<String, String> environment, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--data", folder.toString(), "--port", Integer.toString(Ports.anyFree())));
        var options = Options.parse(arguments.toArray(String[]::new)).options();
        try (var stores = new Stores(environment)) {
            stores.start(Objects.requireNonNull(options));
        }
    }

    private String[] names() throws IOException {
        try (var content = Files.list(folder)) {
            return content.map(file -> file.getFileName().toString()).toArray(String[]::new);
        }
    }
}
