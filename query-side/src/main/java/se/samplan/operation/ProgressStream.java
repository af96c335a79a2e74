package se.samplan.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samplan.refusal.Rejected;

/** Polls an operation until it ends, and reports each change. */
@Component
class ProgressStream {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressStream.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Operations operations;
    private volatile boolean closed;

    ProgressStream(Operations operations) {
        this.operations = operations;
    }

    /** Receives each change; throws when nobody listens any more. */
    interface Listener {
        void changed(Operation operation) throws IOException;
    }

    /** Streams end with the program, which would otherwise wait for them as for requests that have begun. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
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
        @Nullable Operation sent = null;
        while (!closed && (sent == null || !sent.ended())) {
            try {
                var now = operations.find(id).orElseThrow();
                if (!now.equals(sent)) {
                    listener.changed(now);
                    sent = now;
                }
            } catch (Rejected away) {
                LOG.debug("polling again: {}", away.reason().name());
            }
            if (sent == null || !sent.ended()) {
                Thread.sleep(POLL);
            }
        }
    }
}
