package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done about an activity and the collisions that it makes. */
sealed interface ActivityStep extends Step {

    /** The name of the collision that the answer to a plan tells of. */
    String COLLISION = "collision";

    /**
     * Plans it.
     *
     * @param collides whether the answer must tell of a collision
     */
    record Plan(
            StaffActor by,
            LocalDateTime at,
            String activity,
            String kind,
            LocalDate from,
            LocalDate to,
            int hoursPerWeek,
            boolean atWorkplace,
            @Nullable String runBy,
            @Nullable String plan,
            boolean collides)
            implements ActivityStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "activities",
                            Body.of("kind", kind)
                                    .and("from", from)
                                    .and("to", to)
                                    .and("hoursPerWeek", hoursPerWeek)
                                    .and("atWorkplace", atWorkplace)
                                    .and("runBy", runBy)
                                    .and("planId", plan == null ? null : new Call.Ref.Entry(plan))
                                    .fields())
                    .making(activity, "activityId");
        }

        @Override
        public List<String> events() {
            return collides ? List.of("ActivityPlanned", "CollisionFound") : List.of("ActivityPlanned");
        }
    }

    record Start(
            StaffActor by,
            LocalDateTime at,
            String activity,
            @Nullable String reason) implements ActivityStep {

        @Override
        public Call call() {
            return Call.onCase(
                    "activities/{%s}/start".formatted(activity),
                    Body.of("reason", reason).fields());
        }

        @Override
        public List<String> events() {
            return List.of("ActivityStarted");
        }
    }

    record Reschedule(StaffActor by, LocalDateTime at, String activity, LocalDate from, LocalDate to, int hoursPerWeek)
            implements ActivityStep {

        @Override
        public Call call() {
            return Call.onCase(
                    "activities/{%s}/rescheduling".formatted(activity),
                    Map.of("from", from, "to", to, "hoursPerWeek", hoursPerWeek));
        }

        @Override
        public List<String> events() {
            return List.of("ActivityRescheduled", "CollisionResolved");
        }
    }

    /**
     * Completes it.
     *
     * @param settles whether a collision goes away with it
     */
    record Complete(StaffActor by, LocalDateTime at, String activity, boolean settles) implements ActivityStep {

        @Override
        public Call call() {
            return Call.onCase("activities/{%s}/completion".formatted(activity), Map.of());
        }

        @Override
        public List<String> events() {
            return settles ? List.of("ActivityCompleted", "CollisionResolved") : List.of("ActivityCompleted");
        }
    }

    /** Breaks it off, and with it the collision that it makes. */
    record Interrupt(StaffActor by, LocalDateTime at, String activity, String reason) implements ActivityStep {

        @Override
        public Call call() {
            return Call.onCase("activities/{%s}/interruption".formatted(activity), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("ActivityInterrupted", "CollisionResolved");
        }
    }

    record AcceptCollision(StaffActor by, LocalDateTime at, String reason) implements ActivityStep {

        @Override
        public Call call() {
            return Call.onCase("collisions/{%s}/acceptance".formatted(COLLISION), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("CollisionAccepted");
        }
    }
}
