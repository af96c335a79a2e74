package se.samplan.client.caseload;

import java.util.Set;

/** The one story that a participant lives through beside the enrolment. */
enum Track {
    SUBSIDY_APPROVED_BY_TWO(Share.SUBSIDY_APPROVED_BY_TWO, 60, Turn.SUBSIDY_APPROVED),
    SUBSIDY_APPROVED(Share.SUBSIDY_APPROVED, 60, Turn.SUBSIDY_APPROVED),
    STARTED_WITHOUT_CLEARANCE(Share.STARTED_WITHOUT_CLEARANCE, 75, Turn.COLLISION),
    COLLISION_ACCEPTED(Share.COLLISION_ACCEPTED, 75, Turn.COLLISION),
    COLLISION_MOVED(Share.COLLISION_MOVED, 80, Turn.COLLISION),
    COLLISION_ENDED(Share.COLLISION_ENDED, 75, Turn.COLLISION),
    CLEARANCE_GRANTED(Share.CLEARANCE_GRANTED, 75, Turn.COLLISION, Turn.CLEARANCE_GRANTED),
    CLEARANCE_DENIED(Share.CLEARANCE_DENIED, 75, Turn.COLLISION, Turn.CLEARANCE_DENIED),
    CLEARANCE_OVERDUE(Share.CLEARANCE_OVERDUE, 75, Turn.COLLISION, Turn.CLEARANCE_OVERDUE),
    CLEARANCE_WITHDRAWN(Share.CLEARANCE_WITHDRAWN, 75, Turn.COLLISION),
    SUBSIDY_REFUSED(Share.SUBSIDY_REFUSED, 60, Turn.SUBSIDY_REFUSED),
    SUBSIDY_WITHDRAWN(Share.SUBSIDY_WITHDRAWN, 60),
    SUBSIDY_LAPSED(Share.SUBSIDY_LAPSED, 60, Turn.SUBSIDY_LAPSED),
    CONSENT_WITHDRAWN(Share.CONSENT_WITHDRAWN, 45, Turn.CONSENT_WITHDRAWN),
    COMPLEMENTARY(Share.COMPLEMENTARY, 45),
    /** Registered with the agency, and nothing passes between the two. */
    AGENCY_APART(Share.AGENCY_APART, 25);

    private final Share share;
    private final int room;
    private final Set<Turn> turns;

    Track(Share share, int room, Turn... turns) {
        this.share = share;
        this.room = room;
        this.turns = Set.of(turns);
    }

    Share share() {
        return share;
    }

    /** How many days from the enrolment on it needs. */
    int room() {
        return room;
    }

    Set<Turn> turns() {
        return turns;
    }

    boolean isPlacement() {
        return turns.contains(Turn.COLLISION);
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
