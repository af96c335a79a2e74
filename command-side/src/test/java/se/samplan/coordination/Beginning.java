package se.samplan.coordination;

import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.THEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceId;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.plan.GoalId;
import se.samplan.plan.GoalKind;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.plan.PlanId;
import se.samplan.referral.ReferralId;
import se.samplan.subsidy.EmployerId;
import se.samplan.subsidy.Scheme;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyRequestId;

/** What generated histories begin with: grounds of all sorts, and some of what a lane can go on with. */
final class Beginning {

    private static final LocalDate ANSWER_BY = LocalDate.of(2022, 4, 1);
    private static final List<LaneId> LANES = List.of(MUNICIPALITY, SOCIAL_SERVICES, AGENCY, NEIGHBOUR);

    private Beginning() {}

    static List<CaseEvent> of(Random random, AnyCommand any, LaneId actor) {
        var events = new ArrayList<CaseEvent>(consents(random, any, actor));
        var plan = new PlanId(any.uuid());
        events.add(new PlanDrafted(plan, actor, Happened.FROM, null, null, THEN));
        events.add(new GoalAdded(plan, new GoalId(any.uuid()), actor, GoalKind.EMPLOYMENT, null, null, null, THEN));
        var own = new ActivityId(any.uuid());
        events.add(activity(own, actor, any));
        if (random.nextBoolean()) {
            events.add(new CaseworkerAssigned(new AssignmentId(any.uuid()), actor, ANNA, THEN));
        }
        if (random.nextBoolean() && !actor.equals(AGENCY)) {
            events.add(new ParticipantEnrolled(
                    new EnrolmentId(any.uuid()), actor, null, EnrolmentForm.PROGRAMME, null, THEN));
        }
        if (random.nextBoolean()) {
            var from = actor.equals(MUNICIPALITY) ? SOCIAL_SERVICES : actor;
            events.add(Happened.referral(new ReferralId(any.uuid()), from, MUNICIPALITY, ANSWER_BY));
        }
        var municipal = own;
        if (actor.equals(AGENCY)) {
            municipal = new ActivityId(any.uuid());
            events.add(activity(municipal, MUNICIPALITY, any));
        }
        if (random.nextBoolean() && !actor.equals(SOCIAL_SERVICES)) {
            events.addAll(between(random, any, municipal));
        }
        return events;
    }

    /** What a lane may have done beside; whether another may know of it is to be asked of each. */
    static List<CaseEvent> elsewhere(Random random, AnyCommand any, LaneId lane) {
        var own = new ActivityId(any.uuid());
        var events = new ArrayList<CaseEvent>(List.of(
                new PlanDrafted(new PlanId(any.uuid()), lane, Happened.FROM, null, null, THEN),
                activity(own, lane, any),
                new CaseworkerAssigned(new AssignmentId(any.uuid()), lane, ANNA, THEN),
                Happened.referral(new ReferralId(any.uuid()), lane, MUNICIPALITY, ANSWER_BY)));
        if (!lane.equals(AGENCY)) {
            events.add(new ParticipantEnrolled(
                    new EnrolmentId(any.uuid()), lane, null, EnrolmentForm.PROGRAMME, null, THEN));
        }
        if (lane.equals(NEIGHBOUR)) {
            events.add(Happened.consent(
                    new GroundId(any.uuid()),
                    EnumSet.of(InformationKind.ACTIVITIES, InformationKind.SUBSIDY),
                    NEIGHBOUR,
                    AGENCY));
            events.add(new ClearanceRequested(new ClearanceId(any.uuid()), lane, AGENCY, own, null, ANSWER_BY, THEN));
            events.add(new SubsidyDecisionRequested(
                    new SubsidyRequestId(any.uuid()),
                    lane,
                    AGENCY,
                    Scheme.WAGE_SUBSIDY,
                    new EmployerId("5599990016"),
                    null,
                    50,
                    Happened.FROM,
                    ANSWER_BY,
                    THEN));
        }
        events.removeIf(event -> random.nextInt(3) == 0);
        return events;
    }

    /** What passes between the municipality and the agency. */
    private static List<CaseEvent> between(Random random, AnyCommand any, ActivityId municipal) {
        var events = new ArrayList<CaseEvent>();
        events.add(Happened.consent(
                new GroundId(any.uuid()),
                EnumSet.of(InformationKind.ACTIVITIES, InformationKind.SUBSIDY),
                MUNICIPALITY,
                AGENCY));
        events.add(Happened.subsidy(new SubsidyRequestId(any.uuid()), ANSWER_BY));
        if (random.nextBoolean()) {
            var id = new ClearanceId(any.uuid());
            events.add(Happened.clearance(id, municipal, ANSWER_BY));
            if (random.nextBoolean()) {
                events.add(Happened.granted(id, THEN, null));
            }
        }
        var measure = new ActivityId(any.uuid());
        events.add(activity(measure, AGENCY, any));
        var agencyOwns = random.nextBoolean();
        events.add(new CollisionFound(
                new CollisionId(any.uuid()),
                agencyOwns ? AGENCY : MUNICIPALITY,
                agencyOwns ? MUNICIPALITY : AGENCY,
                CollisionKind.DOUBLE_WORK,
                agencyOwns ? measure : municipal,
                agencyOwns ? municipal : measure,
                Happened.FROM,
                Happened.TO,
                null,
                THEN));
        return events;
    }

    private static CaseEvent activity(ActivityId id, LaneId lane, AnyCommand any) {
        return Happened.planned(id, lane, Objects.requireNonNull(any.pick(List.of(ActivityKind.values()))));
    }

    /** Grounds of all sorts: in force, over, yet to begin, withdrawn; of some kinds; between some lanes. */
    private static List<CaseEvent> consents(Random random, AnyCommand any, LaneId actor) {
        var consents = new ArrayList<CaseEvent>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var id = new GroundId(any.uuid());
            var other = LANES.get(random.nextInt(LANES.size()));
            var kinds = EnumSet.noneOf(InformationKind.class);
            List.of(InformationKind.values()).forEach(kind -> {
                if (random.nextInt(3) == 0) {
                    kinds.add(kind);
                }
            });
            var future = random.nextInt(4) == 0;
            @Nullable Instant to = random.nextInt(3) == 0 && !future ? NOW.minusSeconds(1) : null;
            consents.add(Happened.consent(id, future ? NOW.plusSeconds(1) : THEN, to, kinds, actor, other));
            if (random.nextInt(4) == 0) {
                consents.add(new ConsentWithdrawn(id, actor, THEN.plus(Duration.ofDays(3))));
            }
        }
        return consents;
    }
}
