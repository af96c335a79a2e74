package se.samplan.consent;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Ground;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Period;

/**
 * A consent, and what became of it.
 *
 * @param since when it was given
 */
record Consent(Ground ground, ConsentPurpose purpose, LaneId recordedBy, Instant since, boolean withdrawn) {

    /** A consent by which information still passes between parties of a withdrawn one. */
    record StillInForce(
            GroundId groundId,
            Set<LaneId> parties,
            Set<InformationKind> kinds,
            ConsentPurpose purpose,
            Instant validFrom,
            @Nullable Instant validTo) {}

    Consent withdrawnAt(Instant at) {
        return new Consent(ground.endedAt(at), purpose, recordedBy, since, true);
    }

    /** Whether a consent so recorded would add nothing: all of it holds already, for all of its time. */
    boolean says(RecordConsent command, Period period) {
        return purpose == command.purpose()
                && ground.parties().equals(command.parties())
                && ground.kinds().equals(command.kinds())
                && new Period(ground.validFrom(), ground.validTo()).covers(period);
    }

    /** Whether it is in force then, or will be. */
    boolean isInForceAfter(Instant at) {
        return !withdrawn && (ground.validTo() == null || ground.validTo().isAfter(at));
    }

    /** Whether information passes by it between two of these, and the lane is one of its parties. */
    boolean isBetween(Set<LaneId> parties, LaneId lane) {
        return ground.parties().contains(lane)
                && ground.parties().stream().filter(parties::contains).count() > 1;
    }

    StillInForce shown() {
        return new StillInForce(
                ground.groundId(), ground.parties(), ground.kinds(), purpose, ground.validFrom(), ground.validTo());
    }
}
