package se.samplan.plans;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.StaffId;
import se.samplan.text.Coded;

/**
 * The parallel plans of a participant as one reader may know them: all lanes on one time axis, and what stands between
 * them. Days are local (Europe/Stockholm) and both included; a day that is not known or open is null.
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

    /** Through whose eyes this is. */
    public record AsKnownTo(@Nullable LaneId lane, OrganisationShown organisation, Coded role) {}

    public record OrganisationShown(OrganisationId organisationId, String name) {}

    /**
     * The days that everything shown spans.
     *
     * @param openEnded whether something goes on beyond, without a last day
     */
    public record Axis(@Nullable LocalDate from, @Nullable LocalDate to, boolean openEnded) {}

    /** Why something is shown; with the grounds, where it is by them. */
    public record Shown(Coded how, List<UUID> groundIds) {}

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
            List<ActivityShown> activities) {}

    public record CaseworkerShown(
            StaffId caseworker, LocalDate from, @Nullable LocalDate to) {}

    public record ReferralShown(
            UUID referralId,
            LaneId to,
            Coded source,
            @Nullable Coded otherSource,
            Coded targetGroup,
            Coded socialAssistance,
            @Nullable LocalDate withoutWorkSince,
            Coded education,
            @Nullable Coded desiredOutcome,
            @Nullable String reason,
            LocalDate on,
            LocalDate respondBy,
            Coded state,
            @Nullable Coded answerReason,
            @Nullable LocalDate answeredOn,
            boolean overdue) {}

    /** Whether it ended, and how, is of another kind of information than that it began; each is shown by its own. */
    public record EnrolmentShown(
            UUID enrolmentId,
            @Nullable Coded form,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Coded outcome) {}

    public record RegistrationShown(
            UUID registrationId,
            OrganisationShown office,
            Coded channel,
            Coded routing,
            @Nullable String profilingGroup,
            @Nullable String profilingToolVersion,
            Coded provenance,
            LaneId enteredBy,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Coded deregistrationReason) {}

    public record PlanShown(
            UUID planId,
            Coded state,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate agreedOn,
            @Nullable String summary,
            List<GoalShown> goals) {}

    public record GoalShown(
            UUID goalId,
            Coded kind,
            @Nullable Integer capacityPercent,
            @Nullable LocalDate by,
            @Nullable String description,
            @Nullable Coded result,
            @Nullable LocalDate achievedOn) {}

    /**
     * An activity.
     *
     * @param startedWithoutClearance null where it has not started
     */
    public record ActivityShown(
            UUID activityId,
            Coded kind,
            Coded state,
            LocalDate from,
            @Nullable LocalDate to,
            BigDecimal hoursPerWeek,
            @Nullable BigDecimal otherCount,
            boolean atWorkplace,
            @Nullable OrganisationShown runBy,
            Coded provenance,
            LaneId enteredBy,
            @Nullable UUID planId,
            @Nullable LocalDate startedOn,
            @Nullable Boolean startedWithoutClearance,
            @Nullable LocalDate endedOn,
            @Nullable Coded interruptionReason,
            @Nullable String description) {}

    public record CollisionShown(
            UUID collisionId,
            Coded kind,
            Coded state,
            LaneId owner,
            LaneId with,
            UUID activityId,
            UUID otherActivityId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal hoursPerWeek,
            @Nullable Coded resolution) {}

    /**
     * A request for clearance.
     *
     * @param activityId null where its reader may not know the activity
     * @param overdue whether its last day has passed without an answer, by the clock
     */
    public record ClearanceShown(
            UUID clearanceId,
            LaneId by,
            LaneId to,
            @Nullable UUID activityId,
            Coded state,
            LocalDate requestedOn,
            LocalDate respondBy,
            boolean overdue,
            @Nullable LocalDate answeredOn,
            boolean answeredLate,
            List<Coded> conditions,
            @Nullable LocalDate until,
            @Nullable Coded denialReason,
            @Nullable String message) {}

    /**
     * A request for a subsidy decision.
     *
     * @param proposedGrant what one with the mandate proposes, until somebody decides
     * @param grant what was approved
     */
    public record SubsidyShown(
            UUID subsidyRequestId,
            LaneId by,
            LaneId to,
            Coded scheme,
            String employer,
            @Nullable String position,
            int extentPercent,
            LocalDate wantedStart,
            LocalDate windowClosesOn,
            Coded state,
            LocalDate requestedOn,
            boolean overdue,
            @Nullable LocalDate decidedOn,
            @Nullable GrantShown proposedGrant,
            @Nullable GrantShown grant,
            @Nullable Coded refusalReason) {}

    public record GrantShown(int levelPercent, LocalDate from, LocalDate to) {}

    public record ConsentShown(
            UUID groundId,
            List<LaneId> parties,
            List<Coded> kinds,
            Coded purpose,
            Coded form,
            Instant validFrom,
            @Nullable Instant validTo,
            Coded state,
            @Nullable Instant withdrawnAt) {}
}
