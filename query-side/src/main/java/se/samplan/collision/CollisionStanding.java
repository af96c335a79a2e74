package se.samplan.collision;

/** The state of a collision. */
public enum CollisionStanding {
    OPEN,
    ACCEPTED,
    RESOLVED
}
