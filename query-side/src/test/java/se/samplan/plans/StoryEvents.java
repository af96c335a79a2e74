package se.samplan.plans;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.QueryWorld;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sex;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceId;
import se.samplan.clearance.DenialReason;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentForm;
import se.samplan.consent.ConsentPurpose;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.referral.DeclineReason;
import se.samplan.referral.Education;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralId;
import se.samplan.referral.ReferralSource;
import se.samplan.referral.SocialAssistance;
import se.samplan.referral.TargetGroup;
import se.samplan.registration.RegistrationChannel;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.registration.RegistrationId;
import se.samplan.registration.Routing;
import se.samplan.subsidy.EmployerId;
import se.samplan.subsidy.Scheme;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyRefusalReason;
import se.samplan.subsidy.SubsidyRequestId;

/** Events as the main story tells them. */
public final class StoryEvents {

    public static final LaneId LABOUR_MARKET = LaneId.of("1481:LABOUR_MARKET");
    public static final LaneId SOCIAL_SERVICES = LaneId.of("1481:SOCIAL_SERVICES");

    private StoryEvents() {}

    public static CaseOpened opened(QueryWorld.Someone someone, LaneId lane, Instant at) {
        return new CaseOpened(someone.caseId(), someone.participant(), lane, Sex.WOMAN, 1988, at);
    }

    public static ReferralMade referred(Instant at, LocalDate respondBy) {
        return referred(at, respondBy, LABOUR_MARKET);
    }

    public static ReferralMade referred(Instant at, LocalDate respondBy, LaneId to) {
        return new ReferralMade(
                ReferralId.random(),
                SOCIAL_SERVICES,
                to,
                ReferralSource.SOCIAL_SERVICES,
                null,
                TargetGroup.SOCIAL_ASSISTANCE_RECIPIENT,
                SocialAssistance.FULL,
                LocalDate.of(2020, 5, 1),
                Education.COMPULSORY,
                null,
                null,
                respondBy,
                at);
    }

    public static ParticipantEnrolled enrolled(Instant at) {
        return new ParticipantEnrolled(EnrolmentId.random(), LABOUR_MARKET, null, EnrolmentForm.PROGRAMME, null, at);
    }

    public static RegistrationRecorded registered(Instant at) {
        return new RegistrationRecorded(
                RegistrationId.random(),
                LaneId.AGENCY,
                new OrganisationId("AF-1481"),
                RegistrationChannel.DIGITAL,
                Routing.PROVIDER,
                "B",
                "2.1",
                Provenance.OWN,
                null,
                at);
    }

    /** The agency's measure, run by a provider. */
    public static ActivityPlanned measure(Instant at) {
        return activity(LaneId.AGENCY, ActivityKind.PREPARE_AND_MATCH, "P-KOMPETENS", at);
    }

    public static ActivityPlanned placement(Instant at) {
        return activity(LABOUR_MARKET, ActivityKind.WORK_PLACEMENT, null, at);
    }

    public static CollisionFound collision(ActivityPlanned own, ActivityPlanned other, Instant at) {
        return new CollisionFound(
                CollisionId.random(),
                own.lane(),
                other.lane(),
                CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE,
                own.activityId(),
                other.activityId(),
                own.from(),
                own.to(),
                null,
                at);
    }

    public static ClearanceRequested clearance(ActivityPlanned of, Instant at, LocalDate respondBy) {
        return new ClearanceRequested(
                ClearanceId.random(), of.lane(), LaneId.AGENCY, of.activityId(), null, respondBy, at);
    }

    public static SubsidyDecisionRequested subsidy(Instant at, LocalDate closes) {
        return new SubsidyDecisionRequested(
                SubsidyRequestId.random(),
                LABOUR_MARKET,
                LaneId.AGENCY,
                Scheme.NEW_START_JOB,
                new EmployerId("5560000001"),
                null,
                100,
                closes.plusDays(10),
                closes,
                at);
    }

    public static ClearanceDenied denied(ClearanceRequested of, Instant at) {
        return new ClearanceDenied(of.clearanceId(), of.to(), DenialReason.CLASHES_WITH_MEASURE, null, at);
    }

    public static SubsidyRefused refused(SubsidyDecisionRequested of, Instant at) {
        return new SubsidyRefused(of.subsidyRequestId(), of.to(), SubsidyRefusalReason.NO_FUNDS, null, at);
    }

    public static ReferralDeclined declined(ReferralMade of, Instant at) {
        return new ReferralDeclined(of.referralId(), of.to(), DeclineReason.NO_PLACE, null, at);
    }

    public static ConsentRecorded consent(Instant at, List<LaneId> parties, InformationKind... kinds) {
        return new ConsentRecorded(
                GroundId.random(),
                parties.getFirst(),
                new TreeSet<>(parties),
                new TreeSet<>(Arrays.asList(kinds)),
                ConsentPurpose.COORDINATED_PLANNING,
                ConsentForm.WRITTEN,
                null,
                at,
                null,
                at);
    }

    private static ActivityPlanned activity(LaneId lane, ActivityKind kind, @Nullable String runBy, Instant at) {
        return new ActivityPlanned(
                new ActivityId(UUID.randomUUID()),
                lane,
                lane,
                null,
                kind,
                LocalDate.of(2022, 4, 1),
                LocalDate.of(2022, 9, 30),
                new BigDecimal("30"),
                null,
                kind == ActivityKind.WORK_PLACEMENT,
                runBy == null ? null : new OrganisationId(runBy),
                Provenance.OWN,
                null,
                null,
                at);
    }
}
