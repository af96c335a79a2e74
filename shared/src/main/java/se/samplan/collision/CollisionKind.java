package se.samplan.collision;

/** In what way two lanes collide. */
public enum CollisionKind {
    /** The same kind of activity at both. */
    DOUBLE_WORK,
    /** A municipal activity at a workplace beside a measure of the agency. */
    WORKPLACE_BESIDE_AGENCY_MEASURE,
    /** More than the policy of the municipality lets it add beside a measure of the agency. */
    NOT_COMPLEMENTARY,
    /** More hours than a week holds. */
    OVERFULL_WEEK
}
