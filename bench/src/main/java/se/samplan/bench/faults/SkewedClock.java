package se.samplan.bench.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import se.samplan.bench.Member;

/** One of the two Samplans works for a while under a wall clock that is ahead of the other's, or behind. */
final class SkewedClock implements Fault {

    private static final Pattern STARTED = Pattern.compile("(?m)^process_start_time_seconds ([0-9.E]+)$");
    private static final int COMMANDS = 300;

    /** By its own clock a process began so soon after it was started, by the true one. */
    private static final double BEGINS_WITHIN_SECONDS = 0.9;

    private final long seconds;

    SkewedClock(long seconds) {
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "clock %+d s".formatted(seconds);
    }

    @Override
    public String missing() {
        return Faketime.library().isPresent() ? "" : "there is no libfaketime (Debian: faketime) on this machine";
    }

    @Override
    public Strike strike(Site site) throws Exception {
        var skewed = site.members().getLast();
        skewed.close();
        Faketime.environment(Faketime.library().orElseThrow(), seconds).forEach(skewed::withEnvironment);
        var ahead = started(site, skewed);
        try {
            var took = site.awaitResumed(skewed, System.nanoTime());
            site.awaitAcknowledged(COMMANDS);
            var owners = new Owners(site);
            var shared = Await.holds(Duration.ofMinutes(1), () -> site.members().stream()
                    .allMatch(member -> owners.ownedBy(member) > 0));
            site.awaitAcknowledged(COMMANDS);
            Verifier.agreed(site);
            return new Strike(
                    shared && ahead >= seconds && ahead < seconds + BEGINS_WITHIN_SECONDS,
                    "by its own clock it began %+.2f s after it was started%s"
                            .formatted(ahead, shared ? "" : ", but it owned nothing"),
                    took);
        } finally {
            skewed.close();
            Faketime.none().forEach(skewed::withEnvironment);
            skewed.start();
        }
    }

    /** Starts it; how many seconds by its own clock after the moment by the true one. */
    private static double started(Site site, Member member) throws Exception {
        var before = Instant.now();
        member.start();
        var matcher = STARTED.matcher(site.clientOf(member).metrics());
        if (!matcher.find()) {
            throw new Violation("its metrics do not say when it began");
        }
        return Double.parseDouble(matcher.group(1)) - before.toEpochMilli() / 1000.0;
    }
}
