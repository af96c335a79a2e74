package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What is done about the registration with the agency. */
sealed interface RegistrationStep extends Step {

    record Register(
            StaffActor by,
            LocalDateTime at,
            String registration,
            String office,
            String channel,
            String routing,
            String group)
            implements RegistrationStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "registrations",
                            Map.of(
                                    "office",
                                    office,
                                    "channel",
                                    channel,
                                    "routing",
                                    routing,
                                    "profilingGroup",
                                    group,
                                    "profilingToolVersion",
                                    "2021-1"))
                    .making(registration, "registrationId");
        }

        @Override
        public List<String> events() {
            return List.of("RegistrationRecorded");
        }
    }

    record Deregister(StaffActor by, LocalDateTime at, String registration, String reason) implements RegistrationStep {

        @Override
        public Call call() {
            return Call.onCase("registrations/{%s}/deregistration".formatted(registration), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("DeregistrationRecorded");
        }
    }
}
