package se.samplan.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
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

/** What can have happened to a request for a subsidy decision. */
public sealed interface SubsidyEvent extends CaseEvent {

    SubsidyRequestId subsidyRequestId();

    @Override
    default UUID entry() {
        return subsidyRequestId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.SUBSIDY;
    }

    /**
     * An employer is willing, and the agency is asked for a wage subsidy.
     *
     * @param to the lane that is to decide
     * @param extentPercent of full time, 1 to 100
     * @param windowClosesOn the last day on which the employer waits
     */
    @Revision("1")
    record SubsidyDecisionRequested(
            SubsidyRequestId subsidyRequestId,
            LaneId lane,
            LaneId to,
            Scheme scheme,
            EmployerId employer,
            @Nullable Sealed position,
            int extentPercent,
            LocalDate wantedStart,
            LocalDate windowClosesOn,
            Instant effectiveAt)
            implements SubsidyEvent {

        public static final SealedText<SubsidyDecisionRequested> POSITION = new SealedText<>(
                SubsidyDecisionRequested.class,
                "position",
                SubsidyDecisionRequested::position,
                DocumentClass.SUBSIDIES);

        @Override
        public Set<LaneId> addressees() {
            return Set.of(to);
        }
    }

    /** One with the mandate wants to approve; the policy of the office demands a second person. */
    @Revision("1")
    record SubsidyApprovalProposed(
            SubsidyRequestId subsidyRequestId,
            LaneId lane,
            int levelPercent,
            LocalDate from,
            LocalDate to,
            Instant effectiveAt)
            implements SubsidyEvent {}

    /**
     * The agency approved.
     *
     * @param levelPercent of the wage cost, 1 to 100
     * @param from the first day of the period
     * @param to its last day
     */
    @Revision("1")
    record SubsidyApproved(
            SubsidyRequestId subsidyRequestId,
            LaneId lane,
            int levelPercent,
            LocalDate from,
            LocalDate to,
            Instant effectiveAt)
            implements SubsidyEvent {}

    /** The agency refused. */
    @Revision("1")
    record SubsidyRefused(
            SubsidyRequestId subsidyRequestId,
            LaneId lane,
            SubsidyRefusalReason reason,
            @Nullable Sealed explanation,
            Instant effectiveAt)
            implements SubsidyEvent {

        public static final SealedText<SubsidyRefused> EXPLANATION = new SealedText<>(
                SubsidyRefused.class, "explanation", SubsidyRefused::explanation, DocumentClass.SUBSIDIES);
    }

    /** The municipality no longer asks for the subsidy. */
    @Revision("1")
    record SubsidyRequestWithdrawn(
            SubsidyRequestId subsidyRequestId,
            LaneId lane,
            @Nullable Sealed explanation,
            Instant effectiveAt) implements SubsidyEvent {

        public static final SealedText<SubsidyRequestWithdrawn> EXPLANATION = new SealedText<>(
                SubsidyRequestWithdrawn.class,
                "explanation",
                SubsidyRequestWithdrawn::explanation,
                DocumentClass.SUBSIDIES);
    }

    /** The window closed and nobody had decided. */
    @Revision("1")
    record SubsidyWindowLapsed(SubsidyRequestId subsidyRequestId, LaneId lane, Instant effectiveAt)
            implements SubsidyEvent, Lapse {}
}
