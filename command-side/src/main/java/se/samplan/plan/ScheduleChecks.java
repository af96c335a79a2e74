package se.samplan.plan;

import java.time.Instant;
import java.util.List;
import se.samplan.policy.Policies;

/**
 * Checks between the activities of a case when one of them changes; implemented by the capability that detects
 * collisions.
 */
public interface ScheduleChecks {

    /** An activity was planned, or something that collisions depend on has changed. */
    void recheck(Activity changed, List<Activity> all, Policies policies, Instant at);

    /** An activity was moved; checks it again, and the full weeks of its lane. */
    void moved(Activity moved, List<Activity> all, Policies policies, Instant at);

    /** An activity has started. */
    void started(Activity started, List<Activity> open, Policies policies, Instant at);

    /** An activity has ended. */
    void ended(Activity ended, List<Activity> open, Policies policies, Instant at);

    /** The clearance of an activity expired at that moment. */
    void clearanceExpired(Activity activity, List<Activity> open, Policies policies, Instant since);

    /** Whether an activity lacks a clearance that it needs to start beside these others. */
    boolean lacksClearance(Activity starting, List<Activity> others, Policies policies, Instant at);

    /** Whether an activity that lacks a clearance may not start at all, not even for a reason. */
    boolean requiresClearance(Activity starting, Policies policies, Instant at);
}
