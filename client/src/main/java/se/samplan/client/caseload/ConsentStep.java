package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What is done about the participant's consent. */
sealed interface ConsentStep extends Step {

    record Give(StaffActor by, LocalDateTime at, String consent, List<String> parties, String purpose, String form)
            implements ConsentStep {

        private static final List<String> KINDS =
                List.of("CONTACT", "REGISTRATION_STATUS", "PLAN", "ACTIVITIES", "SUBSIDY", "OUTCOME");

        @Override
        public Call call() {
            return Call.onCase(
                            "consents",
                            Body.of("parties", parties)
                                    .and("kinds", KINDS)
                                    .and("purpose", purpose)
                                    .and("form", form)
                                    .and("witness", form.equals("ORAL_WITH_WITNESS") ? "En kollega vid mötet" : null)
                                    .fields())
                    .making(consent, "groundId");
        }

        @Override
        public List<String> events() {
            return List.of("ConsentRecorded");
        }
    }

    record Withdraw(StaffActor by, LocalDateTime at, String consent) implements ConsentStep {

        @Override
        public Call call() {
            return Call.onCase("consents/{%s}/withdrawal".formatted(consent), Map.of());
        }

        @Override
        public List<String> events() {
            return List.of("ConsentWithdrawn");
        }
    }
}
