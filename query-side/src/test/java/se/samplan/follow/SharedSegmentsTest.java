package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.document.Folds;
import se.samplan.document.ViewJson;
import se.samplan.document.ViewUpdater;
import se.samplan.fold.Fold;
import se.samplan.store.EventReader;
import se.samplan.view.ViewLifecycle;

/** Segments are shared with other processes soon, and none is followed by nobody for long. */
@QueryTest
class SharedSegmentsTest {

    private static final int SEGMENTS = 4;

    /** Far less than until Axon's processor looks by itself. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private QueryWorld world;

    @Autowired
    private ViewLifecycle lifecycle;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private EventReader events;

    @Autowired
    private List<Fold<?>> folds;

    @Autowired
    private ViewJson json;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private TokenStore tokenStore;

    @Autowired
    @Qualifier("followerDataSource")
    private DataSource followerDataSource;

    private final String version = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger processes = new AtomicInteger(1);

    private JdbcTemplate tokens;
    private TransactionManager transactions;
    private volatile @Nullable RuntimeException failure;
    private ViewProcessor processor;

    @BeforeEach
    void begin() {
        world.ready();
        lifecycle.stop(); // it gives up the places of builds that it does not follow
        var builds = new BuildCatalogue(database);
        tokens = new JdbcTemplate(followerDataSource);
        transactions = new SpringTransactionManager(new JdbcTransactionManager(followerDataSource));
        var bound = events.highWaterMark();
        processor = new ViewProcessor(
                new Build(events.incarnation(), "test", version, bound, bound, null),
                new ViewUpdater(new Folds(folds, json), builds.documents(version), builds.parked(version), events),
                builds,
                new EventFeed(eventStore, failing(tokenStore), transactions, new TokenPositions(tokens)),
                new SegmentQuota(SEGMENTS, processes::get, System::nanoTime));
    }

    @AfterEach
    void end() {
        processor.stop();
        lifecycle.start();
        world.ready();
    }

    @Test
    void what_an_earlier_one_had_beyond_its_share_is_given_up_at_the_start() {
        tokensExist();
        transactions.executeInTransaction(() -> {
            for (int segment = 0; segment < SEGMENTS; segment++) {
                tokenStore.fetchToken(follower(), segment);
            }
        });
        processes.set(2);

        processor.start();

        await().atMost(SOON).until(() -> owned() == SEGMENTS / 2);
    }

    @Test
    void what_is_beyond_the_share_is_let_go_of_soon_after_another_has_come() {
        processor.start();
        await().atMost(SOON).until(() -> owned() == SEGMENTS);

        processes.set(2);

        await().atMost(SOON).until(() -> sharedWith(SEGMENTS / 2));
    }

    @Test
    void what_another_left_is_followed_soon_after_it_has_gone() {
        processes.set(2);
        processor.start();
        await().atMost(SOON).until(() -> owned() == SEGMENTS / 2);

        processes.set(1);

        await().atMost(SOON).until(() -> sharedWith(SEGMENTS));
    }

    @Test
    void what_it_let_go_of_itself_is_followed_again_soon_after_the_other_has_gone() {
        processor.start();
        await().atMost(SOON).until(() -> owned() == SEGMENTS);
        processes.set(2);
        await().atMost(SOON).until(() -> sharedWith(SEGMENTS / 2));

        processes.set(1);

        await().atMost(SOON).until(() -> sharedWith(SEGMENTS));
    }

    @Test
    void what_another_lets_go_of_is_followed_soon() {
        tokensExist();
        anothersAre(3);
        processes.set(2);
        processor.start();
        await().atMost(SOON).until(() -> owned() == 1);

        tokens.update(
                "update samplan.token_entry set owner = null where processor_name = ? and segment = 2", follower());

        await().atMost(SOON).until(() -> sharedWith(SEGMENTS / 2));
    }

    @Test
    void nothing_beyond_the_share_is_claimed_however_often_it_looked_before_it_could() {
        tokensExist();
        anothersAre(4);
        processes.set(2);
        processor.start();
        processor.rebalance();

        tokens.update("update samplan.token_entry set owner = null where processor_name = ?", follower());
        for (int i = 0; i < 2 * SEGMENTS; i++) {
            processor.rebalance();
        }

        await().atMost(SOON).until(() -> owned() >= SEGMENTS / 2);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> owned() == SEGMENTS / 2);
    }

    @Test
    void a_place_that_cannot_be_stored_where_there_is_nothing_to_take_is_trouble() {
        processor.start();
        await().atMost(SOON).until(() -> owned() == SEGMENTS);
        assertThat(processor.hasFailed()).isFalse();

        failure = new JdbcException("away", new SQLException("away", "08006"));

        await().atMost(SOON).until(processor::hasFailed);
    }

    @Test
    void a_segment_that_another_has_by_now_is_none() {
        processor.start();
        await().atMost(SOON).until(() -> owned() == SEGMENTS);

        failure = new UnableToClaimTokenException("another's");

        await().atMost(SOON).until(() -> owned() == 0);
        assertThat(processor.hasFailed()).isFalse();
    }

    private String follower() {
        return TokenPositions.processorName(version);
    }

    private void tokensExist() {
        transactions.executeInTransaction(() -> tokenStore.initializeTokenSegments(
                follower(), SEGMENTS, new GlobalSequenceTrackingToken(events.highWaterMark())));
    }

    /** The first so many segments. */
    private void anothersAre(int segments) {
        tokens.update(
                "update samplan.token_entry set owner = 'another', \"timestamp\" = ? where processor_name = ? and segment < ?",
                DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()),
                follower(),
                segments);
    }

    private int owned() {
        return tokens.queryForList(
                        "select segment from samplan.token_entry where processor_name = ? and owner <> 'another'",
                        Integer.class,
                        follower())
                .size();
    }

    private boolean sharedWith(int here) {
        processor.rebalance();
        return owned() == here;
    }

    /** The store, in which claims cannot be kept once there is a failure. */
    private TokenStore failing(TokenStore real) {
        return (TokenStore) Proxy.newProxyInstance(
                TokenStore.class.getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    var now = failure;
                    if (now != null && method.getName().equals("extendClaim")) {
                        throw now;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
