package se.samplan.store;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Event storage engines of tests that need no application. */
final class TestEngines {

    private TestEngines() {}

    static EventStorageEngine over(TestPostgres postgres) {
        var codec = new EventCodec(List.of(Notebook.NotebookOpened.class, Notebook.Noted.class));
        var append = new Append(postgres.app(), codec, List.of(), () -> {});
        return new SamplanEventStorageEngine(postgres.app(), append, new EventRows(postgres.app()), codec);
    }
}
