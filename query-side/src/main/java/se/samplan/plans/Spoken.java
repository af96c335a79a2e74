package se.samplan.plans;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.samplan.consent.Audience;
import se.samplan.consent.InformationKinds;
import se.samplan.coordination.CaseEvent;
import se.samplan.coordination.LaneId;
import se.samplan.correction.EnteredInError;
import se.samplan.view.When;

/**
 * The events of one entry by who may know them: the last place in the stream for each audience.
 *
 * @param opening the place of the entry's first event
 * @param audience that of the entry
 */
public record Spoken(int opening, @Nullable Audience audience, SortedMap<String, Last> lasts) {

    public static final Spoken NOTHING = new Spoken(Integer.MAX_VALUE, null, new TreeMap<>());

    public Spoken {
        lasts = Collections.unmodifiableSortedMap(lasts);
    }

    /** The last event told by a lane to itself, of a kind; either is absent where the entry's own holds. */
    public record Last(@Nullable LaneId told, se.samplan.consent.@Nullable InformationKind kind, long sequence) {}

    public Spoken evolve(CaseEvent event, When when) {
        var told = event.tellsOf().size() == 1 ? event.lane() : null;
        var kind = event instanceof EnteredInError ? null : InformationKinds.of(event);
        var next = new TreeMap<>(lasts);
        next.merge(
                told + "|" + kind,
                new Last(told, kind, when.sequence()),
                (known, said) -> known.sequence() > said.sequence() ? known : said);
        return when.sequence() < opening
                ? new Spoken(when.sequence(), sorted(Audience.of(event)), next)
                : new Spoken(opening, audience, next);
    }

    /** In an order of its own, so that the same view is written the same. */
    private static Audience sorted(Audience audience) {
        return new Audience(new TreeSet<>(audience.tellsOf()), new TreeSet<>(audience.toldTo()), audience.kind());
    }

    /** Adds the last place for each audience. */
    void into(Map<Audience, Long> lastOf) {
        if (audience == null) {
            return;
        }
        for (var last : lasts.values()) {
            var told = new HashSet<>(audience.toldTo());
            if (last.told() != null) {
                told.add(last.told());
            }
            var kind = last.kind() == null ? audience.kind() : last.kind();
            lastOf.merge(new Audience(audience.tellsOf(), told, kind), last.sequence(), Math::max);
        }
    }
}
