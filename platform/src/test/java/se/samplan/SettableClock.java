package se.samplan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, and how far ahead of it a test is; or an instant at which it stands. */
public final class SettableClock extends Clock {

    private volatile Clock running = Clock.systemUTC();

    /** One that stands at this instant until it is told to go on. */
    public static SettableClock standingAt(Instant instant) {
        var clock = new SettableClock();
        clock.standAt(instant);
        return clock;
    }

    public void standAt(Instant instant) {
        running = Clock.fixed(instant, ZoneOffset.UTC);
    }

    public void goAhead(Duration ahead) {
        running = Clock.offset(running, ahead);
    }

    public void reset() {
        running = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return running.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
