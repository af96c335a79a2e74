package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon's streaming processors over the store, woken by a writer in another process. */
class FollowingTest {

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final ConfigurableApplicationContext WRITER = NotebookApplication.start(POSTGRES);
    private static final ConfigurableApplicationContext READER =
            NotebookApplication.connect(POSTGRES, EventRecorder.class);

    private final CommandGateway gateway = WRITER.getBean(CommandGateway.class);
    private final Queue<RecordedEvent> followed = READER.getBean(EventRecorder.class).followed;

    /** Collects what it is handed. */
    @ProcessingGroup("follower")
    static class EventRecorder {

        final Queue<RecordedEvent> followed = new ConcurrentLinkedQueue<>();

        @Autowired
        void follow(EventProcessingConfigurer processing) {
            processing
                    .usingPooledStreamingEventProcessors()
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
        }

        @EventHandler(payloadType = Object.class)
        void on(TrackedEventMessage<?> message) {
            followed.add(RecordedEvent.of(message));
        }
    }

    @AfterAll
    static void stop() {
        READER.close();
        WRITER.close();
    }

    @Test
    void a_follower_in_another_process_gets_what_a_reader_reads() {
        var id = NotebookApplication.opened(gateway);
        gateway.sendAndWait(new Notebook.Write(id, "a", 3));

        NotebookApplication.await(() -> of(id).size() == 4);

        assertThat(of(id)).isEqualTo(READER.getBean(EventReader.class).ofStream(id));
    }

    /** At rest the fallback looks each eight seconds only, so whatever comes within tens of milliseconds was woken. */
    @Test
    void a_follower_is_woken_by_another_process_within_milliseconds() {
        var id = NotebookApplication.opened(gateway);
        NotebookApplication.await(() -> of(id).size() == 1);

        var millis = new ArrayList<Long>();
        for (int i = 1; i <= 50; i++) {
            gateway.sendAndWait(new Notebook.Write(id, "a", 1));
            var committed = System.nanoTime();
            int expected = 1 + i;
            NotebookApplication.await(() -> of(id).size() == expected);
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committed));
        }

        millis.sort(null);
        System.out.printf(
                "commit to follower in another process: median %d ms, longest %d ms%n",
                millis.get(25), millis.getLast());
        assertThat(millis.get(25)).isLessThan(100);
    }

    @Test
    void an_event_of_tomorrow_reaches_the_follower_says_that_it_cannot_be_read_and_stops_nobody() {
        var id = NotebookApplication.opened(gateway);
        new JdbcTemplate(POSTGRES.app())
                .update(
                        "insert into samplan.event (stream, sequence, type, revision, metadata, payload) values (?, 1, 'ToldTomorrow', 7, '{}', '{}')",
                        id);
        var next = NotebookApplication.opened(gateway);
        NotebookApplication.await(() -> of(id).size() == 2 && of(next).size() == 1);

        var unreadable = of(id).getLast();
        assertThat(unreadable.readable()).isFalse();
        assertThat(unreadable.type()).isEqualTo("ToldTomorrow");
        assertThatThrownBy(unreadable::event).isInstanceOf(HistoryNotReadable.class);
    }

    @Test
    void a_followers_token_is_kept_beside_the_events() {
        var id = NotebookApplication.opened(gateway);
        NotebookApplication.await(() -> of(id).size() == 1);
        long position = of(id).getLast().globalIndex();

        NotebookApplication.await(
                () -> tokens().stream().anyMatch(token -> token.contains("\"globalIndex\":" + position)));
    }

    @Test
    void an_event_whose_bell_was_never_rung_is_followed_within_some_seconds() {
        var begun = System.nanoTime();
        var id = Events.insert(POSTGRES, 1);

        NotebookApplication.await(() -> of(id).size() == 1);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("the longest pause between two looks, and a little")
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void the_alarm_on_the_oldest_lock_tells_of_an_append_until_it_ends() throws SQLException {
        var seconds = READER.getBean(MeterRegistry.class)
                .get("samplan.store.oldest.lock.seconds")
                .gauge();
        try (var open = POSTGRES.app().getConnection()) {
            open.setAutoCommit(false);
            open.createStatement()
                    .execute("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                            + " values (gen_random_uuid(), 0, 'Noted', 1, '{}', '{}')");

            NotebookApplication.await(() -> seconds.value() > 0);
            assertThat(seconds.value()).as("told, not unknown").isLessThan(60);
        }
        NotebookApplication.await(() -> seconds.value() == 0);
    }

    @Test
    void what_axon_falls_back_to_is_refused() {
        assertThat(READER.getBean(Configuration.class).eventBus()).isInstanceOf(SamplanEventStore.class);
        assertThatThrownBy(() -> EventStoreConfiguration.require(
                        SamplanEventStore.class, SimpleEventBus.builder().build()))
                .hasMessageContaining("SimpleEventBus where se.samplan.store.SamplanEventStore is needed");
    }

    private List<RecordedEvent> of(UUID stream) {
        return followed.stream().filter(event -> event.stream().equals(stream)).toList();
    }

    private static List<String> tokens() {
        return new JdbcTemplate(POSTGRES.app())
                .queryForList(
                        "select convert_from(token, 'UTF8') from samplan.token_entry where processor_name = 'follower'",
                        String.class);
    }
}
