package se.samplan.client.operation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An operation as it stands.
 *
 * @param differences how many were found or repaired
 * @param named the first of them, one a line
 * @param failure the code of the reason; empty if it has not failed
 */
record Ongoing(
        String id,
        String state,
        long done,
        long total,
        int percent,
        long eventsPerSecond,
        long secondsLeft,
        long differences,
        List<String> named,
        String failure) {

    static Ongoing of(JsonNode operation) {
        return new Ongoing(
                operation.path("operationId").asString(),
                operation.path("state").asString(),
                operation.path("done").asLong(),
                operation.path("total").asLong(),
                operation.path("percent").asInt(),
                operation.path("eventsPerSecond").asLong(),
                operation.path("secondsLeft").asLong(),
                operation.path("differences").asLong(),
                operation.path("named").valueStream().map(Ongoing::difference).toList(),
                operation.path("failure").asString(""));
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    boolean isDone() {
        return state.equals("DONE");
    }

    /** Why it ended otherwise, and what to do. */
    String ending() {
        return state.equals("LOST")
                ? "The process that ran it has died. Run it again."
                : "It could not be done: " + failure + ". docs/errors.md says what to do.";
    }

    private static String difference(JsonNode difference) {
        return "  %-10s %-28s %s"
                .formatted(
                        difference.path("kind").asString(),
                        difference.path("view").asString(),
                        difference.path("of").asString());
    }
}
