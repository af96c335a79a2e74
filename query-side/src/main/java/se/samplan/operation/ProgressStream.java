package se.samplan.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samplan.refusal.Rejected;

/** Looks at an operation until it has ended, and tells of each change. */
@Component
class ProgressStream {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressStream.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Operations operations;

    ProgressStream(Operations operations) {
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
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | IllegalStateException | NoSuchElementException e) {
                LOG.debug(
                        "nobody watches operation {} any more: {}",
                        id,
                        e.getClass().getName());
            } finally {
                ended.run();
            }
        });
    }

    private void follow(UUID id, Listener listener) throws IOException, InterruptedException {
        @Nullable Operation told = null;
        while (told == null || !told.ended()) {
            try {
                var now = operations.find(id).orElseThrow();
                if (!now.equals(told)) {
                    listener.told(now);
                    told = now;
                }
            } catch (Rejected away) {
                LOG.debug("watching goes on: {}", away.reason().name());
            }
            if (told == null || !told.ended()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }
}
