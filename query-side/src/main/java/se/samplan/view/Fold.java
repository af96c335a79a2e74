package se.samplan.view;

import java.util.List;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent;
import se.samplan.coordination.CaseEvent;
import se.samplan.coordination.CaseOpened;
import se.samplan.correction.EnteredInError;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.store.RecordedEvent;
import se.samplan.subsidy.SubsidyEvent;

/**
 * A pure fold of a case's stream into a view. Its law: folding in recorded order and in effective order (by
 * {@link When}) gives the same view.
 */
public interface Fold<V> {

    /** Names the view; its documents are kept under it. */
    String name();

    /** Raised when the view changes its shape or meaning, so that older documents are built anew. */
    default int revision() {
        return 1;
    }

    Class<V> type();

    /** The view of a case in which nothing has happened. */
    V nothing();

    V opened(V view, CaseOpened event, When when);

    V referral(V view, ReferralEvent event, When when);

    V enrolment(V view, EnrolmentEvent event, When when);

    V caseworker(V view, CaseworkerEvent event, When when);

    V registration(V view, RegistrationEvent event, When when);

    V consent(V view, ConsentEvent event, When when);

    V plan(V view, PlanEvent event, When when);

    V activity(V view, ActivityEvent event, When when);

    V collision(V view, CollisionEvent event, When when);

    V clearance(V view, ClearanceEvent event, When when);

    V subsidy(V view, SubsidyEvent event, When when);

    V enteredInError(V view, EnteredInError event, When when);

    /** What lists and reports ask the view for; stored beside it and replaced with it. */
    default List<?> rows(V view) {
        return List.of();
    }

    /**
     * The view after one more event.
     *
     * @throws IllegalArgumentException if the event belongs to no family of the case
     */
    default V evolve(V view, RecordedEvent recorded) {
        var event = (CaseEvent) recorded.event();
        var when = new When(event.effectiveAt(), recorded.sequence());
        return switch (event) {
            case CaseOpened e -> opened(view, e, when);
            case ReferralEvent e -> referral(view, e, when);
            case EnrolmentEvent e -> enrolment(view, e, when);
            case CaseworkerEvent e -> caseworker(view, e, when);
            case RegistrationEvent e -> registration(view, e, when);
            case ConsentEvent e -> consent(view, e, when);
            case PlanEvent e -> plan(view, e, when);
            case ActivityEvent e -> activity(view, e, when);
            case CollisionEvent e -> collision(view, e, when);
            case ClearanceEvent e -> clearance(view, e, when);
            case SubsidyEvent e -> subsidy(view, e, when);
            case EnteredInError e -> enteredInError(view, e, when);
            // Families live in packages of their own, so they cannot be sealed together; a test holds this complete.
            default -> throw new IllegalArgumentException(recorded.type() + " is of no family of the case");
        };
    }
}
