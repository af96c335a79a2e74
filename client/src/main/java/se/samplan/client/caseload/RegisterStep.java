package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What is done in the register of people. */
sealed interface RegisterStep extends Step {

    /**
     * Registers the person for one more lane.
     *
     * @param first whether nobody of this story did so before
     */
    record Register(StaffActor by, LocalDateTime at, boolean first) implements RegisterStep {

        @Override
        public Call call() {
            return Call.of("participants", Map.of("identityNumber", new Call.Ref.IdentityNumber()));
        }

        @Override
        public List<String> events() {
            return List.of(first ? "ParticipantRegistered" : "ParticipantRecognised");
        }
    }

    /**
     * Says that the person is protected; it takes two people.
     *
     * @param second whether somebody else has said so before
     */
    record Protect(StaffActor by, LocalDateTime at, Scenario.Protection protection, boolean second)
            implements RegisterStep {

        @Override
        public Call call() {
            return Call.of("participants/{participant}/protection", Map.of("protection", protection));
        }

        @Override
        public List<String> events() {
            return List.of(second ? "ProtectedIdentityMarked" : "ProtectionProposed");
        }
    }
}
