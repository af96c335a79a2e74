package se.samplan.plans;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samplan.casefile.CaseState;
import se.samplan.casefile.CaseWork;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.caseworker.AssignmentEntry;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEntry;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEntry;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEntry;
import se.samplan.consent.ConsentEvent;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.fold.FactTime;
import se.samplan.fold.Fold;
import se.samplan.plan.ActivityEntry;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEntry;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEntry;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEntry;
import se.samplan.registration.RegistrationEvent;
import se.samplan.subsidy.SubsidyEntry;
import se.samplan.subsidy.SubsidyEvent;

/** Folds a case into its {@link CaseState}, and derives its work-list rows from that. */
@Component
public class CaseStateFold implements Fold<CaseState> {

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public int revision() {
        return 6;
    }

    @Override
    public Class<CaseState> type() {
        return CaseState.class;
    }

    @Override
    public CaseState nothing() {
        return CaseState.NOTHING;
    }

    @Override
    public List<?> rows(CaseState view) {
        return CaseWork.of(view);
    }

    @Override
    public CaseState evolve(CaseState view, CaseEvent event, FactTime when) {
        return switch (event) {
            case CaseOpened e -> view.about(e.participantId()); // counts for nobody: it would reveal who came first
            case ReferralEvent e -> view.evolve(e, when, ReferralEntry.NOTHING, entry -> entry.evolve(e, when));
            case EnrolmentEvent e -> view.evolve(e, when, EnrolmentEntry.NOTHING, entry -> entry.evolve(e, when));
            case CaseworkerEvent e -> view.evolve(e, when, AssignmentEntry.NOTHING, entry -> entry.evolve(e, when));
            case RegistrationEvent e -> view.evolve(e, when, RegistrationEntry.NOTHING, entry -> entry.evolve(e, when));
            case ConsentEvent e -> view.evolve(e, when, ConsentEntry.NOTHING, entry -> entry.evolve(e, when));
            case PlanEvent e -> view.evolve(e, when, PlanEntry.NOTHING, entry -> entry.evolve(e, when));
            case ActivityEvent e -> view.evolve(e, when, ActivityEntry.NOTHING, entry -> entry.evolve(e, when));
            case CollisionEvent e -> view.evolve(e, when, CollisionEntry.NOTHING, entry -> entry.evolve(e, when));
            case ClearanceEvent e -> view.evolve(e, when, ClearanceEntry.NOTHING, entry -> entry.evolve(e, when));
            case SubsidyEvent e -> view.evolve(e, when, SubsidyEntry.NOTHING, entry -> entry.evolve(e, when));
            case EnteredInError e -> view.counting(e, when).without(e.entry());
        };
    }
}
