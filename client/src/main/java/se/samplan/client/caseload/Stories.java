package se.samplan.client.caseload;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes each person's story from purpose and scenario. */
final class Stories {

    private final Plan plan;
    private final Map<String, Roster> rosters;

    Stories(Plan plan) {
        this.plan = plan;
        this.rosters = plan.figures().stream()
                .map(Roster::of)
                .collect(Collectors.toMap(Roster::municipality, Function.identity()));
    }

    /** The person's commands in order; the same for the same plan. */
    List<Step> of(Person person) {
        var scenario = plan.scenario(person);
        var roster = rosters.get(person.municipality());
        if (roster == null) {
            throw new IllegalArgumentException("a person of no municipality of the plan");
        }
        var story = new Story(person, scenario, AssignedStaff.of(roster, person, scenario), plan.year(), plan.seed());
        switch (person.purpose()) {
            case PARTICIPANT -> participant(story);
            case EARLIER_YEAR -> stays(story);
            case DECLINED, OVERDUE, WITHDRAWN, REFERRAL_IN_ERROR -> ReferralChapter.unsuccessful(story);
            case ENROLMENT_IN_ERROR -> EnrolmentChapter.inError(story);
            case HOLIDAY_JOB -> EnrolmentChapter.holidayJob(story);
        }
        return story.inOrder();
    }

    private static void participant(Story story) {
        if (story.person().stays().size() > 1) {
            stays(story);
            return;
        }
        var episode = story.person().first();
        EnrolmentChapter.begin(story, episode, "referral", "enrolment");
        MunicipalChapter.write(story);
        var storyline = story.scenario().storyline();
        if (storyline != null) {
            writeStoryline(story, storyline);
        }
        EnrolmentChapter.end(story, episode, "enrolment");
    }

    private static void writeStoryline(Story story, Storyline storyline) {
        switch (storyline) {
            case SUBSIDY_APPROVED, SUBSIDY_APPROVED_BY_TWO, SUBSIDY_REFUSED, SUBSIDY_WITHDRAWN, SUBSIDY_LAPSED ->
                SubsidyChapter.write(story, storyline);
            case COLLISION_ACCEPTED,
                    COLLISION_MOVED,
                    COLLISION_ENDED,
                    STARTED_WITHOUT_CLEARANCE,
                    CLEARANCE_GRANTED,
                    CLEARANCE_DENIED,
                    CLEARANCE_OVERDUE,
                    CLEARANCE_WITHDRAWN -> PlacementChapter.write(story, storyline);
            case COMPLEMENTARY, CONSENT_WITHDRAWN -> complementary(story, storyline == Storyline.CONSENT_WITHDRAWN);
            case AGENCY_APART ->
                AgencyChapter.write(
                        story, story.random().oneIn(4) ? 0 : story.random().between(12, 150));
        }
    }

    /** Municipal support that does not clash with the agency's measure, passed on by consent. */
    private static void complementary(Story story, boolean withdrawn) {
        var staff = story.staff();
        var kind = story.random().oneOf(story.policy().complementary());
        AgencyChapter.write(story, story.random().between(60, 150));
        AgencyChapter.consent(story, "COORDINATED_PLANNING");
        story.on(
                story.day(10),
                at -> new ActivityStep.Plan(
                        staff.municipal(),
                        at,
                        "activity",
                        kind,
                        story.day(12),
                        story.day(30),
                        8,
                        false,
                        null,
                        null,
                        false));
        story.on(story.day(12), at -> new ActivityStep.Start(staff.municipal(), at, "activity", null));
        if (withdrawn) {
            var by = story.random().oneIn(2) ? staff.agency() : staff.municipal();
            story.on(story.day(25), at -> new ConsentStep.Withdraw(by, at, "consent"));
        }
        story.on(story.day(30), at -> new ActivityStep.Complete(staff.municipal(), at, "activity", false));
    }

    /** Comes, takes part, leaves; perhaps more than once. */
    private static void stays(Story story) {
        int number = 1;
        for (var episode : story.person().stays()) {
            EnrolmentChapter.begin(story, episode, "referral-" + number, "enrolment-" + number);
            EnrolmentChapter.end(story, episode, "enrolment-" + number);
            number++;
        }
    }
}
