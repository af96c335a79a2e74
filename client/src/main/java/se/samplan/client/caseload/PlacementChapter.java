package se.samplan.client.caseload;

/** A work placement of the municipality's that collides with the agency's measure, and what becomes of it. */
final class PlacementChapter {

    private static final String PLACEMENT = "placement";
    private static final String CLEARANCE = "clearance";
    private static final String WHY = "Arbetsgivaren kan bara ta emot nu, och deltagaren vill.";
    private static final int HOURS = 16;

    private final Story story;
    private final StaffActor municipal;
    private final StaffActor agency;
    private final boolean strict;

    private PlacementChapter(Story story) {
        this.story = story;
        this.municipal = story.staff().municipal();
        this.agency = story.staff().agency();
        this.strict = story.policy().strict();
    }

    static void write(Story story, Storyline storyline) {
        var chapter = new PlacementChapter(story);
        AgencyChapter.write(
                story,
                storyline == Storyline.COLLISION_MOVED ? 34 : story.random().between(100, 150));
        AgencyChapter.consent(story, "COORDINATED_PLANNING");
        chapter.plan();
        switch (storyline) {
            case COLLISION_ACCEPTED -> chapter.accepted();
            case COLLISION_MOVED -> chapter.moved();
            case COLLISION_ENDED -> chapter.interrupt(18, "COLLISION");
            case STARTED_WITHOUT_CLEARANCE -> chapter.startAndComplete(30, WHY);
            case CLEARANCE_GRANTED -> {
                chapter.request();
                chapter.grant();
                chapter.startAndCompleteCleared();
            }
            case CLEARANCE_DENIED -> chapter.denied();
            case CLEARANCE_OVERDUE -> chapter.overdue();
            case CLEARANCE_WITHDRAWN -> chapter.withdrawn();
            case SUBSIDY_APPROVED,
                    SUBSIDY_APPROVED_BY_TWO,
                    SUBSIDY_REFUSED,
                    SUBSIDY_WITHDRAWN,
                    SUBSIDY_LAPSED,
                    CONSENT_WITHDRAWN,
                    COMPLEMENTARY,
                    AGENCY_APART -> throw new IllegalArgumentException(storyline + " has no placement");
        }
    }

    private void plan() {
        story.on(
                story.day(12),
                at -> new ActivityStep.Plan(
                        municipal,
                        at,
                        PLACEMENT,
                        "WORK_PLACEMENT",
                        story.day(30),
                        story.day(60),
                        HOURS,
                        true,
                        null,
                        null,
                        true));
    }

    private void accepted() {
        story.on(story.day(14), at -> new ActivityStep.AcceptCollision(municipal, at, WHY));
        if (strict) {
            interrupt(28, "NO_CLEARANCE");
        } else {
            startAndComplete(30, WHY);
        }
    }

    private void moved() {
        story.on(
                story.day(16),
                at -> new ActivityStep.Reschedule(municipal, at, PLACEMENT, story.day(45), story.day(70), HOURS));
        story.on(story.day(45), at -> new ActivityStep.Start(municipal, at, PLACEMENT, null));
        story.on(story.day(70), at -> new ActivityStep.Complete(municipal, at, PLACEMENT, false));
    }

    private void request() {
        story.on(story.day(14), at -> new ClearanceStep.Request(municipal, at, CLEARANCE, PLACEMENT));
    }

    private void grant() {
        var condition = story.random().oneIn(3) ? "REPORT_MONTHLY" : "OUTSIDE_MEASURE_HOURS";
        story.on(story.day(18), at -> new ClearanceStep.Grant(agency, at, CLEARANCE, condition));
    }

    private void denied() {
        request();
        var reason = story.random().oneIn(2) ? "CLASHES_WITH_MEASURE" : "NOT_SUITABLE";
        story.on(story.day(19), at -> new ClearanceStep.Deny(agency, at, CLEARANCE, reason));
        interrupt(20, "NO_CLEARANCE");
    }

    /** Nobody answers within ten working days, holidays and all. */
    private void overdue() {
        request();
        story.on(story.day(45), at -> new CorrectionStep.LetTimePass(municipal, at, "ClearanceOverdue"));
        if (strict || story.random().oneIn(2)) {
            interrupt(46, "NO_CLEARANCE");
        } else {
            startAndComplete(46, WHY);
        }
    }

    /** Either the municipality takes back what it asked, or the agency what it gave. */
    private void withdrawn() {
        request();
        if (story.random().oneIn(2)) {
            story.on(story.day(16), at -> new ClearanceStep.Withdraw(municipal, at, CLEARANCE, false));
            interrupt(17, "NOT_SUITABLE");
        } else {
            grant();
            story.on(story.day(30), at -> new ActivityStep.Start(municipal, at, PLACEMENT, null));
            story.on(story.day(40), at -> new ClearanceStep.Withdraw(agency, at, CLEARANCE, true));
            interrupt(41, "NO_CLEARANCE");
        }
    }

    private void startAndCompleteCleared() {
        story.on(story.day(30), at -> new ActivityStep.Start(municipal, at, PLACEMENT, null));
        story.on(story.day(60), at -> new ActivityStep.Complete(municipal, at, PLACEMENT, false));
    }

    private void startAndComplete(int day, String reason) {
        story.on(story.day(day), at -> new ActivityStep.Start(municipal, at, PLACEMENT, reason));
        story.on(story.day(60), at -> new ActivityStep.Complete(municipal, at, PLACEMENT, true));
    }

    private void interrupt(int day, String reason) {
        story.on(story.day(day), at -> new ActivityStep.Interrupt(municipal, at, PLACEMENT, reason));
    }
}
