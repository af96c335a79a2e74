package se.samplan.referral;

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

/** What can have happened to a referral, in the order it usually happens. */
public sealed interface ReferralEvent extends CaseEvent {

    ReferralId referralId();

    @Override
    default UUID entry() {
        return referralId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.PLAN;
    }

    /**
     * Someone sent the person to a labour-market unit.
     *
     * @param to the lane of the unit that is to answer
     * @param otherSource what the source was, where it is {@link ReferralSource#OTHER}
     * @param withoutWorkSince the day from which no job lasted more than a month; absent if unknown
     * @param respondBy the last day for an answer, by the policy in the metadata
     */
    @Revision("1")
    record ReferralMade(
            ReferralId referralId,
            LaneId lane,
            LaneId to,
            ReferralSource source,
            @Nullable OtherSource otherSource,
            TargetGroup targetGroup,
            SocialAssistance socialAssistance,
            @Nullable LocalDate withoutWorkSince,
            Education education,
            @Nullable DesiredOutcome desiredOutcome,
            @Nullable Sealed reason,
            LocalDate respondBy,
            Instant effectiveAt)
            implements ReferralEvent {

        public static final SealedText<ReferralMade> REASON =
                new SealedText<>(ReferralMade.class, "reason", ReferralMade::reason, DocumentClass.CASE_NOTES);

        @Override
        public Set<LaneId> addressees() {
            return Set.of(to);
        }
    }

    /** The unit takes the person. */
    @Revision("1")
    record ReferralAccepted(ReferralId referralId, LaneId lane, Instant effectiveAt) implements ReferralEvent {}

    /** The unit does not take the person. */
    @Revision("1")
    record ReferralDeclined(
            ReferralId referralId,
            LaneId lane,
            DeclineReason reason,
            @Nullable Sealed explanation,
            Instant effectiveAt) implements ReferralEvent {

        public static final SealedText<ReferralDeclined> EXPLANATION = new SealedText<>(
                ReferralDeclined.class, "explanation", ReferralDeclined::explanation, DocumentClass.CASE_NOTES);
    }

    /** The referring lane withdrew it. */
    @Revision("1")
    record ReferralWithdrawn(
            ReferralId referralId,
            LaneId lane,
            WithdrawalReason reason,
            @Nullable Sealed explanation,
            Instant effectiveAt)
            implements ReferralEvent {

        public static final SealedText<ReferralWithdrawn> EXPLANATION = new SealedText<>(
                ReferralWithdrawn.class, "explanation", ReferralWithdrawn::explanation, DocumentClass.CASE_NOTES);
    }

    /** Nobody had answered when the last day for it ended. */
    @Revision("1")
    record ReferralOverdue(ReferralId referralId, LaneId lane, Instant effectiveAt) implements ReferralEvent, Lapse {}
}
