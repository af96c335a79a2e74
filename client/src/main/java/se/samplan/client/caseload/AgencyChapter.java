package se.samplan.client.caseload;

import java.util.List;

/** What the agency does: registration, a plan, and a provider's measure; and the participant's consent between the two. */
final class AgencyChapter {

    private static final List<String> REASONS = List.of(
            "WORK", "STUDIES", "OWN_REQUEST", "CONTACT_LOST", "REPORT_MISSED", "REFUSED_MEASURE", "MOVED", "OTHER");

    private final Story story;
    private final StaffActor agency;

    private AgencyChapter(Story story) {
        this.story = story;
        this.agency = story.staff().agency();
    }

    /** Registration, and a measure of so many days where there are any. */
    static void write(Story story, int daysOfMeasure) {
        var chapter = new AgencyChapter(story);
        chapter.registration(daysOfMeasure > 0);
        if (daysOfMeasure > 0) {
            chapter.measure(daysOfMeasure);
        }
        if (story.scenario().has(SideEvent.DEREGISTERED)) {
            var reason = story.random().oneOf(REASONS);
            story.on(
                    story.lastDay(), at -> new RegistrationStep.Deregister(chapter.agency, at, "registration", reason));
        }
    }

    /** A week after the enrolment, once both sides are there. */
    static void consent(Story story, String purpose) {
        var form = story.random().oneOf(List.of("WRITTEN", "E_SIGNED", "ORAL_WITH_WITNESS"));
        story.on(
                story.day(8),
                at -> new ConsentStep.Give(
                        story.staff().municipal(),
                        at,
                        "consent",
                        List.of(
                                story.staff().municipal().lane(),
                                story.staff().agency().lane()),
                        purpose,
                        form));
    }

    private void registration(boolean atProvider) {
        story.register(agency, story.day(3));
        var channel = story.random().oneOf(List.of("DIGITAL", "DIGITAL", "SERVICE_OFFICE", "WITH_LABOUR_MARKET_UNIT"));
        var routing =
                atProvider ? "PROVIDER" : story.random().oneOf(List.of("PERSONAL_REMOTE_MEETING", "LOCAL_OFFICE"));
        var group = story.random().oneOf(List.of("A", "B", "C"));
        story.on(
                story.day(3),
                at -> new RegistrationStep.Register(
                        agency, at, "registration", agency.organisation(), channel, routing, group));
        story.on(story.day(3), at -> new CaseworkerStep.Assign(agency, at));
    }

    private void measure(int days) {
        var provider = Roster.PROVIDERS.get(story.person().number() % Roster.PROVIDERS.size());
        int hours = story.random().oneOf(List.of(10, 15, 20));
        story.on(story.day(4), at -> new PlanStep.Draft(agency, at, "agency-plan", story.day(4)));
        story.on(story.day(4), at -> new PlanStep.Agree(agency, at, "agency-plan"));
        story.on(
                story.day(4),
                at -> new ActivityStep.Plan(
                        agency,
                        at,
                        "measure",
                        "PREPARE_AND_MATCH",
                        story.day(6),
                        story.day(6 + days),
                        hours,
                        false,
                        provider,
                        "agency-plan",
                        false));
        story.on(story.day(6), at -> new ActivityStep.Start(agency, at, "measure", null));
        if (6 + days < story.person().room(story.year())) {
            story.on(story.day(6 + days), at -> new ActivityStep.Complete(agency, at, "measure", false));
        }
    }
}
