package se.samplan.collision;

import java.util.LinkedHashMap;
import java.util.Map;
import se.samplan.collision.CollisionEvent.CollisionFound;

/** A collision in the answer to a command. */
final class CollisionShown {

    private CollisionShown() {}

    static Map<String, Object> of(CollisionFound found, CollisionState state) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("collisionId", found.collisionId());
        shown.put("kind", kind(found.kind()));
        shown.put("state", state);
        shown.put("owner", found.lane());
        shown.put("activityId", found.activity());
        shown.put("otherActivityId", found.other());
        shown.put("from", found.from());
        shown.put("to", found.to());
        return shown;
    }

    private static Map<String, String> kind(CollisionKind kind) {
        return switch (kind) {
            case DOUBLE_WORK -> text(kind, "Samma slags insats hos båda", "The same kind of activity at both");
            case WORKPLACE_BESIDE_AGENCY_MEASURE ->
                text(
                        kind,
                        "Kommunal insats på en arbetsplats bredvid Arbetsförmedlingens insats",
                        "A municipal activity at a workplace beside a measure of the agency");
            case NOT_COMPLEMENTARY ->
                text(
                        kind,
                        "Kommunal insats som kommunens regler inte tillåter bredvid Arbetsförmedlingens insats",
                        "A municipal activity that the municipality's policy does not allow beside a measure of the agency");
            case OVERFULL_WEEK -> text(kind, "Fler timmar än veckan rymmer", "More hours than the week holds");
        };
    }

    private static Map<String, String> text(CollisionKind kind, String sv, String en) {
        return Map.of("code", kind.name(), "sv", sv, "en", en);
    }
}
