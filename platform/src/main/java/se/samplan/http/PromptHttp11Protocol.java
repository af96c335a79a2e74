package se.samplan.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over connections that are closed if the head of a request takes too long. The server's own timeout is one
 * between two reads, which a sender of a byte now and then never reaches.
 */
public final class PromptHttp11Protocol extends Http11NioProtocol {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private Duration within = Duration.ofSeconds(10);
    private @Nullable ScheduledFuture<?> checks;

    /** From the first byte of the request to the last one of its head. */
    void setHeadWithin(Duration headWithin) {
        within = headWithin;
    }

    @Override
    public void start() throws Exception {
        super.start();
        var period = Math.min(EVERY.toMillis(), within.toMillis());
        checks = getUtilityExecutor().scheduleWithFixedDelay(this::closeSlow, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (checks != null) {
            checks.cancel(false);
        }
        super.stop();
    }

    private void closeSlow() {
        var now = System.nanoTime();
        for (var connection : getEndpoint().getConnections()) {
            if (awaitsHeadSince(connection, now - within.toNanos())) {
                connection.close();
            }
        }
    }

    /** A connection has a processor while nobody works on it only if a request has come in part, or is asynchronous. */
    private static boolean awaitsHeadSince(SocketWrapperBase<?> connection, long then) {
        return connection.getCurrentProcessor() instanceof AbstractProcessor processor
                && !processor.isAsync()
                && processor.getRequest().getStartTimeNanos() != -1
                && processor.getRequest().getStartTimeNanos() - then < 0;
    }
}
