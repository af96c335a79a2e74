package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** How long readers sleep while no notification arrives. */
class NotificationListenerTest {

    private static final int RINGS_DURING = 7;
    private static final int LAST = 9;

    private final List<Integer> pauses = new CopyOnWriteArrayList<>();
    private final List<String> executed = new CopyOnWriteArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();
    private final NotificationListener listener = new NotificationListener(
            new AbstractDataSource() {
                @Override
                public Connection getConnection() {
                    return answering(Connection.class);
                }

                @Override
                public Connection getConnection(String user, String password) {
                    return getConnection();
                }
            },
            woken::incrementAndGet);

    @Test
    void they_sleep_ever_longer_while_all_is_quiet_and_short_again_after_a_ring() {
        listener.start();
        NotebookApplication.await(() -> !listener.isRunning());

        assertThat(executed).containsExactly("listen samplan_event");
        assertThat(pauses).containsExactly(250, 500, 1000, 2000, 4000, 8000, 8000, 250, 500);
        assertThat(woken).as("before it connects, and before each pause").hasValue(1 + LAST);
    }

    /** Nothing takes time. */
    private <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer(method, arguments)));
    }

    private @Nullable Object answer(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "createStatement" -> answering(Statement.class);
            case "execute" -> executed.add((String) arguments[0]);
            case "unwrap" -> answering(PGConnection.class);
            case "getNotifications" -> pause((Integer) arguments[0]);
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private PGNotification[] pause(Integer millis) {
        pauses.add(millis);
        if (pauses.size() == LAST) {
            listener.stop();
        }
        return new PGNotification[pauses.size() == RINGS_DURING ? 1 : 0];
    }
}
