package se.samplan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent;
import se.samplan.coordination.CaseOpened;
import se.samplan.correction.EnteredInError;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.participant.ParticipantEvent;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.policy.PolicyEvent;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.staff.OrganisationEvent;
import se.samplan.staff.StaffEvent;
import se.samplan.subsidy.SubsidyEvent;

/** Every event there is: what is not listed here can be neither stored nor read. */
public final class EventCatalogue {

    /** The families of the coordination case. */
    public static final List<Class<?>> CASE_FAMILIES = List.of(
            CaseOpened.class,
            ReferralEvent.class,
            EnrolmentEvent.class,
            CaseworkerEvent.class,
            RegistrationEvent.class,
            ConsentEvent.class,
            PlanEvent.class,
            ActivityEvent.class,
            CollisionEvent.class,
            ClearanceEvent.class,
            SubsidyEvent.class,
            EnteredInError.class);

    private static final List<Class<?>> OTHER_FAMILIES =
            List.of(ParticipantEvent.class, OrganisationEvent.class, StaffEvent.class, PolicyEvent.class);

    private EventCatalogue() {}

    public static SequencedSet<Class<?>> ofCases() {
        return members(CASE_FAMILIES);
    }

    public static SequencedSet<Class<?>> all() {
        var all = new LinkedHashSet<>(ofCases());
        all.addAll(members(OTHER_FAMILIES));
        return all;
    }

    private static SequencedSet<Class<?>> members(List<Class<?>> families) {
        var members = new LinkedHashSet<Class<?>>();
        for (var family : families) {
            members.addAll(family.isSealed() ? List.of(family.getPermittedSubclasses()) : List.of(family));
        }
        return members;
    }
}
