package se.samplan.client.caseload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step asks of the API, before the ids are known that the server gave.
 *
 * @param path below {@code /api/}, with the names of entries in braces
 * @param body what may also hold a {@link Ref}
 * @param makes the name under which the entry it makes is remembered, if it makes one
 * @param idField where the answer tells the entry's id
 */
record Call(
        String path,
        Map<String, Object> body,
        @Nullable String makes,
        @Nullable String idField) {

    /** Stands in a body for an id that is known when the step is sent. */
    sealed interface Ref {

        /** An entry of the same person. */
        record Entry(String name) implements Ref {}

        /** The current appointment of one of the staff. */
        record Staff(StaffActor actor) implements Ref {}

        /** The person's identity number, which nothing else may hold. */
        record IdentityNumber() implements Ref {}
    }

    static Call of(String path, Map<String, Object> body) {
        return new Call(path, body, null, null);
    }

    /** A command on the person's case. */
    static Call onCase(String path, Map<String, Object> body) {
        return of("cases/{case}/" + path, body);
    }

    Call making(String entry, String field) {
        return new Call(path, body, entry, field);
    }
}
