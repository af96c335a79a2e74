package se.samplan.bench.faults;

import java.time.Duration;

/** Kill -9 of a Samplan that follows the events, while the document server lives on: the other one takes over. */
final class KilledFollower implements Fault {

    private static final Duration BALANCED_WITHIN = Duration.ofMinutes(1);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofMinutes(2);

    private int next;

    @Override
    public String name() {
        return "follower killed";
    }

    @Override
    public Strike strike(Site site) throws Exception {
        var victim = site.members().get(next++ % site.members().size());
        var other = site.other(victim);
        var owners = new Owners(site);
        if (!Await.holds(BALANCED_WITHIN, () -> owners.ownedBy(victim) > 0)) {
            return new Strike(false, "it owned nothing", Duration.ZERO);
        }
        var owned = owners.ownedBy(victim);
        var ended = victim.process().kill();
        var since = System.nanoTime();
        Await.until(TAKEN_OVER_WITHIN, "the other one owns all segments", () -> owners.allOwnedBy(other));
        var took = site.awaitResumed(other, since);
        victim.start();
        return new Strike(
                ended == KilledSamplan.KILLED, "ended with %d, owned %d segments".formatted(ended, owned), took);
    }
}
