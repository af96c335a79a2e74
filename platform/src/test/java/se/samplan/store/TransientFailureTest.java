package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** The edges of what passes by itself. */
class TransientFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57014", "57P01", "57P03", "58030", "25P03", "25P04", "55P03"})
    void a_database_that_is_away_full_or_slow_is_one_however_deep(String state) {
        assertThat(TransientFailure.explains(new EventStoreException("", new SQLException("", state))))
                .isTrue();
    }

    @Test
    void a_pool_without_a_connection_is_one() {
        assertThat(TransientFailure.explains(
                        new CannotCreateTransactionException("", new SQLTransientConnectionException("none in time"))))
                .isTrue();
    }

    @Test
    void a_connection_lost_before_the_commit_is_one_although_the_rollback_hides_it() {
        var postgres = TestPostgres.fresh();
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(postgres.app());
            var jdbc = new JdbcTemplate(pool);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            assertThatExceptionOfType(TransactionSystemException.class)
                    .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                        var backend = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
                        new JdbcTemplate(postgres.superuser())
                                .queryForObject("select pg_terminate_backend(?, 5000)", Boolean.class, backend);
                    }))
                    .matches(TransientFailure::explains);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "25P02", "22001", "0800"})
    void what_the_program_did_wrong_is_none(String state) {
        assertThat(TransientFailure.explains(new SQLException("", state))).isFalse();
    }

    @Test
    void what_has_nothing_to_do_with_the_database_is_none() {
        assertThat(TransientFailure.explains(new IllegalStateException(new SQLException("without a state"))))
                .isFalse();
    }
}
