package se.samplan.collision;

/** How far a collision has come. */
public enum CollisionStanding {
    OPEN,
    ACCEPTED,
    RESOLVED
}
