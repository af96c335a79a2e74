package se.samplan.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casefile.Shown;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.caseworker.CaseworkerShown;
import se.samplan.clearance.ClearanceShown;
import se.samplan.collision.CollisionShown;
import se.samplan.consent.ConsentShown;
import se.samplan.enrolment.EnrolmentShown;
import se.samplan.plan.ActivityShown;
import se.samplan.plan.PlanShown;
import se.samplan.referral.ReferralShown;
import se.samplan.registration.RegistrationShown;
import se.samplan.subsidy.SubsidyShown;
import se.samplan.text.Coded;

/**
 * A participant's parallel plans as far as one reader may know them: all lanes on one time axis, and what is between
 * them. Days are local (Europe/Stockholm) and inclusive; an unknown or open day is null.
 */
public record PlansPage(
        ParticipantId participantId,
        UUID caseId,
        @Nullable Coded sex,
        AsKnownTo asKnownTo,
        Axis axis,
        List<LaneShown> lanes,
        List<CollisionShown> collisions,
        List<ClearanceShown> clearances,
        List<SubsidyShown> subsidyRequests,
        List<ConsentShown> consents) {

    /** Whose view this is. */
    public record AsKnownTo(@Nullable LaneId lane, OrganisationShown organisation, Coded role) {}

    /**
     * The days spanned by everything shown.
     *
     * @param openEnded whether something has no last day
     */
    public record Axis(@Nullable LocalDate from, @Nullable LocalDate to, boolean openEnded) {}

    /** One lane, as far as the reader may know it. */
    public record LaneShown(
            LaneId lane,
            OrganisationShown organisation,
            Coded branch,
            boolean own,
            List<Shown> shown,
            List<CaseworkerShown> caseworkers,
            List<ReferralShown> referrals,
            List<EnrolmentShown> enrolments,
            List<RegistrationShown> registrations,
            List<PlanShown> plans,
            List<ActivityShown> activities) {

        /** A lane of which only activities are shown. */
        static LaneShown ofActivities(
                LaneId lane,
                OrganisationShown organisation,
                Coded branch,
                List<Shown> shown,
                List<ActivityShown> activities) {
            return new LaneShown(
                    lane,
                    organisation,
                    branch,
                    false,
                    shown,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    activities);
        }
    }
}
