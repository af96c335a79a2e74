package se.samplan.report;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.fold.FactTime;
import se.samplan.fold.Fold;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.subsidy.SubsidyEvent;

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
    public Figures evolve(Figures view, CaseEvent event, FactTime when) {
        return switch (event) {
            case CaseOpened e -> view.of(new Figures.Person(e.sex(), e.birthYear()));
            case ReferralEvent e -> view.with(e, when);
            case EnrolmentEvent e -> view.with(e, when);
            case EnteredInError e -> view.without(e.entry());
            case CaseworkerEvent _,
                    RegistrationEvent _,
                    ConsentEvent _,
                    PlanEvent _,
                    ActivityEvent _,
                    CollisionEvent _,
                    ClearanceEvent _,
                    SubsidyEvent _ -> view;
        };
    }
}
