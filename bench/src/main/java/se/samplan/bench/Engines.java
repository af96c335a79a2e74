package se.samplan.bench;

import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/** Appends through Axon's units of work: by the product's engine, and by the one that comes with Axon. */
final class Engines {

    private Engines() {}

    /** As the product wires it. */
    static Load product(StoreOnly.Running store, int connections) {
        return appending(store.events(), store.transactions(), connections);
    }

    /** Axon's own over the same connections, with tables of its own. */
    static Load stock(StoreOnly.Running store, int connections) {
        PersistenceExceptionResolver duplicates = new JdbcSQLErrorCodesResolver();
        var json = Jackson3Serializer.builder().build();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(store.commandConnections())))
                .transactionManager(store.transactions())
                .eventSerializer(json)
                .snapshotSerializer(json)
                .persistenceExceptionResolver(duplicates)
                .schema(EventSchema.builder()
                        .eventTable(BareTable.SCHEMA + ".domain_event")
                        .snapshotTable(BareTable.SCHEMA + ".domain_snapshot")
                        .build())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return appending(EmbeddedEventStore.builder().storageEngine(engine).build(), store.transactions(), connections);
    }

    private static Load appending(EventStore events, TransactionManager transactions, int workers) {
        return new Load(Stream.generate(() -> appender(events, transactions))
                .limit(workers)
                .toList());
    }

    private static Load.Worker appender(EventStore events, TransactionManager transactions) {
        var sample = new Sample();
        return () -> {
            sample.next();
            var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage(sample));
            unit.attachTransaction(transactions);
            unit.execute(() -> events.publish(sample.message()));
        };
    }
}
