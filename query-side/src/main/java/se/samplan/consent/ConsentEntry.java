package se.samplan.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.view.CaseEntry;
import se.samplan.view.When;

/** A consent as its facts tell it. */
public record ConsentEntry(
        @Nullable ConsentRecorded recorded, @Nullable When withdrawn) implements CaseEntry {

    public static final ConsentEntry NOTHING = new ConsentEntry(null, null);

    public ConsentEntry evolve(ConsentEvent event, When when) {
        return switch (event) {
            case ConsentRecorded e -> new ConsentEntry(e, withdrawn);
            case ConsentWithdrawn e -> new ConsentEntry(recorded, When.first(withdrawn, when));
        };
    }

    public ConsentState stateAt(Instant at, ConsentRecorded consent) {
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
