package se.samplan.clearance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.coordination.Days;
import se.samplan.correction.EnteredInError;
import se.samplan.plan.ActivityId;

/** Which activities the agency has given clearance for, and when that holds. */
public class GivenClearances {

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
                    && (until == null || at.isBefore(Days.endOf(until)));
        }
    }

    private final Map<ClearanceId, Given> clearances = new HashMap<>();

    /** Whether the agency's go-ahead for an activity holds at that moment. */
    public boolean isGiven(ActivityId activity, Instant at) {
        return clearances.values().stream().anyMatch(given -> given.activity.equals(activity) && given.holdsAt(at));
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
