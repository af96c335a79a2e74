package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ConflictTest {

    private static final int WRITERS = 4;
    private static final int NOTES = 25;

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final ConfigurableApplicationContext ONE = NotebookApplication.start(POSTGRES);
    private static final ConfigurableApplicationContext OTHER = NotebookApplication.connect(POSTGRES);

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
    }

    @Test
    void writers_in_two_processes_lose_and_double_nothing_when_they_try_again() throws Exception {
        var id = NotebookApplication.opened(ONE.getBean(CommandGateway.class));
        var writers = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                var gateway = (i % 2 == 0 ? ONE : OTHER).getBean(CommandGateway.class);
                writers.add(threads.submit(() -> writeAll(gateway, id)));
            }
        }
        for (var writer : writers) {
            writer.get();
        }

        var events = ONE.getBean(EventReader.class).ofStream(id);
        assertThat(events)
                .extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, WRITERS * NOTES).boxed().toList());
        assertThat(events).extracting(RecordedEvent::recordedAt).isSorted();
        assertThat(events).extracting(RecordedEvent::globalIndex).isSorted();
    }

    private static void writeAll(CommandGateway gateway, UUID id) {
        for (int i = 0; i < NOTES; ) {
            try {
                gateway.sendAndWait(new Notebook.Write(id, "note", 1));
                i++;
            } catch (ConcurrencyException e) {
                // Another was first: the same note again.
            }
        }
    }
}
