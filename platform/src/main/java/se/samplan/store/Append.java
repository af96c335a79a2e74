package se.samplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends all events of a command, with the rows derived from them, in one round trip. */
final class Append {

    /** At six parameters a row, well below the protocol's limit of 65,535. */
    private static final int EVENTS_PER_INSERT = 1000;

    private static final String ROW = "(?, ?, ?, ?, ?, ?)";

    private final DataSource commands;
    private final CommandWrites commandWrites;
    private final EventCodec codec;
    private final List<InlineProjection> projections;
    private final Runnable notifyReaders;

    /** The index and time that the database assigned to an event. */
    private record Assigned(UUID stream, int sequence, long globalIndex, Instant recordedAt) {

        static Assigned read(ResultSet row) throws SQLException {
            return new Assigned(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }

        AppendReceipt receipt() {
            return new AppendReceipt(stream, sequence, sequence, globalIndex, recordedAt);
        }
    }

    Append(DataSource commands, EventCodec codec, List<InlineProjection> projections, Runnable notifyReaders) {
        this.commands = commands;
        this.commandWrites = new CommandWrites(commands);
        this.codec = codec;
        this.projections = List.copyOf(projections);
        this.notifyReaders = notifyReaders;
    }

    void events(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Transactions.requireOne(commands);
        var events = messages.stream().map(Append::toAppend).toList();
        var batch = new StatementBatch();
        // Events first: an INSERT before them would make the trigger record more than it needs.
        var assigned = inserts(events).stream()
                .map(insert -> batch.query(insert, Assigned::read))
                .toList();
        projections.forEach(projection -> projection.rows(events).forEach(batch::update));
        PendingWrites.take(events).forEach(batch::update);
        execute(batch);
        assigned.stream().flatMap(List::stream).forEach(Append::keep);
    }

    private void execute(StatementBatch batch) {
        // After a rollback too: events above its index become readable then.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                notifyReaders.run();
            }
        });
        commandWrites.execute(batch);
    }

    private static void keep(Assigned assigned) {
        if (CurrentUnitOfWork.isStarted()) {
            AppendReceipt.keep(CurrentUnitOfWork.get(), assigned.receipt());
        }
    }

    private List<Sql> inserts(List<EventToAppend> events) {
        var inserts = new ArrayList<Sql>();
        for (int from = 0; from < events.size(); from += EVENTS_PER_INSERT) {
            inserts.add(insert(events.subList(from, Math.min(from + EVENTS_PER_INSERT, events.size()))));
        }
        return inserts;
    }

    private Sql insert(List<EventToAppend> events) {
        var parameters = new ArrayList<@Nullable Object>();
        for (var event : events) {
            var stored = codec.encode(event.event());
            Collections.addAll(
                    parameters,
                    event.stream(),
                    event.sequence(),
                    stored.type(),
                    stored.revision(),
                    codec.encodeMetadata(event.metadata()),
                    stored.payload());
        }
        return new Sql(
                "insert into samplan.event (stream, sequence, type, revision, metadata, payload) values "
                        + String.join(", ", Collections.nCopies(events.size(), ROW))
                        + " returning stream, sequence, global_index, recorded_at",
                parameters);
    }

    private static EventToAppend toAppend(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domain)) {
            throw new IllegalArgumentException(
                    message.getPayloadType().getName() + " belongs to no stream, so it cannot be stored");
        }
        return new EventToAppend(
                streamId(domain.getAggregateIdentifier()),
                Math.toIntExact(domain.getSequenceNumber()),
                domain.getPayload(),
                texts(domain));
    }

    private static Map<String, String> texts(DomainEventMessage<?> message) {
        var texts = new TreeMap<String, String>();
        message.getMetaData().forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("metadata " + key + " is not a string");
            }
            texts.put(key, text);
        });
        return Collections.unmodifiableMap(texts);
    }

    static UUID streamId(String stream) {
        try {
            return UUID.fromString(stream);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a stream's id must be a UUID", e);
        }
    }
}
