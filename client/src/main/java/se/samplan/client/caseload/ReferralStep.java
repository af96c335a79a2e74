package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done about a referral. */
sealed interface ReferralStep extends Step {

    record Refer(
            StaffActor by,
            LocalDateTime at,
            String referral,
            String to,
            String source,
            @Nullable String otherSource,
            String targetGroup,
            String socialAssistance,
            @Nullable LocalDate withoutWorkSince,
            String education,
            @Nullable String desiredOutcome)
            implements ReferralStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "referrals",
                            Body.of("to", to)
                                    .and("source", source)
                                    .and("otherSource", otherSource)
                                    .and("targetGroup", targetGroup)
                                    .and("socialAssistance", socialAssistance)
                                    .and("withoutWorkSince", withoutWorkSince)
                                    .and("education", education)
                                    .and("desiredOutcome", desiredOutcome)
                                    .fields())
                    .making(referral, "referralId");
        }

        @Override
        public List<String> events() {
            return List.of("ReferralMade");
        }
    }

    record Accept(StaffActor by, LocalDateTime at, String referral) implements ReferralStep {

        @Override
        public Call call() {
            return Call.onCase("referrals/{%s}/acceptance".formatted(referral), Map.of());
        }

        @Override
        public List<String> events() {
            return List.of("ReferralAccepted");
        }
    }

    record Decline(StaffActor by, LocalDateTime at, String referral, String reason) implements ReferralStep {

        @Override
        public Call call() {
            return Call.onCase("referrals/{%s}/refusal".formatted(referral), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("ReferralDeclined");
        }
    }

    record Withdraw(StaffActor by, LocalDateTime at, String referral, String reason) implements ReferralStep {

        @Override
        public Call call() {
            return Call.onCase("referrals/{%s}/withdrawal".formatted(referral), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("ReferralWithdrawn");
        }
    }
}
