package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What is done about a clearance. */
sealed interface ClearanceStep extends Step {

    record Request(StaffActor by, LocalDateTime at, String clearance, String activity) implements ClearanceStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "clearances",
                            Map.of(
                                    "activityId",
                                    new Call.Ref.Entry(activity),
                                    "message",
                                    "Kan praktiken börja bredvid er insats?"))
                    .making(clearance, "clearanceId");
        }

        @Override
        public List<String> events() {
            return List.of("ClearanceRequested");
        }
    }

    record Grant(StaffActor by, LocalDateTime at, String clearance, String condition) implements ClearanceStep {

        @Override
        public Call call() {
            return Call.onCase("clearances/{%s}/grant".formatted(clearance), Map.of("conditions", List.of(condition)));
        }

        @Override
        public List<String> events() {
            return List.of("ClearanceGranted", "CollisionResolved");
        }
    }

    record Deny(StaffActor by, LocalDateTime at, String clearance, String reason) implements ClearanceStep {

        @Override
        public Call call() {
            return Call.onCase("clearances/{%s}/denial".formatted(clearance), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("ClearanceDenied");
        }
    }

    /**
     * Takes it back.
     *
     * @param given whether it had been given, so that the collision comes back
     */
    record Withdraw(StaffActor by, LocalDateTime at, String clearance, boolean given) implements ClearanceStep {

        @Override
        public Call call() {
            return Call.onCase("clearances/{%s}/withdrawal".formatted(clearance), Map.of());
        }

        @Override
        public List<String> events() {
            return given ? List.of("ClearanceWithdrawn", "CollisionFound") : List.of("ClearanceWithdrawn");
        }
    }
}
