package se.samplan.casework;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A legal ground, as both sides apply it: between whom, for which kinds of information, and when it is in force.
 *
 * @param validTo the first instant at which it is no longer in force; absent if open
 */
public record Ground(
        GroundId groundId,
        Set<LaneId> parties,
        Set<InformationKind> kinds,
        Instant validFrom,
        @Nullable Instant validTo) {

    /** Whether it lets {@code to} know what {@code from} entered of that kind, at that moment. */
    public boolean lifts(LaneId from, LaneId to, InformationKind kind, Instant at) {
        return parties.contains(from) && parties.contains(to) && kinds.contains(kind) && isInForceAt(at);
    }

    public boolean isInForceAt(Instant at) {
        return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
    }

    /** The same ground, ending at that moment at the latest. */
    public Ground endedAt(Instant end) {
        var earlier = validTo == null || end.isBefore(validTo) ? end : validTo;
        return new Ground(groundId, parties, kinds, validFrom, earlier);
    }
}
