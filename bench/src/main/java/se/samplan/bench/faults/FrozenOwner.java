package se.samplan.bench.faults;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.bench.Member;

/** Freezes a follower under load; after resuming it must write nothing. */
final class FrozenOwner implements Fault {

    private static final Duration BALANCED_WITHIN = Duration.ofMinutes(1);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofMinutes(2);

    /** So long nothing may change once it is awake again. */
    private static final Duration WATCHED_FOR = Duration.ofSeconds(3);

    private int next;

    @Override
    public String name() {
        return "owner frozen";
    }

    /** All that it could have written: events, documents and tokens. */
    private record Written(long events, Map<String, String> documents, Map<String, Long> positions) {}

    @Override
    public Strike strike(Site site) throws Exception {
        var victim = site.members().get(next++ % site.members().size());
        var other = site.other(victim);
        var owners = new Owners(site);
        if (!Await.holds(BALANCED_WITHIN, () -> owners.ownedBy(victim) > 0)) {
            return new Strike(false, "it owned nothing", Duration.ZERO);
        }
        var owned = owners.ownedBy(victim);
        victim.process().signal("STOP");
        var since = System.nanoTime();
        try {
            Await.until(TAKEN_OVER_WITHIN, "the other one owns all segments", () -> owners.allOwnedBy(other));
            var took = Duration.ofNanos(System.nanoTime() - since);
            site.awaitAcknowledged(50); // so that what it holds is old
            var state = Signals.state(victim.process().pid());
            var changed = site.clients().paused(() -> thaw(site, victim, owners));
            if (changed > 0) {
                throw new Violation("the one that was frozen changed " + changed + " documents, tokens or events");
            }
            return new Strike(
                    state.startsWith("T"), "owned %d segments, stopped, 0 writes once thawed".formatted(owned), took);
        } finally {
            victim.process().signal("CONT");
        }
    }

    /** Lets it go on while nobody else has anything to write; how much has changed then. */
    private static long thaw(Site site, Member victim, Owners owners) throws Exception {
        try (var documents = new Documents(site)) {
            // All that was sent is in the views, and soon so do the tokens say.
            site.awaitResumed(site.other(victim), System.nanoTime());
            Await.until(Duration.ofSeconds(30), "the tokens are at the end", () -> owners.allAtEnd());
            var before = written(site, documents, owners);
            var signs = documents.signs();
            victim.process().signal("CONT");
            Await.until(
                    Duration.ofMinutes(1),
                    "the one that was frozen gives a sign",
                    () -> documents.signs().entrySet().stream()
                                    .filter(sign -> !sign.getValue().equals(signs.get(sign.getKey())))
                                    .count()
                            > 1);
            Await.holds(WATCHED_FOR, () -> !written(site, documents, owners).equals(before));
            return differences(before, written(site, documents, owners));
        }
    }

    private static Written written(Site site, Documents documents, Owners owners) {
        var events = new JdbcTemplate(site.cluster().database().superuser())
                .queryForObject("select count(*) from samplan.event", Long.class);
        return new Written(events == null ? -1 : events, documents.all(), owners.positions());
    }

    private static long differences(Written before, Written after) {
        return differences(before.documents(), after.documents())
                + differences(before.positions(), after.positions())
                + Math.abs(after.events() - before.events());
    }

    private static <V> long differences(Map<String, V> before, Map<String, V> after) {
        var names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .count();
    }
}
