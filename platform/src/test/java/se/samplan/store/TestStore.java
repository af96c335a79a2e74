package se.samplan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samplan.event.EventCatalogue;

/** The event store of a test that needs no application. */
public final class TestStore {

    private final DataSource source;
    private final EventCodec codec = new EventCodec(EventCatalogue.all());
    private final Append append;
    private final TransactionTemplate transaction;
    private final Map<UUID, AtomicInteger> sequences = new ConcurrentHashMap<>();

    public TestStore(TestPostgres postgres, InlineProjection inlineProjection) {
        source = postgres.app();
        append = new Append(source, codec, List.of(inlineProjection), () -> {});
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** Where its connections come from, one for each transaction. */
    public DataSource source() {
        return source;
    }

    public EventReader reader() {
        return new EventReader(new EventRows(source), codec);
    }

    /** Appends in one transaction, as a command does, with the rows that follow. */
    public void append(UUID stream, Object... events) {
        var messages = new ArrayList<GenericDomainEventMessage<Object>>();
        for (var event : events) {
            messages.add(new GenericDomainEventMessage<>("", stream.toString(), next(stream), event));
        }
        transaction.executeWithoutResult(begun -> append.events(messages));
    }

    private int next(UUID stream) {
        return sequences.computeIfAbsent(stream, unknown -> new AtomicInteger()).getAndIncrement();
    }
}
