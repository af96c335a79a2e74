package se.samplan.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** The lane that entered it and that owns the fact. */
    LaneId lane();

    /** When it took effect in the world. */
    Instant effectiveAt();

    /** The entry that it opens or continues: a referral, an activity, a consent. */
    UUID entry();

    /** The entry whose id its free texts are sealed for. */
    default UUID entryOfTexts() {
        return entry();
    }

    /**
     * Lanes that the entry is addressed to, such as the one a referral is sent to; declared by the entry's first event.
     */
    default Set<LaneId> addressees() {
        return Set.of();
    }

    /** Lanes whose facts the event reveals: whoever may not know all of them may not know of the event. */
    default Set<LaneId> subjects() {
        return Set.of(lane());
    }

    /** Entries that the one it opens rests on: where one of them is corrected, this one has to be looked at too. */
    default Collection<UUID> restsOn() {
        return List.of();
    }

    /** Entries of any lane that it refers to beside its own. */
    default Collection<UUID> refersTo() {
        return List.of();
    }

    /** The kind of its information, which decides whether a ground covers it. */
    InformationKind informationKind();

    /** Whether it tells that the person has died, at the latest when it took effect. */
    default boolean tellsOfDeath() {
        return false;
    }

    /** Whether everybody who may know anything of the entry may know the event; true of corrections. */
    default boolean isOfKindOfItsEntry() {
        return false;
    }
}
