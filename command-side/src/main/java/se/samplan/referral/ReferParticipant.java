package se.samplan.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.TakesReason;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Send a person to a labour-market unit. */
@AllowedTo({Role.SOCIAL_WORKER, Role.MUNICIPAL_CASEWORKER, Role.AGENCY_CASEWORKER})
record ReferParticipant(
        CaseId caseId,
        LaneId lane,
        ReferralId referralId,
        LaneId to,
        ReferralSource source,
        @Nullable OtherSource otherSource,
        TargetGroup targetGroup,
        SocialAssistance socialAssistance,
        @Nullable LocalDate withoutWorkSince,
        Education education,
        @Nullable DesiredOutcome desiredOutcome,
        @Nullable Sealed reason,
        EffectiveAt effectiveAt)
        implements TakesReason {

    @Override
    public UUID entry() {
        return referralId.value();
    }
}
