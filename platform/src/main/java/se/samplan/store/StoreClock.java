package se.samplan.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's time, which all processes use, since each compares times that others have stored. Synchronised once a
 * minute; in between, and while the database is away, it runs on its own. It never runs backwards.
 */
final class StoreClock extends Clock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClock.class);
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);
    private static final Duration SUSPENDED = Duration.ofSeconds(1);
    private static final int SAMPLES = 3;
    private static final Duration SYNC_INTERVAL = Duration.ofMinutes(1);

    private final Supplier<Instant> database;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("samplan-clock").factory());
    private volatile Reading reading;
    private volatile long wallOffset;

    /** What the database's clock showed, and the floor that keeps this clock from running backwards. */
    private record Reading(Instant at, long nanos, Instant notBefore) {

        Instant after(long now) {
            var time = at.plusNanos(now - nanos);
            return time.isBefore(notBefore) ? notBefore : time;
        }
    }

    /**
     * Synchronises at once.
     *
     * @param database what the database's clock shows
     * @param nanos the monotonic clock that it advances by
     * @param millis the wall clock, which goes on while the machine is suspended, unlike the monotonic one
     */
    StoreClock(Supplier<Instant> database, LongSupplier nanos, LongSupplier millis) {
        this.database = database;
        this.nanos = nanos;
        this.millis = millis;
        reading = read();
        wallOffset = wallOffset();
    }

    void start() {
        var ignored = scheduler.scheduleWithFixedDelay(
                this::tickOrRunOn, BETWEEN_TICKS.toMillis(), BETWEEN_TICKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Synchronises with the database's clock. */
    void look() {
        wallOffset = wallOffset();
        var fresh = read();
        reading = new Reading(fresh.at, fresh.nanos, instant()); // the floor as of now, after the query
    }

    /** Synchronises when it is due, or when the machine was suspended. */
    void tick() {
        var suspended = Math.abs(wallOffset() - wallOffset) > SUSPENDED.toMillis();
        if (suspended || nanos.getAsLong() - reading.nanos >= SYNC_INTERVAL.toNanos()) {
            look();
        }
    }

    private long wallOffset() {
        return millis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }

    /** The fastest of some samples, as of the time it was requested: off by less than its one-way latency. */
    private Reading read() {
        var best = new Reading(Instant.MIN, 0, Instant.MIN);
        var quickest = Long.MAX_VALUE;
        for (var sample = 0; sample < SAMPLES; sample++) {
            var requestedAt = nanos.getAsLong();
            var time = database.get();
            var took = nanos.getAsLong() - requestedAt;
            if (took < quickest) {
                quickest = took;
                best = new Reading(time, requestedAt, Instant.MIN);
            }
        }
        return best;
    }

    private void tickOrRunOn() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.debug(
                    "could not synchronise; the clock runs on by itself: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public Instant instant() {
        return reading.after(nanos.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException(
                "this clock has no time zone; convert its instants to days where needed");
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
