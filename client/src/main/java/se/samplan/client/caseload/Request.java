package se.samplan.client.caseload;

import org.jspecify.annotations.Nullable;

/**
 * One request as it goes over the wire, the same each time it is sent again.
 *
 * @param template the path without ids, for the journal and for errors
 * @param body JSON; absent for a read
 * @param key what makes a repeated command have one effect; absent for a read
 */
record Request(
        StaffActor by,
        String template,
        String path,
        @Nullable String body,
        @Nullable String key) {

    static Request read(StaffActor by, String template, String path) {
        return new Request(by, template, path, null, null);
    }

    boolean isRead() {
        return body == null;
    }
}
