package se.samplan.client.caseload;

import java.util.List;

/** What the municipality does with its participant: somebody responsible, a plan, goals, activities of its own. */
final class MunicipalChapter {

    private static final List<String> GOALS =
            List.of("EMPLOYMENT", "STUDIES", "CAPACITY", "LANGUAGE", "HEALTH", "OTHER");
    private static final List<String> KINDS = List.of(
            "MAPPING",
            "COACHING",
            "JOB_SEARCH",
            "STUDY_GUIDANCE",
            "LANGUAGE_SUPPORT",
            "WORK_PLACEMENT",
            "WORK_TRAINING",
            "HEALTH_PROMOTION",
            "LOW_THRESHOLD",
            "MATCHING",
            "ADULT_EDUCATION");

    private final Story story;
    private final StaffActor municipal;

    private MunicipalChapter(Story story) {
        this.story = story;
        this.municipal = story.staff().municipal();
    }

    static void write(Story story) {
        var chapter = new MunicipalChapter(story);
        story.on(story.day(0), at -> new CaseworkerStep.Assign(chapter.municipal, at));
        if (story.scenario().has(SideEvent.MUNICIPAL_PLAN)) {
            chapter.plan();
        }
        if (story.scenario().has(SideEvent.MUNICIPAL_ACTIVITY)) {
            chapter.activity();
        }
        if (story.scenario().has(SideEvent.ACTIVITY_IN_ERROR)) {
            chapter.activityInError();
        }
        if (story.scenario().has(SideEvent.HAND_OVER)) {
            story.on(
                    story.day(9),
                    at -> new CaseworkerStep.HandOver(
                            chapter.municipal, at, story.staff().colleague()));
        }
    }

    private void plan() {
        story.on(story.day(1), at -> new PlanStep.Draft(municipal, at, "plan", story.day(1)));
        if (!story.random().oneIn(4)) {
            story.on(story.day(2), at -> new PlanStep.Agree(municipal, at, "plan"));
        }
        var kind = story.random().oneOf(GOALS);
        Integer capacity = kind.equals("CAPACITY") ? story.random().between(1, 4) * 25 : null;
        story.on(story.day(2), at -> new PlanStep.AddGoal(municipal, at, "plan", "goal", kind, capacity));
        if (story.scenario().has(SideEvent.GOAL_ACHIEVED)) {
            var result = story.random().oneOf(List.of("FULLY", "FULLY", "PARTLY", "NOT"));
            story.on(story.lastDay(), at -> new PlanStep.AchieveGoal(municipal, at, "plan", "goal", result));
        }
    }

    private void activity() {
        var kind = story.random().oneOf(KINDS);
        boolean atWorkplace = kind.startsWith("WORK_");
        int lastDay = story.person().room(story.year()) - 1;
        int until = story.random().between(12, Math.min(lastDay, 120));
        int hours = story.random().between(1, 8) * 4;
        var plan = story.scenario().has(SideEvent.MUNICIPAL_PLAN) ? "plan" : null;
        story.on(
                story.day(3),
                at -> new ActivityStep.Plan(
                        municipal,
                        at,
                        "activity",
                        kind,
                        story.day(5),
                        story.day(until),
                        hours,
                        atWorkplace,
                        null,
                        plan,
                        false));
        story.on(story.day(5), at -> new ActivityStep.Start(municipal, at, "activity", null));
        if (!story.scenario().has(SideEvent.LEFT_OPEN)) {
            story.on(story.day(until), at -> new ActivityStep.Complete(municipal, at, "activity", false));
        }
    }

    private void activityInError() {
        story.on(
                story.day(4),
                at -> new ActivityStep.Plan(
                        municipal,
                        at,
                        "activity-in-error",
                        "HEALTH_PROMOTION",
                        story.day(6),
                        story.day(10),
                        4,
                        false,
                        null,
                        null,
                        false));
        story.on(story.day(5), at -> new CorrectionStep.Correct(municipal, at, "activity-in-error", "WRONG_PERSON"));
    }
}
