package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What is done about who answers for a lane. */
sealed interface CaseworkerStep extends Step {

    /** The actor takes the case. */
    record Assign(StaffActor by, LocalDateTime at) implements CaseworkerStep {

        @Override
        public Call call() {
            return Call.onCase("caseworkers", Map.of());
        }

        @Override
        public List<String> events() {
            return List.of("CaseworkerAssigned");
        }
    }

    record HandOver(StaffActor by, LocalDateTime at, StaffActor to) implements CaseworkerStep {

        @Override
        public Call call() {
            return Call.onCase(
                    "caseworkers/hand-over",
                    Map.of("to", new Call.Ref.Staff(to), "note", "Byter handläggare på grund av sjukdom."));
        }

        @Override
        public List<String> events() {
            return List.of("CaseHandedOver");
        }
    }
}
