package se.samplan.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseEvent;
import se.samplan.coordination.CaseOpened;
import se.samplan.correction.EnteredInError;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.subsidy.SubsidyEvent;

/** Binds every event of a case to exactly one kind of information, so that a ground covers it or does not. */
public final class InformationKinds {

    private static final Map<Class<?>, InformationKind> KINDS = new HashMap<>();

    static {
        bind(InformationKind.CONTACT, CaseOpened.class, CaseworkerAssigned.class, CaseHandedOver.class);
        bind(InformationKind.CONTACT, ConsentRecorded.class, ConsentWithdrawn.class, EnteredInError.class);
        bind(InformationKind.PLAN, ReferralEvent.class.getPermittedSubclasses());
        bind(InformationKind.PLAN, ParticipantEnrolled.class);
        bind(InformationKind.PLAN, PlanEvent.class.getPermittedSubclasses());
        bind(InformationKind.OUTCOME, EnrolmentEnded.class);
        bind(InformationKind.REGISTRATION_STATUS, RegistrationEvent.class.getPermittedSubclasses());
        bind(InformationKind.ACTIVITIES, ActivityEvent.class.getPermittedSubclasses());
        bind(InformationKind.ACTIVITIES, CollisionEvent.class.getPermittedSubclasses());
        bind(InformationKind.ACTIVITIES, ClearanceEvent.class.getPermittedSubclasses());
        bind(InformationKind.SUBSIDY, SubsidyEvent.class.getPermittedSubclasses());
    }

    private InformationKinds() {}

    /**
     * The kind that an event's information is of.
     *
     * @throws IllegalArgumentException if its type is not bound
     */
    public static InformationKind of(CaseEvent event) {
        return of(event.getClass());
    }

    /** Every event type that is bound. */
    static Set<Class<?>> bound() {
        return Set.copyOf(KINDS.keySet());
    }

    /** The kind that the information of events of a type is of. */
    public static InformationKind of(Class<?> type) {
        var kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is bound to no kind of information");
        }
        return kind;
    }

    private static void bind(InformationKind kind, Class<?>... types) {
        for (var type : types) {
            if (KINDS.put(type, kind) != null) {
                throw new IllegalStateException(type.getSimpleName() + " is bound twice");
            }
        }
    }
}
