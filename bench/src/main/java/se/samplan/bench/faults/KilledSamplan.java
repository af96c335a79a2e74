package se.samplan.bench.faults;

import java.time.Duration;

/** Kill -9 of one Samplan under load, the one and the other in turn; started again it serves within the time told. */
final class KilledSamplan implements Fault {

    /** What the end of a process by signal 9 looks like. */
    static final int KILLED = 128 + 9;

    private int next;

    @Override
    public String name() {
        return "Samplan killed";
    }

    @Override
    public Strike strike(Site site) throws Exception {
        var victim = site.members().get(next++ % site.members().size());
        var client = site.clientOf(victim);
        site.awaitAcknowledged(20);
        var unanswered = client.unanswered();
        Await.until(Duration.ofMinutes(1), "a command waits for its answer", client::isAsked);
        var ended = victim.process().kill();
        var cut = Await.holds(Duration.ofSeconds(5), () -> client.unanswered() > unanswered);
        var lost = client.unanswered() - unanswered;
        victim.start();
        var took = site.awaitResumed(victim, System.nanoTime());
        return new Strike(ended == KILLED && cut, "ended with %d, %d commands unanswered".formatted(ended, lost), took);
    }
}
