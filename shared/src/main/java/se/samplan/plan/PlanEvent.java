package se.samplan.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;

/** What can have happened to a lane's plan and its goals. */
public sealed interface PlanEvent extends CaseEvent {

    PlanId planId();

    @Override
    default UUID entry() {
        return planId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.PLAN;
    }

    /** A lane has a plan that the participant has not agreed to yet. */
    @Revision("1")
    record PlanDrafted(
            PlanId planId,
            LaneId lane,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Sealed summary,
            Instant effectiveAt)
            implements PlanEvent {

        public static final SealedText<PlanDrafted> SUMMARY =
                new SealedText<>(PlanDrafted.class, "summary", PlanDrafted::summary, DocumentClass.PLANS);
    }

    /** The participant and the party agreed on the plan. */
    @Revision("1")
    record PlanAgreed(PlanId planId, LaneId lane, Instant effectiveAt) implements PlanEvent {}

    /**
     * The plan got a goal.
     *
     * @param capacityPercent the level of work capacity aimed at, 1 to 100, where the goal is one
     */
    @Revision("1")
    record GoalAdded(
            PlanId planId,
            GoalId goalId,
            LaneId lane,
            GoalKind kind,
            @Nullable Integer capacityPercent,
            @Nullable LocalDate by,
            @Nullable Sealed description,
            Instant effectiveAt)
            implements PlanEvent {

        public static final SealedText<GoalAdded> DESCRIPTION =
                new SealedText<>(GoalAdded.class, "description", GoalAdded::description, DocumentClass.PLANS);

        /** A goal has an id of its own within its plan. */
        @Override
        public UUID entryOfTexts() {
            return goalId.value();
        }
    }

    /** It was judged how far a goal was reached. */
    @Revision("1")
    record GoalAchieved(PlanId planId, GoalId goalId, LaneId lane, GoalResult result, Instant effectiveAt)
            implements PlanEvent {}
}
