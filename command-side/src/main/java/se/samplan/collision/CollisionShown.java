package se.samplan.collision;

import java.util.LinkedHashMap;
import java.util.Map;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.text.Texts;

/** A collision in the answer to a command. */
final class CollisionShown {

    private CollisionShown() {}

    static Map<String, Object> of(CollisionFound found, CollisionState state) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("collisionId", found.collisionId());
        shown.put("kind", Texts.of(found.kind()));
        shown.put("state", state);
        shown.put("owner", found.lane());
        shown.put("activityId", found.activity());
        shown.put("otherActivityId", found.other());
        shown.put("from", found.from());
        shown.put("to", found.to());
        return shown;
    }
}
