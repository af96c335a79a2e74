package se.samplan.collision;

/** How far a collision has come. */
public enum CollisionState {
    OPEN,
    ACCEPTED,
    RESOLVED
}
