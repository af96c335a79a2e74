package se.samplan.document;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import se.samplan.fold.Fold;
import se.samplan.fold.ForwardingFold;
import se.samplan.store.RecordedEvent;

/** Folds that block until a test releases them, so that it can look at what there is meanwhile. */
public final class BlockedFolds {

    private static final int AT_MOST_SECONDS = 30;

    private final CountDownLatch released = new CountDownLatch(1);

    public Folds of(Folds folds, ViewJson json) {
        return new Folds(folds.all().stream().<Fold<?>>map(this::blocked).toList(), json);
    }

    public void release() {
        released.countDown();
    }

    private <V> Fold<V> blocked(Fold<V> fold) {
        return new ForwardingFold<>(fold) {
            @Override
            public V evolve(V view, RecordedEvent recorded) {
                awaitRelease();
                return super.evolve(view, recorded);
            }
        };
    }

    private void awaitRelease() {
        try {
            if (!released.await(AT_MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test did not release its folds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
