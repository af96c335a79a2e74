package se.samplan.view;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import se.samplan.build.BuildCatalogue;
import se.samplan.document.Folds;
import se.samplan.document.ViewJson;
import se.samplan.fold.Fold;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.EventFeed;
import se.samplan.follow.Freshness;
import se.samplan.follow.SegmentQuota;
import se.samplan.follow.TokenPositions;
import se.samplan.follow.ViewProcessor;
import se.samplan.heartbeat.Heartbeats;
import se.samplan.operation.Operations;
import se.samplan.rebuild.RebuildJob;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.store.EventReader;

/** Wires the views. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    private static final String DATABASE = "samplan";

    /** A connected server that is silent for this long counts as down. */
    private static final int SILENCE_SECONDS = 20;

    @Bean
    MongoClient mongoClient(@Value("${samplan.mongodb.uri}") String uri) {
        // Detect a server that is down soon, since every read waits for it.
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                // Acknowledge a write only when it is durable: processed events are not delivered again.
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                // Longer than any single response takes: a bulk of 500, an index of an empty collection, a report.
                .applyToSocketSettings(socket -> socket.readTimeout(SILENCE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    MongoDatabase viewDatabase(MongoClient client, @Value("${samplan.mongodb.uri}") String uri) {
        var named = new ConnectionString(uri).getDatabase();
        return client.getDatabase(named == null ? DATABASE : named);
    }

    @Bean
    BuildCatalogue builds(MongoDatabase database) {
        return new BuildCatalogue(database);
    }

    @Bean
    Folds folds(List<Fold<?>> folds, ViewJson json) {
        return new Folds(folds, json);
    }

    @Bean
    RebuildScheduler rebuildScheduler(BuildCatalogue builds, EventReader events, Folds folds, Operations operations) {
        var lease = builds.lease(System::nanoTime);
        return new RebuildScheduler(
                builds, lease, new RebuildJob(builds, lease, folds, events, operations), events, folds);
    }

    @Bean
    Freshness freshness(EventReader events, Clock clock) {
        return new Freshness(events, clock);
    }

    @Bean
    Heartbeats heartbeats(BuildCatalogue builds) {
        return builds.heartbeats(System::nanoTime);
    }

    @Bean
    TokenPositions tokenPositions(@Qualifier("tokenDataSource") DataSource source) {
        return new TokenPositions(new JdbcTemplate(source));
    }

    @Bean
    EventFeed eventFeed(
            EventStore events,
            TokenStore tokens,
            TokenPositions positions,
            @Qualifier("followerDataSource") DataSource source) {
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(source));
        return new EventFeed(events, tokens, transactions, positions);
    }

    @Bean
    ActiveBuilds activeBuilds(
            BuildCatalogue builds,
            EventReader events,
            Folds folds,
            EventFeed feed,
            Heartbeats heartbeats,
            @Value("${samplan.views.segments:4}") int segments) {
        return new ActiveBuilds(
                builds,
                events,
                folds,
                (build, views) -> new ViewProcessor(
                        build,
                        views,
                        builds,
                        feed,
                        new SegmentQuota(
                                feed.positions().segments(build.version(), segments),
                                () -> 1 + heartbeats.others(build.version()),
                                System::nanoTime)),
                System::nanoTime);
    }

    @Bean
    BuildCoordinator buildCoordinator(
            BuildCatalogue builds,
            EventReader events,
            Folds folds,
            TokenPositions positions,
            ActiveBuilds active,
            RebuildScheduler scheduler,
            Heartbeats heartbeats,
            Freshness freshness) {
        return new BuildCoordinator(
                builds,
                new BuildSelector(builds, events, folds, positions, heartbeats, System::nanoTime),
                active,
                scheduler,
                new BuildCleanup(builds, positions, active, System::nanoTime),
                heartbeats,
                freshness);
    }

    @Bean
    ViewLifecycle viewLifecycle(BuildCoordinator coordinator) {
        return new ViewLifecycle(coordinator);
    }

    @Bean
    Views views(
            ActiveBuilds active,
            RebuildScheduler scheduler,
            ViewJson json,
            Freshness freshness,
            MeterRegistry metrics) {
        return new Views(active, scheduler, json, freshness, metrics);
    }
}
