package se.samplan.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Lapse;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.plan.ActivityId;

/** What can have happened to a request for clearance. */
public sealed interface ClearanceEvent extends CaseEvent {

    ClearanceId clearanceId();

    @Override
    default UUID entry() {
        return clearanceId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.ACTIVITIES;
    }

    /**
     * A municipality asked the agency for its go-ahead for an activity.
     *
     * @param to the lane that is to answer
     * @param respondBy the last day for an answer, by the policy in the metadata
     */
    @Revision("1")
    record ClearanceRequested(
            ClearanceId clearanceId,
            LaneId lane,
            LaneId to,
            ActivityId activityId,
            @Nullable Sealed message,
            LocalDate respondBy,
            Instant effectiveAt)
            implements ClearanceEvent {

        public static final SealedText<ClearanceRequested> MESSAGE = new SealedText<>(
                ClearanceRequested.class, "message", ClearanceRequested::message, DocumentClass.CLEARANCES);

        @Override
        public Set<LaneId> addressees() {
            return Set.of(to);
        }
    }

    /**
     * The agency gave its go-ahead.
     *
     * @param until the last day on which it holds; absent if as long as the activity
     */
    @Revision("1")
    record ClearanceGranted(
            ClearanceId clearanceId,
            LaneId lane,
            SortedSet<ClearanceCondition> conditions,
            @Nullable Sealed conditionText,
            @Nullable LocalDate until,
            Instant effectiveAt)
            implements ClearanceEvent {

        public static final SealedText<ClearanceGranted> CONDITION_TEXT = new SealedText<>(
                ClearanceGranted.class, "conditionText", ClearanceGranted::conditionText, DocumentClass.CLEARANCES);
    }

    /** The agency does not give its go-ahead. */
    @Revision("1")
    record ClearanceDenied(
            ClearanceId clearanceId,
            LaneId lane,
            DenialReason reason,
            @Nullable Sealed explanation,
            Instant effectiveAt)
            implements ClearanceEvent {

        public static final SealedText<ClearanceDenied> EXPLANATION = new SealedText<>(
                ClearanceDenied.class, "explanation", ClearanceDenied::explanation, DocumentClass.CLEARANCES);
    }

    /** The agency took a given clearance back, or the municipality its request. */
    @Revision("1")
    record ClearanceWithdrawn(
            ClearanceId clearanceId, LaneId lane, @Nullable Sealed explanation, Instant effectiveAt)
            implements ClearanceEvent {

        public static final SealedText<ClearanceWithdrawn> EXPLANATION = new SealedText<>(
                ClearanceWithdrawn.class, "explanation", ClearanceWithdrawn::explanation, DocumentClass.CLEARANCES);
    }

    /** Nobody had answered when the last day for it ended; the agency's manager sees it from now on. */
    @Revision("1")
    record ClearanceOverdue(ClearanceId clearanceId, LaneId lane, Instant effectiveAt)
            implements ClearanceEvent, Lapse {}
}
