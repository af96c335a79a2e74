package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A pool's source waits for a server that is away, and for nothing else. */
class RetryingDataSourceTest {

    private static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(
            RetryingDataSourceTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> null);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void the_first_connection_after_a_server_was_away_is_had() throws SQLException {
        var source = failing("57P03", 3);
        source.retryUntil(() -> false);

        assertThat(source.getConnection()).isSameAs(CONNECTION);
        assertThat(tries).hasValue(4);
    }

    @Test
    void it_does_not_wait_before_it_is_told_to() {
        var source = failing("08001", 1);

        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void it_waits_no_longer_once_the_pool_is_closed() {
        var source = failing("08001", Integer.MAX_VALUE);
        source.retryUntil(() -> tries.get() == 2);

        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void a_password_that_is_refused_is_told_at_once() {
        var source = failing("28P01", 1);
        source.retryUntil(() -> false);

        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void whoever_is_interrupted_waits_no_longer() {
        var source = failing("08001", Integer.MAX_VALUE);
        source.retryUntil(() -> false);

        Thread.currentThread().interrupt();
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private RetryingDataSource failing(String state, int times) {
        return new RetryingDataSource(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                if (tries.incrementAndGet() <= times) {
                    throw new SQLException("", state);
                }
                return CONNECTION;
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });
    }
}
