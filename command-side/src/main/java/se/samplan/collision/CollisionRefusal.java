package se.samplan.collision;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a collision cannot be accepted. */
public enum CollisionRefusal implements Reason {
    UNKNOWN_COLLISION(Kind.NOT_FOUND, "Okänd krock.", "Unknown collision."),
    COLLISION_NOT_OPEN(
            Kind.CONFLICT, "Krocken är redan godtagen eller löst.", "The collision is accepted or resolved already.");

    private final Wording wording;

    CollisionRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
