package se.samplan.plans;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samplan.caseworker.AssignmentEntry;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEntry;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEntry;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEntry;
import se.samplan.consent.ConsentEvent;
import se.samplan.coordination.CaseOpened;
import se.samplan.correction.EnteredInError;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.enrolment.EnrolmentEvent;
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
import se.samplan.view.Fold;
import se.samplan.view.When;
import se.samplan.worklist.WorkLists;

/** Folds a case into {@link ParallelPlans}, and these into the rows of the work lists. */
@Component
public class ParallelPlansFold implements Fold<ParallelPlans> {

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Class<ParallelPlans> type() {
        return ParallelPlans.class;
    }

    @Override
    public ParallelPlans nothing() {
        return ParallelPlans.NOTHING;
    }

    @Override
    public List<?> rows(ParallelPlans view) {
        return WorkLists.of(view);
    }

    @Override
    public ParallelPlans opened(ParallelPlans view, CaseOpened event, When when) {
        return view.about(event.participantId()); // counts for nobody: it would tell who was there first
    }

    @Override
    public ParallelPlans referral(ParallelPlans view, ReferralEvent event, When when) {
        return view.heard(event, when).with(event.entry(), ReferralEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans enrolment(ParallelPlans view, EnrolmentEvent event, When when) {
        return view.heard(event, when).with(event.entry(), EnrolmentEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans caseworker(ParallelPlans view, CaseworkerEvent event, When when) {
        return view.heard(event, when).with(event.entry(), AssignmentEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans registration(ParallelPlans view, RegistrationEvent event, When when) {
        return view.heard(event, when)
                .with(event.entry(), RegistrationEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans consent(ParallelPlans view, ConsentEvent event, When when) {
        return view.heard(event, when).with(event.entry(), ConsentEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans plan(ParallelPlans view, PlanEvent event, When when) {
        return view.heard(event, when).with(event.entry(), PlanEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans activity(ParallelPlans view, ActivityEvent event, When when) {
        return view.heard(event, when).with(event.entry(), ActivityEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans collision(ParallelPlans view, CollisionEvent event, When when) {
        return view.heard(event, when).with(event.entry(), CollisionEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans clearance(ParallelPlans view, ClearanceEvent event, When when) {
        return view.heard(event, when).with(event.entry(), ClearanceEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans subsidy(ParallelPlans view, SubsidyEvent event, When when) {
        return view.heard(event, when).with(event.entry(), SubsidyEntry.NOTHING, entry -> entry.evolve(event, when));
    }

    @Override
    public ParallelPlans enteredInError(ParallelPlans view, EnteredInError event, When when) {
        return view.heard(event, when).without(event.entry());
    }
}
