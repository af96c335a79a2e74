package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done about an enrolment. */
sealed interface EnrolmentStep extends Step {

    record Enrol(
            StaffActor by,
            LocalDateTime at,
            String enrolment,
            @Nullable String referral,
            String form) implements EnrolmentStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "enrolments",
                            Body.of("form", form)
                                    .and("referralId", referral == null ? null : new Call.Ref.Entry(referral))
                                    .fields())
                    .making(enrolment, "enrolmentId");
        }

        @Override
        public List<String> events() {
            return List.of("ParticipantEnrolled");
        }
    }

    /** Ends it after the closing check; what that shows is left open with a reason. */
    record End(StaffActor by, LocalDateTime at, String enrolment, String outcome) implements EnrolmentStep {

        @Override
        public Call call() {
            return Call.onCase("enrolments/{%s}/ending".formatted(enrolment), Map.of("outcome", outcome));
        }

        @Override
        public List<String> events() {
            return List.of("EnrolmentEnded");
        }
    }
}
