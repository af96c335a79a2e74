package se.samplan.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
 * @param corrections how many there were, each for the audiences of all that it takes back
 */
public record AudienceCounts(
        int opening, @Nullable Audience audience, SortedMap<String, Count> counts, int corrections) {

    public static final AudienceCounts NOTHING = new AudienceCounts(Integer.MAX_VALUE, null, new TreeMap<>(), 0);

    public AudienceCounts {
        counts = Collections.unmodifiableSortedMap(counts);
    }

    /** The number of events of a kind that a lane added; a null lane means those that are about several. */
    public record Count(@Nullable LaneId lane, InformationKind kind, long count) {}

    public AudienceCounts evolve(CaseEvent event, FactTime when) {
        if (event.isOfKindOfItsEntry()) {
            return new AudienceCounts(opening, audience, counts, corrections + 1);
        }
        var lane = event.subjects().size() == 1 ? event.lane() : null;
        var kind = event.informationKind();
        var next = new TreeMap<>(counts);
        if (!(event instanceof Lapse)) {
            next.merge(
                    lane + "|" + kind,
                    new Count(lane, kind, 1),
                    (before, one) -> new Count(lane, kind, before.count() + one.count()));
        }
        return when.sequence() < opening
                ? new AudienceCounts(when.sequence(), sorted(Audience.of(event)), next, corrections)
                : new AudienceCounts(opening, audience, next, corrections);
    }

    /** Sorted, so that equal views are serialized identically. */
    private static Audience sorted(Audience audience) {
        return new Audience(new TreeSet<>(audience.subjects()), new TreeSet<>(audience.addressees()), audience.kind());
    }

    /** Adds these counts to the totals per audience. */
    void addTo(Map<Audience, Long> counted) {
        var facts = new HashMap<Audience, Long>();
        counts.values().forEach(each -> facts.merge(audienceOf(each), each.count(), Long::sum));
        facts.forEach((each, count) -> counted.merge(each, count + corrections, Long::sum));
    }

    private Audience audienceOf(Count count) {
        var ofKind = Objects.requireNonNull(audience).of(count.kind());
        return count.lane() == null ? ofKind : ofKind.extendedBy(count.lane());
    }
}
