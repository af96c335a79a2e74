package se.samplan.enrolment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;
import se.samplan.referral.ReferralId;

/**
 * Let the person take part.
 *
 * @param ending absent if the enrolment goes on
 */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record EnrolParticipant(
        CaseId caseId,
        LaneId lane,
        EnrolmentId enrolmentId,
        @Nullable ReferralId referralId,
        EnrolmentForm form,
        @Nullable String unit,
        EffectiveAt effectiveAt,
        @Nullable Ending ending)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return enrolmentId.value();
    }
}
