package se.samplan.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.samplan.calendar.SwedishDays;
import se.samplan.command.EffectiveAt;

/** Which entries of the case tell that the person has died, and who may know. */
public final class Deaths {

    /** To whoever records what happened after a death that may be known. */
    public static final List<Map<String, String>> WARNING = List.of(Map.of(
            "code", "PERSON_DECEASED",
            "sv", "Personen är avliden enligt ärendet. Är det fel, markera den uppgiften som felregistrerad.",
            "en", "The case says that the person has died. If that is wrong, mark that entry as entered in error."));

    private record Told(LaneId by, Set<Audience> audiences, Instant at) {}

    private final Map<UUID, Told> told = new HashMap<>();

    /** Whether the lane itself was told. */
    public boolean areToldBy(LaneId lane) {
        return told.values().stream().anyMatch(each -> each.by.equals(lane));
    }

    /** Whether this happened on a later day than a death that may be known. */
    boolean areKnownBefore(EffectiveAt effectiveAt, KnowledgeAt reader) {
        return told.values().stream()
                .filter(each -> each.audiences.stream().anyMatch(reader::includes))
                .anyMatch(each -> !effectiveAt.earliest().isBefore(SwedishDays.endOf(SwedishDays.of(each.at))));
    }

    /** After one more event, and who may know it. */
    public void evolve(CaseEvent event, Set<Audience> audiences) {
        if (event.tellsOfDeath()) {
            told.put(event.entry(), new Told(event.lane(), audiences, event.effectiveAt()));
        } else if (event instanceof EnteredInError) {
            told.remove(event.entry());
        }
    }
}
