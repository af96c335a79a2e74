package se.samplan.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at an operation until it has ended, and tells of each change. */
@Component
class Watching {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Operations operations;

    Watching(Operations operations) {
        this.operations = operations;
    }

    /** Who is told; fails when nobody listens any more. */
    interface Listener {
        void told(Operation operation) throws IOException;
    }

    void watch(UUID id, Listener listener, Runnable ended) {
        Thread.ofVirtual().name("watching-" + id).start(() -> {
            try {
                follow(id, listener);
                ended.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                LOG.debug(
                        "nobody watches operation {} any more: {}",
                        id,
                        e.getClass().getName());
            }
        });
    }

    private void follow(UUID id, Listener listener) throws IOException, InterruptedException {
        @Nullable Operation told = null;
        while (told == null || !told.ended()) {
            var now = operations.find(id).orElse(null);
            if (now == null) {
                return;
            }
            if (!now.equals(told)) {
                listener.told(now);
                told = now;
            }
            if (!now.ended()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }
}
