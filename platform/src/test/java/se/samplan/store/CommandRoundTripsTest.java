package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class CommandRoundTripsTest {

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final ConfigurableApplicationContext CONTEXT = NotebookApplication.start(POSTGRES);

    private final CommandGateway gateway = CONTEXT.getBean(CommandGateway.class);
    private final EventReader reader = CONTEXT.getBean(EventReader.class);
    private final JdbcTemplate jdbc = new JdbcTemplate(POSTGRES.owner());

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @Test
    void a_command_is_two_round_trips() {
        var id = NotebookApplication.opened(gateway);

        assertThat(trips(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 3))))
                .isEqualTo(2);
        // Prepared by name after some repetitions: still two.
        var counted = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            counted.add(trips(() -> gateway.sendAndWait(new Notebook.Write(id, "b", 2))));
        }
        assertThat(counted).containsOnly(2L);
    }

    @Test
    void hundreds_of_events_and_rows_are_still_one_execute() {
        var id = NotebookApplication.opened(gateway);

        assertThat(trips(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 100))))
                .isEqualTo(2);
        assertThat(reader.ofStream(id)).hasSize(101);
    }

    @Test
    void a_command_without_events_writes_its_own_rows_alone() {
        var id = NotebookApplication.opened(gateway);
        int before = requests();

        assertThat(trips(() -> gateway.sendAndWait(new Notebook.Write(id, "none", 0))))
                .isEqualTo(2);
        assertThat(requests()).isEqualTo(before + 1);
    }

    @Test
    void a_stream_longer_than_a_batch_is_read_on_without_an_empty_query() {
        var id = NotebookApplication.opened(gateway);
        gateway.sendAndWait(new Notebook.Write(id, "a", 999));

        assertThat(notes(id)).isEqualTo(999);
        gateway.sendAndWait(new Notebook.Write(id, "a", 1500));
        assertThat(trips(() -> assertThat(notes(id)).isEqualTo(2499)))
                .as("first reads, two more batches, row of its own with the commit")
                .isEqualTo(4);
    }

    @Test
    void rows_are_written_with_the_events_or_not_at_all() {
        var id = NotebookApplication.opened(gateway);
        gateway.sendAndWait(new Notebook.Write(id, "a", 2));

        assertThat(jdbc.queryForObject("select last from samplan.notes where stream = ?", Integer.class, id))
                .isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "select count(*) from samplan.request where stream = ? and sequence = 2", Integer.class, id))
                .isEqualTo(1);
    }

    @Test
    void the_receipt_tells_where_the_events_are() {
        var id = NotebookApplication.opened(gateway);
        var receipts = new ArrayList<AppendReceipt>();
        var registration = CONTEXT.getBean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            unit.afterCommit(u -> receipts.add(AppendReceipt.last(u).orElseThrow()));
            return chain.proceed();
        });
        try (registration) {
            gateway.sendAndWait(new Notebook.Write(id, "a", 3));
        }

        var last = reader.ofStream(id).getLast();
        assertThat(receipts).containsExactly(new AppendReceipt(id, 1, 3, last.globalIndex(), last.recordedAt()));
    }

    @Test
    void events_come_back_as_they_were_applied_with_their_metadata() {
        var id = NotebookApplication.opened(gateway);
        gateway.sendAndWait(new Notebook.Write(id, "Å", 1));

        var events = reader.ofStream(id);

        assertThat(events)
                .extracting(RecordedEvent::event)
                .containsExactly(new Notebook.NotebookOpened(id), new Notebook.Noted("Å"));
        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(0, 1);
        assertThat(events).extracting(RecordedEvent::type).containsExactly("NotebookOpened", "Noted");
        assertThat(events).allSatisfy(event -> assertThat(event.metadata()).containsKeys("actor"));
    }

    @Test
    void a_stream_that_grew_meanwhile_is_a_conflict() {
        var id = NotebookApplication.opened(gateway);
        var registration = CONTEXT.getBean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            Object result = chain.proceed();
            new JdbcTemplate(POSTGRES.app()).update(Events.INSERT, id, 1, 1);
            return result;
        });
        try (registration) {
            assertThatThrownBy(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 1)))
                    .isInstanceOf(ConcurrencyException.class);
        }
        assertThat(gateway.<Integer>sendAndWait(new Notebook.Write(id, "a", 1))).isEqualTo(2);
    }

    @Test
    void a_stream_that_exists_cannot_be_begun_again() {
        var id = NotebookApplication.opened(gateway);

        assertThatThrownBy(() -> gateway.sendAndWait(new Notebook.Open(id))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_row_that_is_taken_names_its_constraint_and_nothing_of_the_row() {
        var id = NotebookApplication.opened(gateway);
        var registration = CONTEXT.getBean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            CONTEXT.getBean(PendingWrites.class)
                    .add(Sql.of(
                            "insert into samplan.request (key) values (?)",
                            unit.getMessage().getIdentifier()));
            return chain.proceed();
        });
        try (registration) {
            assertThatThrownBy(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 1)))
                    .isInstanceOfSatisfying(
                            DuplicateRow.class, e -> assertThat(e.constraint()).isEqualTo("request_pkey"))
                    .hasNoCause();
        }
        assertThat(reader.ofStream(id)).hasSize(1);
    }

    @Test
    void what_would_be_written_after_the_transaction_has_ended_is_refused() {
        var id = NotebookApplication.opened(gateway);
        var late = UUID.randomUUID().toString();
        var registration = CONTEXT.getBean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            Object result = chain.proceed();
            unit.onPrepareCommit(afterTheEvents -> CONTEXT.getBean(PendingWrites.class)
                    .add(Sql.of("insert into samplan.request (key) values (?)", late)));
            return result;
        });
        try (registration) {
            assertThatThrownBy(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(jdbc.queryForList("select key from samplan.request where key = ?", String.class, late))
                .isEmpty();
        assertThat(reader.ofStream(id)).as("what was stored by then stays").hasSize(2);
    }

    @Test
    void a_commit_that_the_server_refuses_is_told_and_leaves_nothing() {
        var id = NotebookApplication.opened(gateway);
        jdbc.execute("""
                create function samplan.refuse() returns trigger language plpgsql as $$
                begin raise exception 'refused at the end'; end $$;
                create constraint trigger refused_at_the_end after insert or update on samplan.notes
                    deferrable initially deferred for each row when (new.stream = '%s') execute function samplan.refuse()""".formatted(id));

        assertThatThrownBy(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 1)))
                .rootCause()
                .hasMessageContaining("refused at the end");

        assertThat(reader.ofStream(id)).hasSize(1);
        assertThat(jdbc.queryForObject("select last from samplan.notes where stream = ?", Integer.class, id))
                .isZero();
        var other = NotebookApplication.opened(gateway);
        assertThat(trips(() -> gateway.sendAndWait(new Notebook.Write(other, "a", 1))))
                .as("the connection is as good as before")
                .isEqualTo(2);
    }

    @Test
    void a_command_on_a_history_of_tomorrow_is_not_handled() {
        var id = NotebookApplication.opened(gateway);
        new JdbcTemplate(POSTGRES.app())
                .update(
                        "insert into samplan.event (stream, sequence, type, revision, metadata, payload) values (?, 1, 'ToldTomorrow', 1, '{}', '{}')",
                        id);

        assertThatThrownBy(() -> gateway.sendAndWait(new Notebook.Write(id, "a", 1)))
                .isInstanceOf(HistoryNotReadable.class);
        assertThat(reader.ofStream(id)).extracting(RecordedEvent::readable).containsExactly(true, false);
        assertThatThrownBy(() -> reader.ofStream(id).getLast().event()).isInstanceOf(HistoryNotReadable.class);
    }

    private Integer notes(UUID id) {
        return gateway.sendAndWait(new Notebook.Write(id, "none", 0));
    }

    private int requests() {
        return List.copyOf(jdbc.queryForList("select key from samplan.request")).size();
    }

    private static long trips(Runnable command) {
        long before = CountingSockets.trips();
        command.run();
        return CountingSockets.trips() - before;
    }
}
