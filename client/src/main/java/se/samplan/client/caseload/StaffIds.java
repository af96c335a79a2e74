package se.samplan.client.caseload;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ids of the appointments under which the staff act. */
final class StaffIds {

    private final Map<Actor, String> ids = new ConcurrentHashMap<>();

    void put(Actor actor, String staffId) {
        ids.put(actor, staffId);
    }

    String of(Actor actor) {
        var id = ids.get(actor);
        if (id == null) {
            throw new IllegalStateException(actor + " is not appointed");
        }
        return id;
    }
}
