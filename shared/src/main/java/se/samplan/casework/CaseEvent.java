package se.samplan.casework;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.event.StoredEvent;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.subsidy.SubsidyEvent;

/** What can have happened in a coordination case; each capability has its own sealed family. */
public sealed interface CaseEvent extends StoredEvent
        permits CaseOpened,
                ReferralEvent,
                EnrolmentEvent,
                CaseworkerEvent,
                RegistrationEvent,
                ConsentEvent,
                PlanEvent,
                ActivityEvent,
                CollisionEvent,
                ClearanceEvent,
                SubsidyEvent,
                EnteredInError {

    /** The lane that entered it, and whose fact it is. */
    LaneId lane();

    /** When it took effect in the world. */
    Instant effectiveAt();

    /** The entry that it opens or goes on with: a referral, an activity, a consent. */
    UUID entry();

    /** The entry whose id its free texts are sealed for. */
    default UUID entryOfTexts() {
        return entry();
    }

    /** Lanes that are told of the entry by its very nature, as the one a referral is sent to; said by its first event. */
    default Set<LaneId> addressees() {
        return Set.of();
    }

    /** Lanes whose facts the event tells of: whoever may not know them all may not know of it. */
    default Set<LaneId> subjects() {
        return Set.of(lane());
    }

    /** The kind that its information is of, so that a ground covers it or does not. */
    InformationKind informationKind();

    /** Whether it is known to whoever knows of its entry, whatever its own kind; so are corrections. */
    default boolean isOfKindOfItsEntry() {
        return false;
    }
}
