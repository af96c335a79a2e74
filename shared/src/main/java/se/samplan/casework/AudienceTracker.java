package se.samplan.casework;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tracks who may know each event of one case, fed in order: an event that continues an entry inherits its audience. */
public final class AudienceTracker {

    private final Map<UUID, OfEntry> ofEntries = new HashMap<>();

    /** Who may know the opening of an entry, and who may know any of its facts. */
    private record OfEntry(Audience opening, Set<Audience> ofFacts) {}

    /** Starts before the first event of a case. */
    public AudienceTracker() {}

    /**
     * The audiences of the case's next event, to any of which a reader must belong. A correction has those of all facts
     * that it takes back: whoever could know one of them must see it go.
     */
    public Set<Audience> of(CaseEvent event) {
        var entry =
                ofEntries.computeIfAbsent(event.entry(), id -> new OfEntry(Audience.of(event), new LinkedHashSet<>()));
        if (event.isOfKindOfItsEntry()) {
            return Set.copyOf(entry.ofFacts());
        }
        var ofKind = entry.opening().of(event.informationKind());
        var own = event.subjects().size() == 1 ? ofKind.extendedBy(event.lane()) : ofKind;
        if (!(event instanceof Lapse)) {
            entry.ofFacts().add(own);
        }
        return Set.of(own);
    }
}
