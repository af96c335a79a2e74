package se.samplan.client.caseload;

import java.util.Set;

/** The one story that a participant lives through beside the enrolment. */
enum Storyline {
    SUBSIDY_APPROVED_BY_TWO(Weight.SUBSIDY_APPROVED_BY_TWO, 60, Milestone.SUBSIDY_APPROVED),
    SUBSIDY_APPROVED(Weight.SUBSIDY_APPROVED, 60, Milestone.SUBSIDY_APPROVED),
    STARTED_WITHOUT_CLEARANCE(Weight.STARTED_WITHOUT_CLEARANCE, 75, Milestone.COLLISION),
    COLLISION_ACCEPTED(Weight.COLLISION_ACCEPTED, 75, Milestone.COLLISION),
    COLLISION_MOVED(Weight.COLLISION_MOVED, 80, Milestone.COLLISION),
    COLLISION_ENDED(Weight.COLLISION_ENDED, 75, Milestone.COLLISION),
    CLEARANCE_GRANTED(Weight.CLEARANCE_GRANTED, 75, Milestone.COLLISION, Milestone.CLEARANCE_GRANTED),
    CLEARANCE_DENIED(Weight.CLEARANCE_DENIED, 75, Milestone.COLLISION, Milestone.CLEARANCE_DENIED),
    CLEARANCE_OVERDUE(Weight.CLEARANCE_OVERDUE, 75, Milestone.COLLISION, Milestone.CLEARANCE_OVERDUE),
    CLEARANCE_WITHDRAWN(Weight.CLEARANCE_WITHDRAWN, 75, Milestone.COLLISION),
    SUBSIDY_REFUSED(Weight.SUBSIDY_REFUSED, 60, Milestone.SUBSIDY_REFUSED),
    SUBSIDY_WITHDRAWN(Weight.SUBSIDY_WITHDRAWN, 60),
    SUBSIDY_LAPSED(Weight.SUBSIDY_LAPSED, 60, Milestone.SUBSIDY_LAPSED),
    CONSENT_WITHDRAWN(Weight.CONSENT_WITHDRAWN, 45, Milestone.CONSENT_WITHDRAWN),
    COMPLEMENTARY(Weight.COMPLEMENTARY, 45),
    /** Registered with the agency, and nothing passes between the two. */
    AGENCY_APART(Weight.AGENCY_APART, 25);

    private final Weight weight;
    private final int room;
    private final Set<Milestone> milestones;

    Storyline(Weight weight, int room, Milestone... milestones) {
        this.weight = weight;
        this.room = room;
        this.milestones = Set.of(milestones);
    }

    Weight weight() {
        return weight;
    }

    /** How many days from the enrolment on it needs. */
    int room() {
        return room;
    }

    Set<Milestone> milestones() {
        return milestones;
    }

    boolean isPlacement() {
        return milestones.contains(Milestone.COLLISION);
    }

    boolean isSubsidy() {
        return name().startsWith("SUBSIDY");
    }

    /** Whether a person with a protected identity may have it: few of the staff see such a person. */
    boolean suitsProtected() {
        return this == AGENCY_APART || this == COMPLEMENTARY;
    }

    boolean suits(LocalPolicy policy) {
        return switch (this) {
            case SUBSIDY_APPROVED_BY_TWO -> policy.secondPerson();
            case SUBSIDY_APPROVED -> !policy.secondPerson();
            case STARTED_WITHOUT_CLEARANCE -> !policy.strict();
            case COLLISION_ACCEPTED,
                    COLLISION_MOVED,
                    COLLISION_ENDED,
                    CLEARANCE_GRANTED,
                    CLEARANCE_DENIED,
                    CLEARANCE_OVERDUE,
                    CLEARANCE_WITHDRAWN,
                    SUBSIDY_REFUSED,
                    SUBSIDY_WITHDRAWN,
                    SUBSIDY_LAPSED,
                    CONSENT_WITHDRAWN,
                    COMPLEMENTARY,
                    AGENCY_APART -> true;
        };
    }
}
