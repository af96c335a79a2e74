package se.samplan.report;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent;
import se.samplan.coordination.CaseOpened;
import se.samplan.correction.EnteredInError;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEntry;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.subsidy.SubsidyEvent;
import se.samplan.view.Fold;
import se.samplan.view.When;

/** Folds a case into the {@link Figures} of the reports. */
@Component
public class FiguresFold implements Fold<Figures> {

    static final String NAME = "figures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Class<Figures> type() {
        return Figures.class;
    }

    @Override
    public Figures nothing() {
        return Figures.NOTHING;
    }

    @Override
    public List<?> rows(Figures view) {
        return FigureRows.of(view).toList();
    }

    @Override
    public Figures opened(Figures view, CaseOpened event, When when) {
        var person = new Figures.Person(event.sex(), event.birthYear());
        return new Figures(person, view.enrolments(), view.referrals(), view.inError());
    }

    @Override
    public Figures referral(Figures view, ReferralEvent event, When when) {
        var next = view.referrals().evolve(event.entry(), ReferralEntry.NOTHING, entry -> entry.evolve(event, when));
        return new Figures(view.person(), view.enrolments(), next, view.inError());
    }

    @Override
    public Figures enrolment(Figures view, EnrolmentEvent event, When when) {
        var next = view.enrolments().evolve(event.entry(), EnrolmentEntry.NOTHING, entry -> entry.evolve(event, when));
        return new Figures(view.person(), next, view.referrals(), view.inError());
    }

    @Override
    public Figures caseworker(Figures view, CaseworkerEvent event, When when) {
        return view;
    }

    @Override
    public Figures registration(Figures view, RegistrationEvent event, When when) {
        return view;
    }

    @Override
    public Figures consent(Figures view, ConsentEvent event, When when) {
        return view;
    }

    @Override
    public Figures plan(Figures view, PlanEvent event, When when) {
        return view;
    }

    @Override
    public Figures activity(Figures view, ActivityEvent event, When when) {
        return view;
    }

    @Override
    public Figures collision(Figures view, CollisionEvent event, When when) {
        return view;
    }

    @Override
    public Figures clearance(Figures view, ClearanceEvent event, When when) {
        return view;
    }

    @Override
    public Figures subsidy(Figures view, SubsidyEvent event, When when) {
        return view;
    }

    @Override
    public Figures enteredInError(Figures view, EnteredInError event, When when) {
        return view.without(event.entry());
    }
}
