package se.samplan.collision;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a collision cannot be accepted. */
public enum CollisionRefusal implements Reason {
    UNKNOWN_COLLISION(Kind.NOT_FOUND),
    COLLISION_NOT_OPEN(Kind.CONFLICT);

    private final Kind kind;

    CollisionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
