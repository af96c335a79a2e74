package se.samplan.client.caseload;

/** The turns of the story that a caseload must show, each in at least one percent of its cases. */
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
