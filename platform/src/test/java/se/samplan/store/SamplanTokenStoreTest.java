package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SamplanTokenStoreTest {

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Clock before = AbstractTokenEntry.clock;
    private final JdbcTemplate jdbc = new JdbcTemplate(POSTGRES.owner());
    private final List<Connection> connections = new ArrayList<>();
    private final DelegatingDataSource counted = new DelegatingDataSource(POSTGRES.app()) {
        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            connections.add(connection);
            return connection;
        }
    };
    private final LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy(counted);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(lazy));
    private final SamplanTokenStore store = SamplanTokenStore.over(
            new SpringDataSourceConnectionProvider(lazy), counted, TokenSerializer.create(), TIMEOUT);
    private final String follower = "follower-" + UUID.randomUUID();

    @BeforeEach
    void claimAtNoon() {
        clock(NOON);
        transaction.executeWithoutResult(begun -> {
            store.initializeTokenSegments(follower, 1, new GlobalSequenceTrackingToken(7));
            store.fetchToken(follower, 0);
        });
        connections.clear();
    }

    @AfterEach
    void theClockAsItWas() {
        AbstractTokenEntry.clock = before;
    }

    private static void clock(Instant now) {
        AbstractTokenEntry.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test
    void a_claim_is_kept_by_one_statement_of_its_own_and_nothing_else_is_asked() {
        clock(NOON.plusSeconds(5));
        transaction.executeWithoutResult(begun -> {
            store.extendClaim(follower, 0);
            assertThat(claimedAt()).as("seen by others at once").isEqualTo("2025-03-10T12:00:05.000Z");
            begun.setRollbackOnly();
        });

        assertOneConnectionWasTakenAndGivenBack();
        assertThat(claimedAt()).isEqualTo("2025-03-10T12:00:05.000Z");
    }

    @Test
    void a_claim_is_kept_when_half_of_its_time_is_over_and_not_before() {
        clock(NOON.plusSeconds(5));
        store.extendClaim(follower, 0);
        clock(NOON.plusMillis(9_999));
        store.extendClaim(follower, 0);
        assertThat(claimedAt()).isEqualTo("2025-03-10T12:00:05.000Z");

        clock(NOON.plusSeconds(10));
        store.extendClaim(follower, 0);
        assertThat(claimedAt()).isEqualTo("2025-03-10T12:00:10.000Z");
    }

    @Test
    void a_claim_is_kept_too_where_the_clock_was_set_back() {
        clock(NOON.plusSeconds(5));
        store.extendClaim(follower, 0);

        clock(NOON.plusSeconds(4));
        store.extendClaim(follower, 0);
        assertThat(claimedAt()).isEqualTo("2025-03-10T12:00:04.000Z");
    }

    @Test
    void a_claim_that_was_given_up_and_taken_by_nobody_is_kept() {
        clock(NOON.plusSeconds(5));
        transaction.executeWithoutResult(begun -> store.releaseClaim(follower, 0));

        store.extendClaim(follower, 0);

        assertThat(claimedAt()).isEqualTo("2025-03-10T12:00:05.000Z");
        assertThat(jdbc.queryForObject(
                        "select owner is not null from samplan.token_entry where processor_name = ?",
                        Boolean.class,
                        follower))
                .isTrue();
    }

    @Test
    void a_claim_that_was_given_up_and_taken_by_another_is_not_kept_by_what_is_remembered_of_it() {
        clock(NOON.plusSeconds(5));
        store.extendClaim(follower, 0);
        transaction.executeWithoutResult(begun -> store.releaseClaim(follower, 0));
        jdbc.update("update samplan.token_entry set owner = 'another' where processor_name = ?", follower);

        assertThatThrownBy(() -> store.extendClaim(follower, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void segments_that_nobody_follows_are_looked_for_by_one_statement_too() {
        jdbc.update("update samplan.token_entry set owner = null where processor_name = ?", follower);

        transaction.executeWithoutResult(
                begun -> assertThat(store.fetchAvailableSegments(follower)).hasSize(1));

        assertOneConnectionWasTakenAndGivenBack();
    }

    @Test
    void a_claim_that_another_has_taken_is_not_kept() {
        jdbc.update("update samplan.token_entry set owner = 'another' where processor_name = ?", follower);

        assertThatThrownBy(() -> transaction.executeWithoutResult(begun -> store.extendClaim(follower, 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(claimedAt()).isEqualTo("2025-03-10T12:00:00.000Z");
    }

    @Test
    void a_kept_claim_keeps_others_out_until_its_time_is_over() {
        clock(NOON.plusSeconds(5));
        store.extendClaim(follower, 0);
        jdbc.update("update samplan.token_entry set owner = 'another' where processor_name = ?", follower);

        clock(NOON.plusSeconds(15));
        assertThatThrownBy(() -> transaction.execute(begun -> store.fetchToken(follower, 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        clock(NOON.plusSeconds(16));
        TrackingToken taken = transaction.execute(begun -> store.fetchToken(follower, 0));
        assertThat(taken).isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    /** The transaction around it takes none. */
    private void assertOneConnectionWasTakenAndGivenBack() {
        assertThat(connections).singleElement().satisfies(taken -> assertThat(taken.isClosed())
                .isTrue());
    }

    private String claimedAt() {
        return String.valueOf(jdbc.queryForObject(
                "select \"timestamp\" from samplan.token_entry where processor_name = ?", String.class, follower));
    }
}
