package se.samplan.casework;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that was computed from facts of others: shown to the lane that entered the event, and to
 * readers who may know those facts too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ComputedFrom {

    Source value();

    /** The facts that it was computed from. */
    enum Source {
        /** The measures of the agency. */
        AGENCY_ACTIVITIES,
        /** The entries that the event refers to. */
        ENTRIES_REFERRED_TO
    }
}
