package se.samplan.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The smallest program over the event store, with a command side for notebooks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EventStoreConfiguration.class, Notebook.class})
class NotebookApplication {

    /** A row that follows from events: how many notes a notebook has. */
    static final String NOTES_TABLE = """
            create table samplan.notes (stream uuid primary key, last int);
            create table samplan.request (key text primary key, stream uuid, sequence int);
            grant select, insert, update on samplan.notes, samplan.request to samplan_app""";

    static ConfigurableApplicationContext start(TestPostgres postgres, Class<?>... more) {
        new JdbcTemplate(postgres.owner()).execute(NOTES_TABLE);
        return connect(postgres, more);
    }

    /** Another process over the same store. */
    static ConfigurableApplicationContext connect(TestPostgres postgres, Class<?>... more) {
        var builder = new SpringApplicationBuilder(NotebookApplication.class)
                .sources(more)
                .web(WebApplicationType.NONE);
        postgres.properties().forEach((key, value) -> builder.properties(key + "=" + value));
        return builder.properties(
                        "samplan.postgres.url=" + postgres.url() + CountingSockets.PARAMETER,
                        "axon.timeout.enabled=false",
                        "spring.main.banner-mode=off")
                .run();
    }

    @Bean
    EventCodec codec() {
        return new EventCodec(List.of(Notebook.NotebookOpened.class, Notebook.Noted.class));
    }

    @Bean
    InlineProjection notes() {
        return events -> events.stream()
                .map(event -> Sql.of(
                        "insert into samplan.notes values (?, ?) on conflict (stream) do update set last = excluded.last",
                        event.stream(),
                        event.sequence()))
                .toList();
    }

    @Bean
    CorrelationDataProvider actor() {
        return message -> Map.of("actor", "0c2f5fd6-3a0c-4f0e-8a56-0d4a4f5b4c7e");
    }

    /** Reads first what a command needs, and leaves a receipt. */
    @Bean
    SmartInitializingSingleton firstReadsAndReceipt(
            CommandBus bus, CommandReads commandReads, PendingWrites pendingWrites) {
        return () -> bus.registerHandlerInterceptor((unit, chain) -> {
            var key = unit.getMessage().getIdentifier();
            var known = Query.of(row -> row.getString(1), "select key from samplan.request where key = ?", key);
            var streams = unit.getMessage().getPayload() instanceof Notebook.Write write
                    ? List.of(new StreamQuery(write.id(), Sql.of("select ?::uuid", write.id())))
                    : List.<StreamQuery>of();
            if (commandReads.read(streams, known).firstOf(known).isPresent()) {
                throw new IllegalStateException("seen before");
            }
            pendingWrites.add(events -> events.isEmpty()
                    ? List.of(Sql.of("insert into samplan.request (key) values (?)", key))
                    : List.of(Sql.of(
                            "insert into samplan.request values (?, ?, ?)",
                            key,
                            events.getLast().stream(),
                            events.getLast().sequence())));
            return chain.proceed();
        });
    }

    static UUID opened(CommandGateway gateway) {
        var id = UUID.randomUUID();
        gateway.sendAndWait(new Notebook.Open(id));
        return id;
    }

    /** Waits for something that happens by itself. */
    static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within 20 s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
