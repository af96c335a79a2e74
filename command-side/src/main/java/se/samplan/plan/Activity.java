package se.samplan.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Branch;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;

/**
 * An activity as it is now.
 *
 * @param to its last day, by its end if it has ended; absent if open
 * @param scheduledAt since when it has these days and hours
 */
public record Activity(
        ActivityPlanned planned,
        LocalDate from,
        @Nullable LocalDate to,
        BigDecimal hoursPerWeek,
        Instant scheduledAt,
        @Nullable Instant startedAt,
        boolean withoutClearance,
        @Nullable Instant endedAt) {

    static Activity of(ActivityPlanned planned) {
        return new Activity(
                planned,
                planned.from(),
                planned.to(),
                planned.hoursPerWeek(),
                planned.effectiveAt(),
                null,
                false,
                null);
    }

    Activity started(Instant at, boolean withoutClearance) {
        return new Activity(planned, from, to, hoursPerWeek, scheduledAt, at, withoutClearance, endedAt);
    }

    /** With its new days and hours, unless it has been moved again since. */
    Activity moved(ActivityRescheduled e) {
        return e.effectiveAt().isBefore(scheduledAt)
                ? this
                : new Activity(
                        planned,
                        e.from(),
                        e.to(),
                        e.hoursPerWeek(),
                        e.effectiveAt(),
                        startedAt,
                        withoutClearance,
                        endedAt);
    }

    Activity ended(Instant at) {
        var day = SwedishDays.of(at);
        var last = to == null || day.isBefore(to) ? day : to;
        return new Activity(planned, from, last, hoursPerWeek, scheduledAt, startedAt, withoutClearance, at);
    }

    public ActivityId id() {
        return planned.activityId();
    }

    /** The lane that entered it, and may know it without a ground. */
    public LaneId lane() {
        return planned.lane();
    }

    /** The lane whose activity it is. */
    public LaneId owner() {
        return planned.owner();
    }

    /** The time that a start or an end must not precede. */
    Instant cause() {
        return startedAt == null ? planned.effectiveAt() : startedAt;
    }

    /** The time that new days and hours must not precede: the last move, unless they were set before it. */
    Instant causeOfMove(EffectiveAt effectiveAt) {
        return effectiveAt.isBefore(scheduledAt) ? planned.effectiveAt() : scheduledAt;
    }

    /** Whether it takes more hours than another state of it, or days that are not among those. */
    public boolean exceeds(Activity other) {
        return hoursPerWeek.compareTo(other.hoursPerWeek) > 0
                || from.isBefore(other.from)
                || (other.to != null && (to == null || to.isAfter(other.to)));
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether it is a measure of the agency, whoever runs it. */
    public boolean isAgencyMeasure() {
        return owner().branch() == Branch.AGENCY;
    }

    public boolean hasEndedBy(Instant at) {
        return endedAt != null && !at.isBefore(endedAt);
    }

    /** Whether it has ended by then, or its last day has passed. */
    boolean isOverBy(Instant at) {
        return hasEndedBy(at) || (to != null && SwedishDays.of(at).isAfter(to));
    }

    public boolean overlaps(Activity other) {
        return startsByEndOf(other) && other.startsByEndOf(this);
    }

    private boolean startsByEndOf(Activity other) {
        return other.to == null || !from.isAfter(other.to);
    }

    public Audience audience() {
        return Audience.of(planned);
    }
}
