package se.samplan.follow;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;

/** The one processor that follows the event store for all views of a build, in segments by case. */
public final class ViewProcessor {

    private static final long POLL_MILLIS = 10;

    /**
     * How soon the place of a segment that had nothing to take is stored, where all processes see it: readers wait for
     * every segment.
     */
    private static final long STORES_PLACE_WITHIN_MILLIS = 25;

    /** How often it asks without a reason for segments that nobody follows: a process at rest should seldom do so. */
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(10);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ViewProcessor.class);

    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("follower-", 0).factory());
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("views-", 0).factory());
    private final Build build;
    private final TokenPositions places;
    private final int segments;
    private final SegmentQuota share;
    private final TokenStore tokenStore;
    private final TransactionManager transactions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile boolean failed;

    public ViewProcessor(
            ViewUpdater views,
            BuildCatalogue builds,
            Build build,
            int initialSegments,
            IntSupplier processes,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokenStore,
            TransactionManager transactions,
            TokenPositions places) {
        this.build = build;
        this.tokenStore = tokenStore;
        this.transactions = transactions;
        this.places = places;
        segments = places.segments(build.version(), initialSegments);
        share = new SegmentQuota(segments, processes, System::nanoTime);
        var follower = new BatchHandler(
                batch -> {
                    views.take(batch);
                    builds.seen(build, EventFingerprint.of(batch.lastEvent()));
                },
                this::signal,
                () -> failed = true);
        processor = PooledStreamingEventProcessor.builder()
                .name(TokenPositions.follower(build.version()))
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(follower)
                        .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokenStore)
                .transactionManager(noticing(transactions))
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .maxSegmentProvider(ignored -> share.most())
                .initialSegmentCount(segments)
                .initialToken(ignored -> new GlobalSequenceTrackingToken(build.builtTo()))
                .batchSize(BatchHandler.BATCH)
                .claimExtensionThreshold(STORES_PLACE_WITHIN_MILLIS)
                .tokenClaimInterval(BETWEEN_CLAIMS.toMillis())
                .build();
    }

    /** What fails beside the batches, as a place that is stored where there was nothing to take, is trouble as well. */
    private TransactionManager noticing(TransactionManager transactions) {
        return new TransactionManager() {
            @Override
            public Transaction startTransaction() {
                return transactions.startTransaction();
            }

            @Override
            public void executeInTransaction(Runnable task) {
                try {
                    transactions.executeInTransaction(task);
                } catch (UnableToClaimTokenException another) {
                    throw another; // who has it goes on
                } catch (RuntimeException e) {
                    failed = true;
                    throw e;
                }
            }
        };
    }

    public void start() {
        transactions.executeInTransaction(this::giveUpWhatAnEarlierOneHad);
        processor.start();
    }

    /** It may have had more than the share that is claimed now, and could not let go of it while the store was away. */
    private void giveUpWhatAnEarlierOneHad() {
        for (int segment = 0; segment < segments; segment++) {
            tokenStore.releaseClaim(processor.getName(), segment);
        }
    }

    /**
     * Looks whether this process follows its share, and has what is amiss put right without waiting for Axon's next look:
     * it lets go of what it has beyond its share, or claims what nobody follows.
     *
     * @return whether another look should be soon
     */
    public boolean share() {
        var here = Set.copyOf(processor.processingStatus().keySet());
        var unsettled = share.needsRebalance(here.size());
        if (unsettled) {
            // What it has let go of itself, Axon's processor would not claim again for up to a minute.
            IntStream.range(0, segments)
                    .filter(each -> !here.contains(each))
                    .forEach(each -> processor.releaseSegment(each, 0, TimeUnit.MILLISECONDS));
            // Asked to claim one that it has, it only looks anew; the last is the one that it keeps longest.
            var ignored = processor.claimSegment(here.isEmpty() ? 0 : Collections.max(here));
        }
        return unsettled;
    }

    /** Does not wait for a document store that no longer answers: what it had not taken is taken again. */
    public void stop() {
        try {
            processor.shutdownAsync().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the follower was left behind: {}", e.getClass().getSimpleName());
        } finally {
            coordinator.shutdownNow();
            workers.shutdownNow();
        }
    }

    /**
     * Whether something went wrong since its start. It goes on by itself, but waits for up to a minute after each failure;
     * a new one in its place does not.
     */
    public boolean hasFailed() {
        return failed || processor.isError();
    }

    /** Waits until all views have taken what stands at the position; whether they have. */
    public boolean reaches(long position, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (reached() < position) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            // Held apart from the question how far others are: no reader or follower waits behind that.
            lock.lockInterruptibly();
            try {
                // A segment without a case in the batch advances without a signal, and another process sends none.
                var ignored = advanced.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        }
        return true;
    }

    /** The position up to which every segment has come, wherever it runs. */
    public long reached() {
        var here = processor.processingStatus().values();
        if (here.size() == segments) {
            return here.stream().mapToLong(ViewProcessor::position).min().orElse(0);
        }
        return places.lowest(build.version()).orElse(0);
    }

    private static long position(EventTrackerStatus status) {
        var token = status.getTrackingToken();
        return token == null ? 0 : token.position().orElse(0);
    }

    private void signal() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
