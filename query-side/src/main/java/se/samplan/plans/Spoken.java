package se.samplan.plans;

import java.util.Collections;
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
 * The events of one entry by who may know them: how many there are for each audience.
 *
 * @param opening the place of the entry's first event
 * @param audience that of the entry
 */
public record Spoken(int opening, @Nullable Audience audience, SortedMap<String, Said> said) {

    public static final Spoken NOTHING = new Spoken(Integer.MAX_VALUE, null, new TreeMap<>());

    public Spoken {
        said = Collections.unmodifiableSortedMap(said);
    }

    /** How many events a lane told of a kind; either is absent where the entry's own holds. */
    public record Said(@Nullable LaneId told, se.samplan.consent.@Nullable InformationKind kind, long count) {}

    public Spoken evolve(CaseEvent event, When when) {
        var told = event.tellsOf().size() == 1 ? event.lane() : null;
        var kind = event instanceof EnteredInError ? null : InformationKinds.of(event);
        var next = new TreeMap<>(said);
        next.merge(
                told + "|" + kind,
                new Said(told, kind, 1),
                (before, one) -> new Said(told, kind, before.count() + one.count()));
        return when.sequence() < opening
                ? new Spoken(when.sequence(), sorted(Audience.of(event)), next)
                : new Spoken(opening, audience, next);
    }

    /** In an order of its own, so that the same view is written the same. */
    private static Audience sorted(Audience audience) {
        return new Audience(new TreeSet<>(audience.tellsOf()), new TreeSet<>(audience.toldTo()), audience.kind());
    }

    /** Adds how many there are for each audience. */
    void into(Map<Audience, Long> counted) {
        if (audience == null) {
            return;
        }
        for (var each : said.values()) {
            var own = each.kind() == null ? audience : audience.of(each.kind());
            counted.merge(each.told() == null ? own : own.ofWordFrom(each.told()), each.count(), Long::sum);
        }
    }
}
