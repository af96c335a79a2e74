package se.samplan.coordination;

import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.THEN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sex;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceId;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentForm;
import se.samplan.consent.ConsentPurpose;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.referral.Education;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralId;
import se.samplan.referral.ReferralSource;
import se.samplan.referral.SocialAssistance;
import se.samplan.referral.TargetGroup;
import se.samplan.subsidy.EmployerId;
import se.samplan.subsidy.Scheme;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyRequestId;

/** Events as tests begin with: at {@link CaseUnderTest#THEN}, unless they say otherwise. */
public final class Happened {

    /** The days on which most activities of tests are. */
    public static final LocalDate FROM = LocalDate.of(2022, 3, 14);

    public static final LocalDate TO = LocalDate.of(2022, 6, 10);

    private Happened() {}

    public static CaseOpened opened() {
        return new CaseOpened(
                CASE,
                new ParticipantId(UUID.fromString("dddddddd-dddd-4ddd-8ddd-dddddddddddd")),
                MUNICIPALITY,
                Sex.WOMAN,
                1987,
                Instant.EPOCH);
    }

    public static ReferralMade referral(ReferralId id, LaneId from, LaneId to, LocalDate respondBy) {
        return new ReferralMade(
                id,
                from,
                to,
                ReferralSource.SOCIAL_SERVICES,
                null,
                TargetGroup.LONG_TERM_UNEMPLOYED,
                SocialAssistance.FULL,
                null,
                Education.COMPULSORY,
                null,
                null,
                respondBy,
                THEN);
    }

    public static ConsentRecorded consent(GroundId id, Set<InformationKind> kinds, LaneId... parties) {
        return consent(id, THEN, null, kinds, parties);
    }

    public static ConsentRecorded consent(
            GroundId id, Instant from, @Nullable Instant to, Set<InformationKind> kinds, LaneId... parties) {
        return new ConsentRecorded(
                id,
                parties[0],
                new TreeSet<>(List.of(parties)),
                new TreeSet<>(kinds),
                ConsentPurpose.COORDINATED_PLANNING,
                ConsentForm.WRITTEN,
                null,
                from,
                to,
                from.isBefore(THEN) ? from : THEN);
    }

    /** A consent to activities between the municipality and the agency. */
    public static ConsentRecorded consentToActivities() {
        return consent(GroundId.random(), Set.of(InformationKind.ACTIVITIES), MUNICIPALITY, AGENCY);
    }

    /** An activity of the lane's own, on all the days that tests have theirs, ten hours a week. */
    public static ActivityPlanned planned(ActivityId id, LaneId lane, ActivityKind kind) {
        return planned(id, lane, kind, FROM, TO, "10", false, null);
    }

    public static ActivityPlanned planned(
            ActivityId id, LaneId lane, ActivityKind kind, LocalDate from, @Nullable LocalDate to) {
        return planned(id, lane, kind, from, to, "10", false, null);
    }

    public static ActivityPlanned planned(
            ActivityId id,
            LaneId lane,
            ActivityKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            String hours,
            boolean atWorkplace,
            @Nullable String runBy) {
        return new ActivityPlanned(
                id,
                lane,
                lane,
                null,
                kind,
                from,
                to,
                new BigDecimal(hours),
                null,
                atWorkplace,
                runBy == null ? null : new OrganisationId(runBy),
                Provenance.OWN,
                null,
                null,
                THEN);
    }

    public static ClearanceRequested clearance(ClearanceId id, ActivityId activity, LocalDate respondBy) {
        return new ClearanceRequested(id, MUNICIPALITY, AGENCY, activity, null, respondBy, THEN);
    }

    public static ClearanceGranted granted(ClearanceId id, Instant at, @Nullable LocalDate until) {
        return new ClearanceGranted(id, AGENCY, new TreeSet<>(), null, until, at);
    }

    public static SubsidyDecisionRequested subsidy(SubsidyRequestId id, LocalDate windowClosesOn) {
        return new SubsidyDecisionRequested(
                id,
                MUNICIPALITY,
                AGENCY,
                Scheme.NEW_START_JOB,
                new EmployerId("5599990016"),
                null,
                75,
                LocalDate.of(2022, 4, 1),
                windowClosesOn,
                THEN);
    }
}
