package se.samplan.client.caseload;

/** Milestones that at least 1 % of the cases must reach. */
enum Milestone {
    COLLISION("collision"),
    CLEARANCE_GRANTED("clearance granted"),
    CLEARANCE_DENIED("clearance denied"),
    CLEARANCE_OVERDUE("clearance overdue"),
    SUBSIDY_APPROVED("subsidy approved"),
    SUBSIDY_REFUSED("subsidy refused"),
    SUBSIDY_LAPSED("subsidy lapsed"),
    CONSENT_WITHDRAWN("consent withdrawn");

    private final String words;

    Milestone(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
