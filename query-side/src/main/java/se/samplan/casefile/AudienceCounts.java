package se.samplan.casefile;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Audience;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.fold.FactTime;

/**
 * How many events of one entry there are for each audience.
 *
 * @param opening the place of the entry's first event in the stream
 * @param audience that of the entry
 */
public record AudienceCounts(int opening, @Nullable Audience audience, SortedMap<String, Count> counts) {

    public static final AudienceCounts NOTHING = new AudienceCounts(Integer.MAX_VALUE, null, new TreeMap<>());

    public AudienceCounts {
        counts = Collections.unmodifiableSortedMap(counts);
    }

    /** How many events of a kind a lane added; either is absent where the entry's own holds. */
    public record Count(@Nullable LaneId lane, @Nullable InformationKind kind, long count) {}

    public AudienceCounts evolve(CaseEvent event, FactTime when) {
        var lane = event.subjects().size() == 1 ? event.lane() : null;
        var kind = event.isOfKindOfItsEntry() ? null : event.informationKind();
        var next = new TreeMap<>(counts);
        next.merge(
                lane + "|" + kind,
                new Count(lane, kind, 1),
                (before, one) -> new Count(lane, kind, before.count() + one.count()));
        return when.sequence() < opening
                ? new AudienceCounts(when.sequence(), sorted(Audience.of(event)), next)
                : new AudienceCounts(opening, audience, next);
    }

    /** Sorted, so that the same view is always written the same. */
    private static Audience sorted(Audience audience) {
        return new Audience(new TreeSet<>(audience.subjects()), new TreeSet<>(audience.addressees()), audience.kind());
    }

    /** Adds them up for each audience. */
    void addTo(Map<Audience, Long> counted) {
        if (audience == null) {
            return;
        }
        for (var each : counts.values()) {
            var own = each.kind() == null ? audience : audience.of(each.kind());
            counted.merge(each.lane() == null ? own : own.extendedBy(each.lane()), each.count(), Long::sum);
        }
    }
}
