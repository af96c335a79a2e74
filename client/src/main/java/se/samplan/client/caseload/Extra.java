package se.samplan.client.caseload;

/** What may befall a participant beside the track. */
enum Extra {
    MUNICIPAL_PLAN(Share.MUNICIPAL_PLAN, 10),
    GOAL_ACHIEVED(Share.GOAL_ACHIEVED, 30),
    MUNICIPAL_ACTIVITY(Share.MUNICIPAL_ACTIVITY, 21),
    ACTIVITY_IN_ERROR(Share.ACTIVITY_IN_ERROR, 12),
    HAND_OVER(Share.HAND_OVER, 15),
    DEREGISTERED(Share.DEREGISTERED, 25),
    LEFT_OPEN(Share.LEFT_OPEN, 21);

    private final Share share;
    private final int room;

    Extra(Share share, int room) {
        this.share = share;
        this.room = room;
    }

    Share share() {
        return share;
    }

    int room() {
        return room;
    }
}
