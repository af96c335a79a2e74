package se.samplan.client.caseload;

/** What can happen beside the storyline. */
enum SideEvent {
    MUNICIPAL_PLAN(Weight.MUNICIPAL_PLAN, 10),
    GOAL_ACHIEVED(Weight.GOAL_ACHIEVED, 30),
    MUNICIPAL_ACTIVITY(Weight.MUNICIPAL_ACTIVITY, 21),
    ACTIVITY_IN_ERROR(Weight.ACTIVITY_IN_ERROR, 12),
    HAND_OVER(Weight.HAND_OVER, 15),
    DEREGISTERED(Weight.DEREGISTERED, 25),
    LEFT_OPEN(Weight.LEFT_OPEN, 21);

    private final Weight weight;
    private final int room;

    SideEvent(Weight weight, int room) {
        this.weight = weight;
        this.room = room;
    }

    Weight weight() {
        return weight;
    }

    int room() {
        return room;
    }
}
