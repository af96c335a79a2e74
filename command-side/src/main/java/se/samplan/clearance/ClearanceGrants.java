package se.samplan.clearance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.EnteredInError;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.plan.ActivityId;

/** Which activities the agency has cleared, and when the clearance holds. */
public class ClearanceGrants {

    private record Given(
            ActivityId activity,
            @Nullable ClearanceGranted granted,
            @Nullable Instant withdrawnAt) {

        boolean holdsAt(Instant at) {
            if (granted == null) {
                return false;
            }
            var until = granted.until();
            return !at.isBefore(granted.effectiveAt())
                    && (withdrawnAt == null || at.isBefore(withdrawnAt))
                    && (until == null || at.isBefore(SwedishDays.endOf(until)));
        }

        Optional<Instant> expiry() {
            return Optional.ofNullable(granted)
                    .filter(_ -> withdrawnAt == null)
                    .map(ClearanceGranted::until)
                    .map(SwedishDays::endOf);
        }
    }

    private final Map<ClearanceId, Given> clearances = new LinkedHashMap<>();

    /** Whether the agency's go-ahead for an activity holds at that moment. */
    public boolean isGiven(ActivityId activity, Instant at) {
        return clearances.values().stream().anyMatch(given -> given.activity.equals(activity) && given.holdsAt(at));
    }

    /** When clearances that have a last day expire, unless withdrawn. */
    public Stream<Instant> expiries() {
        return clearances.values().stream().map(Given::expiry).flatMap(Optional::stream);
    }

    /** The activities whose clearance has expired by that moment with none to replace it, and since when. */
    Map<ActivityId, Instant> expiredBy(Instant at) {
        var expired = new LinkedHashMap<ActivityId, Instant>();
        clearances.values().forEach(given -> given.expiry()
                .filter(expiry -> !expiry.isAfter(at) && !isGiven(given.activity, at))
                .ifPresent(expiry ->
                        expired.merge(given.activity, expiry, (one, other) -> one.isAfter(other) ? one : other)));
        return expired;
    }

    @EventSourcingHandler
    void evolve(ClearanceEvent event) {
        switch (event) {
            case ClearanceRequested e -> clearances.put(e.clearanceId(), new Given(e.activityId(), null, null));
            case ClearanceGranted e ->
                clearances.computeIfPresent(
                        e.clearanceId(), (id, given) -> new Given(given.activity, e, given.withdrawnAt));
            case ClearanceWithdrawn e ->
                clearances.computeIfPresent(
                        e.clearanceId(), (id, given) -> new Given(given.activity, given.granted, e.effectiveAt()));
            case ClearanceDenied denied -> clearances.remove(denied.clearanceId());
            case ClearanceOverdue overdue -> {}
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        clearances.remove(new ClearanceId(event.entry()));
    }
}
