package se.samplan.consent;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.fold.CaseEntry;
import se.samplan.fold.FactTime;

/** A consent, folded from its facts. */
@JsonTypeName("consent")
public record ConsentEntry(
        @Nullable ConsentRecorded recorded, @Nullable Withdrawal withdrawn) implements CaseEntry {

    public static final ConsentEntry NOTHING = new ConsentEntry(null, null);

    /** Its withdrawal, and the lane that recorded it. */
    public record Withdrawal(LaneId by, FactTime when) {}

    public ConsentEntry evolve(ConsentEvent event, FactTime when) {
        return switch (event) {
            case ConsentRecorded e -> new ConsentEntry(e, withdrawn);
            case ConsentWithdrawn e ->
                withdrawn != null && withdrawn.when().compareTo(when) < 0
                        ? this
                        : new ConsentEntry(recorded, new Withdrawal(e.lane(), when));
        };
    }

    /** The consent for readers who may know the withdrawals recorded by some lanes only. */
    public ConsentEntry answeredBy(Predicate<LaneId> known) {
        return withdrawn == null || known.test(withdrawn.by()) ? this : new ConsentEntry(recorded, null);
    }

    public ConsentState stateAt(Instant at, ConsentRecorded consent) {
        if (withdrawn != null && !at.isBefore(withdrawn.when().effectiveAt())) {
            return ConsentState.WITHDRAWN;
        }
        if (at.isBefore(consent.validFrom())) {
            return ConsentState.NOT_YET_VALID;
        }
        var end = consent.validTo();
        return end != null && !at.isBefore(end) ? ConsentState.EXPIRED : ConsentState.IN_FORCE;
    }
}
