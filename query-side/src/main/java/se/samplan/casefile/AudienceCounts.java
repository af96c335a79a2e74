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
import se.samplan.casework.Lapse;
import se.samplan.fold.FactTime;

/**
 * The number of events of one entry, per audience.
 *
 * @param opening the sequence of the entry's first event in the stream
 * @param audience that of the entry
 */
public record AudienceCounts(int opening, @Nullable Audience audience, SortedMap<String, Count> counts) {

    public static final AudienceCounts NOTHING = new AudienceCounts(Integer.MAX_VALUE, null, new TreeMap<>());

    public AudienceCounts {
        counts = Collections.unmodifiableSortedMap(counts);
    }

    /** The number of events of a kind that a lane added; null lane or kind means the entry's own. */
    public record Count(@Nullable LaneId lane, @Nullable InformationKind kind, long count) {}

    public AudienceCounts evolve(CaseEvent event, FactTime when) {
        var lane = event.subjects().size() == 1 ? event.lane() : null;
        var kind = event.isOfKindOfItsEntry() ? null : event.informationKind();
        var next = new TreeMap<>(counts);
        if (!(event instanceof Lapse)) {
            next.merge(
                    lane + "|" + kind,
                    new Count(lane, kind, 1),
                    (before, one) -> new Count(lane, kind, before.count() + one.count()));
        }
        return when.sequence() < opening
                ? new AudienceCounts(when.sequence(), sorted(Audience.of(event)), next)
                : new AudienceCounts(opening, audience, next);
    }

    /** Sorted, so that equal views are serialized identically. */
    private static Audience sorted(Audience audience) {
        return new Audience(new TreeSet<>(audience.subjects()), new TreeSet<>(audience.addressees()), audience.kind());
    }

    /** Adds these counts to the totals per audience. */
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
