package se.samplan.client.caseload;

import java.util.List;

/** An employer is found, and the agency is asked for a wage subsidy before the window closes. */
final class SubsidyChapter {

    private static final List<String> SCHEMES =
            List.of("INTRODUCTION_JOB", "SHELTERED_WORK", "DEVELOPMENT_EMPLOYMENT", "WAGE_SUBSIDY", "NEW_START_JOB");
    private static final List<String> REFUSALS =
            List.of("NOT_ELIGIBLE", "EMPLOYER_NOT_APPROVED", "NO_FUNDS", "INSUFFICIENT_INFORMATION", "OTHER");
    private static final String REQUEST = "subsidy-request";

    private SubsidyChapter() {}

    static void write(Story story, Storyline storyline) {
        var staff = story.staff();
        AgencyChapter.write(story, 0);
        AgencyChapter.consent(story, "SUBSIDY_DECISION");
        request(story);
        var decided = story.day(28);
        var start = story.day(50);
        switch (storyline) {
            case SUBSIDY_APPROVED ->
                story.on(decided, at -> new SubsidyStep.Approve(staff.decider(), at, REQUEST, start, false));
            case SUBSIDY_APPROVED_BY_TWO -> {
                story.on(decided, at -> new SubsidyStep.Approve(staff.decider(), at, REQUEST, start, true));
                story.on(story.day(30), at -> new SubsidyStep.Approve(staff.second(), at, REQUEST, start, false));
            }
            case SUBSIDY_REFUSED -> {
                var reason = story.random().oneOf(REFUSALS);
                story.on(decided, at -> new SubsidyStep.Refuse(staff.decider(), at, REQUEST, reason));
            }
            case SUBSIDY_WITHDRAWN -> story.on(decided, at -> new SubsidyStep.Withdraw(staff.municipal(), at, REQUEST));
            case SUBSIDY_LAPSED ->
                story.on(
                        story.day(47),
                        at -> new CorrectionStep.LetTimePass(staff.municipal(), at, "SubsidyWindowLapsed"));
            case COLLISION_ACCEPTED,
                    COLLISION_MOVED,
                    COLLISION_ENDED,
                    STARTED_WITHOUT_CLEARANCE,
                    CLEARANCE_GRANTED,
                    CLEARANCE_DENIED,
                    CLEARANCE_OVERDUE,
                    CLEARANCE_WITHDRAWN,
                    CONSENT_WITHDRAWN,
                    COMPLEMENTARY,
                    AGENCY_APART -> throw new IllegalArgumentException(storyline + " asks for no subsidy");
        }
    }

    private static void request(Story story) {
        var scheme = story.random().oneOf(SCHEMES);
        int extent = story.random().oneOf(List.of(50, 75, 100));
        // a group number and a series that no register uses, closed by the check digit
        var employer = CheckDigit.append("99990%04d".formatted(story.random().between(0, 9999)));
        story.on(
                story.day(20),
                at -> new SubsidyStep.Request(
                        story.staff().municipal(),
                        at,
                        REQUEST,
                        scheme,
                        employer,
                        extent,
                        story.day(50),
                        story.day(45)));
    }
}
