package se.samplan.client.caseload;

import java.util.List;
import java.util.Objects;

/** How people are enrolled and leave again, and enrolments that should not count. */
final class EnrolmentChapter {

    private static final List<String> OUTCOMES = List.of(
            "REGULAR_EMPLOYMENT",
            "REGULAR_EMPLOYMENT",
            "SUBSIDISED_EMPLOYMENT",
            "OWN_BUSINESS",
            "STUDIES_WITH_SUPPORT",
            "OTHER_STUDIES",
            "MUNICIPAL_EMPLOYMENT",
            "OTHER_MEASURE",
            "BACK_TO_AGENCY",
            "RIGHT_INCOME",
            "HEALTH",
            "PARENTAL_LEAVE",
            "MOVED",
            "NEEDS_OTHER_SUPPORT",
            "DISENGAGED",
            "OTHER");

    private EnrolmentChapter() {}

    static void begin(Story story, Episode episode, String referral, String enrolment) {
        var day = Objects.requireNonNull(episode.enrolled());
        var municipal = story.staff().municipal();
        ReferralChapter.accepted(story, episode, referral);
        story.on(day, at -> new EnrolmentStep.Enrol(municipal, at, enrolment, referral, "PROGRAMME"));
        if (story.scenario().protection() == Scenario.Protection.PROTECTED_REGISTRATION) {
            story.register(municipal, day); // being informed of a person is not enough to change the register
            story.protect(municipal, day, Scenario.Protection.PROTECTED_REGISTRATION);
        }
    }

    static void end(Story story, Episode episode, String enrolment) {
        var day = episode.ended();
        if (day != null) {
            var storyline = story.scenario().storyline();
            var outcome = storyline == Storyline.SUBSIDY_APPROVED || storyline == Storyline.SUBSIDY_APPROVED_BY_TWO
                    ? "SUBSIDISED_EMPLOYMENT"
                    : story.random().oneOf(OUTCOMES);
            story.on(day, at -> new EnrolmentStep.End(story.staff().municipal(), at, enrolment, outcome));
        }
    }

    static void inError(Story story) {
        var day = Objects.requireNonNull(story.person().first().enrolled());
        var municipal = story.staff().municipal();
        story.register(municipal, day);
        story.on(day, at -> new EnrolmentStep.Enrol(municipal, at, "enrolment", null, "PROGRAMME"));
        story.on(
                day.plusDays(story.random().between(0, 5)),
                at -> new CorrectionStep.Correct(municipal, at, "enrolment", "WRONG_PERSON"));
    }

    static void holidayJob(Story story) {
        var episode = story.person().first();
        var municipal = story.staff().municipal();
        var form = story.random().oneIn(3) ? "YOUTH_PLACEMENT" : "HOLIDAY_JOB";
        var day = Objects.requireNonNull(episode.enrolled());
        story.register(municipal, day);
        story.on(day, at -> new EnrolmentStep.Enrol(municipal, at, "enrolment", null, form));
        end(story, episode, "enrolment");
    }
}
