package se.samplan.store;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The beans of the event store, each declared explicitly: the defaults of Axon and Spring could lose events silently.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class EventStoreConfiguration {

    @Bean
    Connections storeConnections(StoreProperties properties) {
        return new Connections(properties);
    }

    /** Migrates before the program connects. */
    @Bean(initMethod = "migrate")
    Flyway flyway(StoreProperties properties) {
        var migrations = Migrations.of(properties.url(), properties.ownerUser(), properties.ownerPassword());
        Migrations.requireServer(migrations.getConfiguration().getDataSource());
        return migrations;
    }

    @Bean
    @Primary
    HikariDataSource commandDataSource(Connections connections, Flyway migrated) {
        return connections.commands();
    }

    @Bean
    HikariDataSource readingDataSource(Connections connections, Flyway migrated) {
        return connections.reading();
    }

    @Bean
    HikariDataSource tokenDataSource(Connections connections, Flyway migrated) {
        return connections.tokens();
    }

    /** For tokens: a transaction without a statement never reaches the database. */
    @Bean
    LazyConnectionDataSourceProxy followerDataSource(@Qualifier("tokenDataSource") DataSource tokenDataSource) {
        return new LazyConnectionDataSourceProxy(tokenDataSource);
    }

    @Bean
    StoreChecks storeChecks(DataSource commandDataSource, Serializer serializer) {
        var checks = new StoreChecks(commandDataSource);
        checks.run();
        checks.requireTokensWithinStore(serializer);
        return checks;
    }

    @Bean(initMethod = "start")
    StoreClock clock(@Qualifier("tokenDataSource") DataSource tokenDataSource) {
        var jdbc = new JdbcTemplate(tokenDataSource);
        var clock = new StoreClock(
                () -> Objects.requireNonNull(jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class))
                        .toInstant(),
                System::nanoTime,
                System::currentTimeMillis);
        AbstractTokenEntry.clock = clock; // Axon compares with it what other processes wrote
        return clock;
    }

    @Bean
    @Primary
    PlatformTransactionManager commandTransactionManager(DataSource commandDataSource) {
        return new JdbcTransactionManager(commandDataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager commandTransactionManager) {
        return new SpringTransactionManager(commandTransactionManager);
    }

    /** For Axon's JDBC beans, of which we have the token store only. */
    @Bean
    ConnectionProvider connectionProvider(@Qualifier("followerDataSource") DataSource followerDataSource) {
        return new SpringDataSourceConnectionProvider(followerDataSource);
    }

    @Bean
    AppendNotifier appendNotifier(Connections connections, Flyway migrated) {
        return new AppendNotifier(connections.single());
    }

    @Bean
    AppendSignal appendSignal() {
        return new AppendSignal();
    }

    @Bean
    NotificationListener notificationListener(Connections connections, AppendSignal appendSignal, Flyway migrated) {
        return new NotificationListener(connections.single(), appendSignal::signal);
    }

    @Bean
    EventRows eventRows(@Qualifier("readingDataSource") DataSource readingDataSource, StoreChecks checked) {
        return new EventRows(readingDataSource);
    }

    @Bean
    EventReader eventReader(EventRows rows, EventCodec codec) {
        return new EventReader(rows, codec);
    }

    @Bean
    CommandReads commandReads(DataSource commandDataSource) {
        return new CommandReads(commandDataSource);
    }

    @Bean
    PendingWrites pendingWrites(DataSource commandDataSource) {
        return new PendingWrites(commandDataSource);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource commandDataSource,
            EventCodec codec,
            ObjectProvider<InlineProjection> projections,
            EventRows rows,
            AppendNotifier appendNotifier) {
        var append = new Append(
                commandDataSource, codec, projections.orderedStream().toList(), appendNotifier::requestNotify);
        return new SamplanEventStorageEngine(commandDataSource, append, rows, codec);
    }

    @Bean
    SamplanEventStore eventStore(EventStorageEngine engine, AppendSignal appendSignal) {
        return SamplanEventStore.over(engine, appendSignal);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return TokenSerializer.create();
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connectionProvider,
            @Qualifier("tokenDataSource") DataSource tokenDataSource,
            Serializer serializer,
            StoreClock clock,
            @Value("${samplan.followers.claim-timeout:PT10S}") Duration claimTimeout) {
        return SamplanTokenStore.over(connectionProvider, tokenDataSource, serializer, claimTimeout);
    }

    /** Event processors store their tokens through a pool of their own. */
    @Bean
    ConfigurerModule followersUseTheTokenPool(@Qualifier("followerDataSource") DataSource followerDataSource) {
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(followerDataSource));
        return configurer ->
                configurer.eventProcessing().registerDefaultTransactionManager(configuration -> transactions);
    }

    @Bean
    SmartInitializingSingleton axonBeansAreOurs(
            Configuration axon,
            EventBus bus,
            EventStorageEngine engine,
            TokenStore tokens,
            TransactionManager transactions) {
        return () -> {
            require(SamplanEventStore.class, bus, axon.eventBus());
            require(SamplanEventStorageEngine.class, engine);
            require(SamplanTokenStore.class, tokens);
            require(SpringTransactionManager.class, transactions, axon.getComponent(TransactionManager.class));
        };
    }

    static void require(Class<?> meant, Object... beans) {
        for (var bean : beans) {
            if (!meant.isInstance(bean)) {
                throw new IllegalStateException(
                        "%s where %s is needed".formatted(bean.getClass().getName(), meant.getName()));
            }
        }
    }

    @Bean
    MeterBinder oldestLockAlarm(@Qualifier("tokenDataSource") DataSource tokenDataSource) {
        var jdbc = new JdbcTemplate(tokenDataSource);
        return (MeterRegistry registry) -> Gauge.builder(
                        "samplan.store.oldest.lock.seconds",
                        () -> Objects.requireNonNull(
                                jdbc.queryForObject("select samplan.oldest_lock_seconds()", Double.class)))
                .description("Age of the oldest transaction that holds readers of events back")
                .register(registry);
    }
}
