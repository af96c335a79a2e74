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
 * The database's time, which all processes use, since one compares what another has stored. Synchronised once a minute; in
 * between, and while the database is away, it runs by itself. It never runs backwards.
 */
final class StoreClock extends Clock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClock.class);
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);
    private static final Duration SLEPT = Duration.ofSeconds(1);
    private static final int SAMPLES = 3;
    private static final Duration SYNC_INTERVAL = Duration.ofMinutes(1);

    private final Supplier<Instant> database;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("samplan-clock").factory());
    private volatile Reading reading;
    private volatile long apart;

    /** What the database's clock showed, and what it may not show less than. */
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
     * @param nanos by what it goes on
     * @param millis what goes on, unlike those, while the machine is suspended
     */
    StoreClock(Supplier<Instant> database, LongSupplier nanos, LongSupplier millis) {
        this.database = database;
        this.nanos = nanos;
        this.millis = millis;
        reading = read();
        apart = apart();
    }

    void start() {
        var ignored = looks.scheduleWithFixedDelay(
                this::lookOrGoOn, BETWEEN_TICKS.toMillis(), BETWEEN_TICKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Synchronises with the database's clock. */
    void look() {
        apart = apart();
        var fresh = read();
        reading = new Reading(fresh.at, fresh.nanos, instant()); // as it is by now, not as it was before the look
    }

    /** Synchronises when it is due, or when the machine was suspended. */
    void tick() {
        var slept = Math.abs(apart() - apart) > SLEPT.toMillis();
        if (slept || nanos.getAsLong() - reading.nanos >= SYNC_INTERVAL.toNanos()) {
            look();
        }
    }

    private long apart() {
        return millis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }

    /** The fastest of some samples, as of the time it was requested: off by less than its one-way latency. */
    private Reading read() {
        var best = new Reading(Instant.MIN, 0, Instant.MIN);
        var quickest = Long.MAX_VALUE;
        for (var look = 0; look < SAMPLES; look++) {
            var asked = nanos.getAsLong();
            var time = database.get();
            var took = nanos.getAsLong() - asked;
            if (took < quickest) {
                quickest = took;
                best = new Reading(time, asked, Instant.MIN);
            }
        }
        return best;
    }

    private void lookOrGoOn() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.debug("the clock goes on by itself: {}", e.getClass().getName());
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
        throw new UnsupportedOperationException("it shows instants; days are made of them where they are needed");
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
