package se.samplan.clearance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import se.samplan.plan.Activity;
import se.samplan.plan.ActivityId;

/** Which activities the agency has cleared, and what and when the clearance covers. */
public class ClearanceGrants {

    /** @param asked the activity as clearance was requested for it */
    private record Given(
            ActivityId activity,
            @Nullable Activity asked,
            @Nullable ClearanceGranted granted,
            @Nullable Instant withdrawnAt) {

        /** Whether it covers the activity as it is now; a clearance does not grow with what was cleared. */
        boolean covers(Activity now) {
            return activity.equals(now.id())
                    && asked != null
                    && !now.exceeds(asked)
                    && !(now.planned().atWorkplace() && hasCondition(ClearanceCondition.NOT_AT_WORKPLACE));
        }

        boolean hasCondition(ClearanceCondition condition) {
            return granted != null && granted.conditions().contains(condition);
        }

        boolean endsWithStartOf(Activity measure, Instant at) {
            var startedAt = measure.startedAt();
            return hasCondition(ClearanceCondition.END_WHEN_MEASURE_STARTS)
                    && startedAt != null
                    && !at.isBefore(startedAt);
        }

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
    private final Function<ActivityId, Optional<Activity>> activities;

    /** @param activities finds an activity as it is now */
    public ClearanceGrants(Function<ActivityId, Optional<Activity>> activities) {
        this.activities = activities;
    }

    /** Whether the agency's go-ahead for an activity, as it is now, holds at that moment. */
    public boolean isGiven(Activity activity, Instant at) {
        return givenAt(at).anyMatch(given -> given.covers(activity));
    }

    /** Whether that go-ahead holds beside one measure of the agency. */
    public boolean isGivenBeside(Activity measure, Activity activity, Instant at) {
        return givenAt(at).anyMatch(given -> given.covers(activity) && !given.endsWithStartOf(measure, at));
    }

    private Stream<Given> givenAt(Instant at) {
        return clearances.values().stream().filter(given -> given.holdsAt(at));
    }

    /** When clearances that have a last day expire, unless withdrawn. */
    public Stream<Instant> expiries() {
        return clearances.values().stream().map(Given::expiry).flatMap(Optional::stream);
    }

    private boolean isGiven(ActivityId id, Instant at) {
        return activities.apply(id).filter(activity -> isGiven(activity, at)).isPresent();
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
            case ClearanceRequested e ->
                clearances.put(
                        e.clearanceId(),
                        new Given(
                                e.activityId(), activities.apply(e.activityId()).orElse(null), null, null));
            case ClearanceGranted e ->
                clearances.computeIfPresent(
                        e.clearanceId(), (id, given) -> new Given(given.activity, given.asked, e, given.withdrawnAt));
            case ClearanceWithdrawn e ->
                clearances.computeIfPresent(
                        e.clearanceId(),
                        (id, given) -> new Given(given.activity, given.asked, given.granted, e.effectiveAt()));
            case ClearanceDenied denied -> clearances.remove(denied.clearanceId());
            case ClearanceOverdue overdue -> {}
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        clearances.remove(new ClearanceId(event.entry()));
    }
}
