package se.samplan.consent;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.fold.CaseEntry;
import se.samplan.fold.FactTime;

/**
 * A consent, folded from its facts.
 *
 * @param withdrawals the first by each lane
 */
@JsonTypeName("consent")
public record ConsentEntry(@Nullable ConsentRecorded recorded, SortedMap<LaneId, FactTime> withdrawals)
        implements CaseEntry {

    public static final ConsentEntry NOTHING = new ConsentEntry(null, Collections.emptySortedMap());

    public ConsentEntry evolve(ConsentEvent event, FactTime when) {
        return switch (event) {
            case ConsentRecorded e -> new ConsentEntry(e, withdrawals);
            case ConsentWithdrawn e -> {
                var next = new TreeMap<>(withdrawals);
                next.put(e.lane(), FactTime.first(withdrawals.get(e.lane()), when));
                yield new ConsentEntry(recorded, next);
            }
        };
    }

    /** The consent for readers who may know the withdrawals recorded by some lanes only. */
    public ConsentEntry answeredBy(Predicate<LaneId> known) {
        var next = new TreeMap<>(withdrawals);
        next.keySet().removeIf(known.negate());
        return new ConsentEntry(recorded, next);
    }

    /** Its first withdrawal. */
    public @Nullable FactTime withdrawn() {
        return withdrawals.values().stream().min(Comparator.naturalOrder()).orElse(null);
    }

    public ConsentState stateAt(Instant at, ConsentRecorded consent) {
        var withdrawn = withdrawn();
        if (withdrawn != null && !at.isBefore(withdrawn.effectiveAt())) {
            return ConsentState.WITHDRAWN;
        }
        if (at.isBefore(consent.validFrom())) {
            return ConsentState.NOT_YET_VALID;
        }
        var end = consent.validTo();
        return end != null && !at.isBefore(end) ? ConsentState.EXPIRED : ConsentState.IN_FORCE;
    }
}
