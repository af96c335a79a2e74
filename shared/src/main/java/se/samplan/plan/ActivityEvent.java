package se.samplan.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.ComputedFrom;
import se.samplan.casework.ComputedFrom.Source;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.organisation.OrganisationId;

/** What can have happened to an activity. */
public sealed interface ActivityEvent extends CaseEvent {

    ActivityId activityId();

    @Override
    default UUID entry() {
        return activityId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.ACTIVITIES;
    }

    /**
     * A lane has planned an activity, or was told that another has.
     *
     * @param lane who entered it
     * @param owner the lane whose activity it is; another than {@code lane} where the provenance is not own
     * @param runBy who runs it, as a provider or a municipality does on the agency's behalf; absent if the owner does
     * @param from its first day
     * @param to its last day; absent if open
     * @param hoursPerWeek as its owner counts them
     * @param otherCount the hours a week as the entering lane counts another's activity
     * @param atWorkplace whether the person is at a workplace
     */
    @Revision("1")
    record ActivityPlanned(
            ActivityId activityId,
            LaneId lane,
            LaneId owner,
            @Nullable PlanId planId,
            ActivityKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            BigDecimal hoursPerWeek,
            @Nullable BigDecimal otherCount,
            boolean atWorkplace,
            @Nullable OrganisationId runBy,
            Provenance provenance,
            @Nullable UUID disclosure,
            @Nullable Sealed description,
            Instant effectiveAt)
            implements ActivityEvent {

        public static final SealedText<ActivityPlanned> DESCRIPTION = new SealedText<>(
                ActivityPlanned.class, "description", ActivityPlanned::description, DocumentClass.PLANS);

        @Override
        public Collection<UUID> restsOn() {
            return planId == null ? List.of() : List.of(planId.value());
        }
    }

    /**
     * The person began.
     *
     * @param withoutClearance that it started beside an agency measure without clearance, at the risk of deregistration
     * @param reason why it started all the same
     */
    @Revision("1")
    record ActivityStarted(
            ActivityId activityId,
            LaneId lane,
            @ComputedFrom(Source.AGENCY_ACTIVITIES) boolean withoutClearance,

            @ComputedFrom(Source.AGENCY_ACTIVITIES) @Nullable
            Sealed reason,

            Instant effectiveAt)
            implements ActivityEvent {

        public static final SealedText<ActivityStarted> REASON =
                new SealedText<>(ActivityStarted.class, "reason", ActivityStarted::reason, DocumentClass.CASE_NOTES);
    }

    /** An activity has other days or hours from now on. */
    @Revision("1")
    record ActivityRescheduled(
            ActivityId activityId,
            LaneId lane,
            LocalDate from,
            @Nullable LocalDate to,
            BigDecimal hoursPerWeek,
            Instant effectiveAt)
            implements ActivityEvent {}

    /** An activity came to its end. */
    @Revision("1")
    record ActivityCompleted(ActivityId activityId, LaneId lane, Instant effectiveAt) implements ActivityEvent {}

    /** An activity stopped before its end. */
    @Revision("1")
    record ActivityInterrupted(
            ActivityId activityId,
            LaneId lane,
            InterruptionReason reason,
            @Nullable Sealed explanation,
            Instant effectiveAt)
            implements ActivityEvent {

        public static final SealedText<ActivityInterrupted> EXPLANATION = new SealedText<>(
                ActivityInterrupted.class, "explanation", ActivityInterrupted::explanation, DocumentClass.CASE_NOTES);
    }
}
