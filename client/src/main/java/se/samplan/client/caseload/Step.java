package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;

/** One command of somebody's story: who sends it, when it took effect, and what it asks. */
sealed interface Step
        permits RegisterStep,
                ReferralStep,
                EnrolmentStep,
                CaseworkerStep,
                RegistrationStep,
                ConsentStep,
                PlanStep,
                ActivityStep,
                ClearanceStep,
                SubsidyStep,
                CorrectionStep {

    StaffActor by();

    /** In local Swedish time. */
    LocalDateTime at();

    Call call();

    /** The events that it is expected to make. */
    List<String> events();

    /** The field in which the body says when. */
    default String timeField() {
        return "effectiveAt";
    }
}
