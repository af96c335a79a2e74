package se.samplan.client.caseload;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param position up to where the views must be to show it
 */
record ApiAnswer(int status, JsonNode body, @Nullable String position) {

    boolean isDone() {
        return status / 100 == 2;
    }

    /** The code of the problem; empty if there is none. */
    String code() {
        return body.path("code").asString("");
    }
}
