package se.samplan.store;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events of tests, put in as the program would, but without it. */
final class Events {

    static final String INSERT = """
            insert into samplan.event (stream, sequence, type, revision, metadata, payload)
            select ?, n, 'Noted', 1, '{}', '{"text":"t"}' from generate_series(?, ?) n order by n""";

    private Events() {}

    /** That many events of one new stream. */
    static UUID insert(TestPostgres postgres, int count) {
        var stream = UUID.randomUUID();
        new JdbcTemplate(postgres.app()).update(INSERT, stream, 0, count - 1);
        return stream;
    }
}
