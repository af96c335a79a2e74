package se.samplan.casework;

import java.util.UUID;
import se.samplan.caseworker.AssignmentId;
import se.samplan.clearance.ClearanceId;
import se.samplan.collision.CollisionId;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.plan.ActivityId;
import se.samplan.plan.GoalId;
import se.samplan.plan.PlanId;
import se.samplan.referral.ReferralId;
import se.samplan.registration.RegistrationId;
import se.samplan.subsidy.SubsidyRequestId;

/**
 * Identifies an entry of a case, or a part of one, such as a goal of a plan. Whoever may not know the entry must not
 * see its id either.
 */
public sealed interface EntryId
        permits ActivityId,
                AssignmentId,
                ClearanceId,
                CollisionId,
                EnrolmentId,
                GoalId,
                GroundId,
                PlanId,
                ReferralId,
                RegistrationId,
                SubsidyRequestId {

    UUID value();
}
