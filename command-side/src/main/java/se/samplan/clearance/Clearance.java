package se.samplan.clearance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.Deadline;
import se.samplan.casework.EntryKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.plan.ActivityId;

/**
 * A request for clearance, and what became of it.
 *
 * @param closedAt when it was denied or withdrawn
 * @param overdue whether the agency's time for an answer ran out
 */
record Clearance(
        ClearanceRequested requested,
        @Nullable ClearanceGranted granted,
        @Nullable Instant closedAt,
        boolean overdue) {

    static Clearance of(ClearanceRequested requested) {
        return new Clearance(requested, null, null, false);
    }

    Clearance granted(ClearanceGranted grant) {
        return new Clearance(requested, grant, closedAt, overdue);
    }

    Clearance closed(Instant at) {
        return new Clearance(requested, granted, at, overdue);
    }

    Clearance lapsed() {
        return new Clearance(requested, granted, closedAt, true);
    }

    boolean isOpen() {
        return granted == null && closedAt == null;
    }

    boolean isFor(ActivityId activity) {
        return requested.activityId().equals(activity);
    }

    /** Whether the lane made the request or is to answer it; others may read of it, but not act on it. */
    boolean concerns(LaneId lane) {
        return requested.lane().equals(lane) || requested.to().equals(lane);
    }

    /** The time that an answer or a withdrawal must not precede. */
    Instant cause() {
        return granted == null ? requested.effectiveAt() : granted.effectiveAt();
    }

    Instant lapsesAt() {
        return SwedishDays.endOf(requested.respondBy());
    }

    Deadline deadline() {
        return new Deadline(lapsesAt(), new ClearanceOverdue(requested.clearanceId(), requested.lane(), lapsesAt()));
    }

    OpenEntry openEntry() {
        return new OpenEntry(requested.entry(), EntryKind.CLEARANCE, requested.lane(), Audience.of(requested));
    }

    /** The withdrawal by the requester, not before the request. */
    ClearanceWithdrawn withdrawn(Instant at) {
        return new ClearanceWithdrawn(
                requested.clearanceId(),
                requested.lane(),
                null,
                at.isBefore(requested.effectiveAt()) ? requested.effectiveAt() : at);
    }
}
