package se.samplan.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** The events after a token, for one reading thread, which is woken when there may be more. */
final class TailingStream implements TrackingEventStream {

    private final Iterator<? extends TrackedEventMessage<?>> events;
    private final AppendSignal appendSignal;
    private @Nullable TrackedEventMessage<?> next;
    private boolean withinPage;
    private long foundNothingAt = -1;
    private @Nullable Runnable callback;

    /** Takes an iterator that fetches again whenever it is called after its end. */
    TailingStream(Iterator<? extends TrackedEventMessage<?>> events, AppendSignal appendSignal) {
        this.events = events;
        this.appendSignal = appendSignal;
    }

    /** Queries the store only after a signal since the last query that found nothing. */
    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        long signals = appendSignal.count();
        if (next == null && signals != foundNothingAt) {
            if (hasMore()) {
                next = events.next();
            } else {
                foundNothingAt = signals;
            }
        }
        return Optional.ofNullable(next);
    }

    /** A page that was not full ends without a query, so this asks the iterator once more there. */
    private boolean hasMore() {
        boolean more = events.hasNext() || withinPage && events.hasNext();
        withinPage = more;
        return more;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        while (true) {
            long seen = appendSignal.count();
            if (peek().isPresent()) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
            left = appendSignal.awaitAfter(seen, left);
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            // Weeks have passed without an event: wait on.
        }
        var event = peek().orElseThrow();
        next = null;
        return event;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        removeCallback();
        callback = onAvailable;
        appendSignal.add(onAvailable);
        return true;
    }

    @Override
    public void close() {
        removeCallback();
    }

    private void removeCallback() {
        if (callback != null) {
            appendSignal.remove(callback);
            callback = null;
        }
    }
}
