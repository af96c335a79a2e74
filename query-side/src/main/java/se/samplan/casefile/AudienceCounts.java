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
 * The events of one entry by who may know them: how many there are for each audience.
 *
 * @param opening the place of the entry's first event
 * @param audience that of the entry
 */
public record AudienceCounts(int opening, @Nullable Audience audience, SortedMap<String, Said> said) {

    public static final AudienceCounts NOTHING = new AudienceCounts(Integer.MAX_VALUE, null, new TreeMap<>());

    public AudienceCounts {
        said = Collections.unmodifiableSortedMap(said);
    }

    /** How many events a lane told of a kind; either is absent where the entry's own holds. */
    public record Said(@Nullable LaneId told, @Nullable InformationKind kind, long count) {}

    public AudienceCounts evolve(CaseEvent event, FactTime when) {
        var told = event.subjects().size() == 1 ? event.lane() : null;
        var kind = event.isOfKindOfItsEntry() ? null : event.informationKind();
        var next = new TreeMap<>(said);
        next.merge(
                told + "|" + kind,
                new Said(told, kind, 1),
                (before, one) -> new Said(told, kind, before.count() + one.count()));
        return when.sequence() < opening
                ? new AudienceCounts(when.sequence(), sorted(Audience.of(event)), next)
                : new AudienceCounts(opening, audience, next);
    }

    /** In an order of its own, so that the same view is written the same. */
    private static Audience sorted(Audience audience) {
        return new Audience(new TreeSet<>(audience.subjects()), new TreeSet<>(audience.addressees()), audience.kind());
    }

    /** Adds how many there are for each audience. */
    void into(Map<Audience, Long> counted) {
        if (audience == null) {
            return;
        }
        for (var each : said.values()) {
            var own = each.kind() == null ? audience : audience.of(each.kind());
            counted.merge(each.told() == null ? own : own.extendedBy(each.told()), each.count(), Long::sum);
        }
    }
}
