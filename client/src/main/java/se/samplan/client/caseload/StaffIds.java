package se.samplan.client.caseload;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ids of the appointments under which the staff act. */
final class StaffIds {

    private final Map<StaffActor, String> ids = new ConcurrentHashMap<>();

    void put(StaffActor actor, String staffId) {
        ids.put(actor, staffId);
    }

    String of(StaffActor actor) {
        var id = ids.get(actor);
        if (id == null) {
            throw new IllegalStateException(actor + " is not appointed");
        }
        return id;
    }
}
