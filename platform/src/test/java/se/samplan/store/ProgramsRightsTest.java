package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the running program may not do to the events, on every connection that it makes. */
class ProgramsRightsTest {

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final ConfigurableApplicationContext PROGRAM = NotebookApplication.start(POSTGRES);

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update samplan.event set payload = ''                                    | permission denied for table event
            update samplan.event set recorded_at = now() where false                 | permission denied for table event
            select * from samplan.event for update                                   | permission denied for table event
            delete from samplan.event                                                | permission denied for table event
            truncate samplan.event                                                   | permission denied for table event
            select nextval('samplan.event_global_index_seq')                         | permission denied for sequence event_global_index_seq
            select setval('samplan.event_global_index_seq', 1)                       | permission denied for sequence event_global_index_seq
            alter sequence samplan.event_global_index_seq restart                    | must be owner of sequence event_global_index_seq
            alter table samplan.event disable trigger all                            | must be owner of table event
            drop table samplan.event                                                 | must be owner of table event
            set session_replication_role = 'replica'                                 | permission denied to set parameter
            insert into samplan.event (global_index, stream, sequence, type, revision, metadata, payload) values (9, gen_random_uuid(), 0, 'Noted', 1, '', '') | cannot insert a non-DEFAULT value into column "global_index"
            insert into samplan.event (global_index, stream, sequence, type, revision, metadata, payload) overriding system value values (9, gen_random_uuid(), 0, 'Noted', 1, '', '') | permission denied for table event
            insert into samplan.event (global_index, stream, sequence, type, revision, metadata, payload) overriding user value values (9, gen_random_uuid(), 0, 'Noted', 1, '', '') | permission denied for table event
            insert into samplan.event (recorded_at, stream, sequence, type, revision, metadata, payload) values (now(), gen_random_uuid(), 0, 'Noted', 1, '', '') | permission denied for table event
            insert into samplan.event overriding system value values (9, gen_random_uuid(), 0, 'Noted', 1, now(), '', '') | permission denied for table event
            """)
    void nothing_changes_or_removes_an_event_or_chooses_its_index_or_time(String statement, String refusal) {
        assertThat(PROGRAM.getBeansOfType(DataSource.class))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy((name, source) -> assertThatThrownBy(() -> new JdbcTemplate(source).execute(statement))
                        .as(name)
                        .rootCause()
                        .hasMessageContaining(refusal));
    }

    /** What holds readers back without end must be ended by the server, since the program may be the one that is stuck. */
    @Test
    void an_appender_that_gets_stuck_is_ended_and_readers_go_on() throws SQLException {
        var reader = PROGRAM.getBean(EventReader.class);
        var stuck = PROGRAM.getBean("commandDataSource", DataSource.class).getConnection();
        try (var limit = stuck.createStatement().executeQuery("show idle_in_transaction_session_timeout")) {
            limit.next();
            assertThat(limit.getString(1)).isEqualTo("10s");
        }
        stuck.createStatement().execute("set idle_in_transaction_session_timeout = '200ms'"); // for who waits
        stuck.setAutoCommit(false);
        long before = reader.highWaterMark();
        stuck.createStatement()
                .execute("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                        + " values (gen_random_uuid(), 0, 'Noted', 1, '{}', '{}')");
        Events.insert(POSTGRES, 1);

        NotebookApplication.await(() -> reader.highWaterMark() == before + 2);
        assertThatThrownBy(stuck::close).isInstanceOf(SQLException.class);
    }
}
