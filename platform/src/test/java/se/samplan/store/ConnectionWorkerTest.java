package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The threads that notify and listen live as long as the program. */
class ConnectionWorkerTest {

    private static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(
            ConnectionWorkerTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> null);

    /** Hands out a connection that does nothing, or fails with what it is given, once for each. */
    private static DataSource failingFirst(Exception... failures) {
        var tried = new AtomicInteger();
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                int number = tried.getAndIncrement();
                if (number < failures.length) {
                    if (failures[number] instanceof SQLException e) {
                        throw e;
                    }
                    throw (RuntimeException) failures[number];
                }
                return CONNECTION;
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private static final class Used extends ConnectionWorker {

        private final CountDownLatch used = new CountDownLatch(1);
        private final AtomicInteger tries = new AtomicInteger();

        Used(DataSource source) {
            super("used", source);
        }

        @Override
        void use(Connection connection) throws InterruptedException {
            used.countDown();
            new CountDownLatch(1).await();
        }

        @Override
        void beforeConnecting() {
            tries.incrementAndGet();
        }
    }

    @Test
    void however_soon_it_runs_it_finds_itself_running() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            var thread = new Used(failingFirst());
            thread.start();
            assertThat(thread.used.await(10, TimeUnit.SECONDS))
                    .as("start %s", i)
                    .isTrue();
            thread.stop();
        }
    }

    @Test
    void a_lost_connection_and_a_failing_reader_do_not_end_it() throws InterruptedException {
        var thread = new Used(failingFirst(new SQLException("away"), new IllegalStateException("a reader failed")));

        thread.start();

        assertThat(thread.used.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(thread.tries).hasValue(3);
        thread.stop();
        assertThat(thread.isRunning()).isFalse();
    }
}
