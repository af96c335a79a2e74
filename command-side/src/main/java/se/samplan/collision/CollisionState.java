package se.samplan.collision;

/** What became of a collision. */
enum CollisionState {
    OPEN,
    ACCEPTED,
    RESOLVED
}
