package se.samplan.follow;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.document.EventBatch;
import se.samplan.document.ViewUpdater;

/** The event processor that updates all views of a build, in segments by case. */
public final class ViewProcessor {

    /** How soon an idle segment stores its token for all processes to see: readers wait for every segment. */
    private static final long STORES_TOKEN_WITHIN_MILLIS = 25;

    /** How often Axon itself looks for unclaimed segments: rarely, since an idle process should do little. */
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(10);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ViewProcessor.class);

    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("follower-", 0).factory());
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("views-", 0).factory());
    private final Build build;
    private final EventFeed feed;
    private final int segments;
    private final PooledStreamingEventProcessor processor;
    private final SegmentBalancer balancer;
    private final CommitSignal commits = new CommitSignal();
    private volatile boolean failed;

    public ViewProcessor(Build build, ViewUpdater views, BuildCatalogue builds, EventFeed feed, SegmentQuota quota) {
        this.build = build;
        this.feed = feed;
        segments = quota.segments();
        var handler = new BatchHandler(
                batch -> {
                    views.update(batch);
                    builds.recordPosition(build, EventFingerprint.of(batch.last()));
                },
                commits::signal,
                () -> failed = true);
        processor = PooledStreamingEventProcessor.builder()
                .name(TokenPositions.processorName(build.version()))
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(feed.source())
                .tokenStore(feed.tokens())
                .transactionManager(new ObservedTransactions(feed.transactions(), () -> failed = true))
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .maxSegmentProvider(ignored -> quota.max())
                .initialSegmentCount(segments)
                .initialToken(ignored -> new GlobalSequenceTrackingToken(build.builtTo()))
                .batchSize(EventBatch.SIZE)
                .claimExtensionThreshold(STORES_TOKEN_WITHIN_MILLIS)
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .build();
        balancer = new SegmentBalancer(processor, quota);
    }

    public void start() {
        feed.transactions().executeInTransaction(this::releaseClaims);
        processor.start();
    }

    /** An earlier processor may have held more than its quota and failed to release it while the store was down. */
    private void releaseClaims() {
        for (int segment = 0; segment < segments; segment++) {
            feed.tokens().releaseClaim(processor.getName(), segment);
        }
    }

    /** Claims or releases segments to meet this process's quota; true if the caller should repeat this soon. */
    public boolean rebalance() {
        return balancer.rebalance();
    }

    /** Does not wait for a document store that no longer answers: a batch that was not committed is read again. */
    public void stop() {
        try {
            processor.shutdownAsync().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the processor did not stop in time: {}", e.getClass().getSimpleName());
        } finally {
            coordinator.shutdownNow();
            workers.shutdownNow();
        }
    }

    /**
     * Whether anything failed since the start. Axon retries by itself, but backs off for up to a minute; a new
     * processor starts without a back-off.
     */
    public boolean hasFailed() {
        return failed || processor.isError();
    }

    /** Waits until all segments have reached the position; false on timeout. */
    public boolean reaches(long position, Duration within) throws InterruptedException {
        return commits.await(() -> reached() >= position, within);
    }

    /** The position that all segments have reached, in whichever process. */
    public long reached() {
        var here = processor.processingStatus().values();
        if (here.size() == segments) {
            return here.stream().mapToLong(ViewProcessor::position).min().orElse(0);
        }
        return feed.positions().lowest(build.version()).orElse(0);
    }

    private static long position(EventTrackerStatus status) {
        var token = status.getTrackingToken();
        return token == null ? 0 : token.position().orElse(0);
    }
}
