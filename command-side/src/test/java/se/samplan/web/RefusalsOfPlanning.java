package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.MANAGER;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ways to be refused in plans, goals, activities and collisions. */
final class RefusalsOfPlanning {

    private RefusalsOfPlanning() {}

    static Map<String, Supplier<HttpAnswer>> all() {
        return Map.ofEntries(
                entry("UNKNOWN_PLAN", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(AGENCY, below("plans", scene.drafted(), "agreement"), "{}");
                }),
                entry("UNKNOWN_GOAL", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            CASEWORKER,
                            below("plans", scene.drafted(), "goals/" + UUID.randomUUID() + "/achievement"),
                            "{'result':'FULLY'}");
                }),
                entry("UNKNOWN_ACTIVITY", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(AGENCY, below("activities", scene.planned(), "completion"), "{}");
                }),
                entry("ALREADY_AGREED", () -> {
                    var scene = Scene.ofAll();
                    var agreement = below("plans", scene.drafted(), "agreement");
                    scene.post(CASEWORKER, agreement, "{}").done();
                    return scene.post(CASEWORKER, agreement, "{}");
                }),
                entry("ALREADY_ACHIEVED", () -> {
                    var scene = Scene.ofAll();
                    var plan = scene.drafted();
                    var achievement = below("plans", plan, below("goals", scene.goal(plan), "achievement"));
                    scene.post(CASEWORKER, achievement, "{'result':'FULLY'}").done();
                    return scene.post(CASEWORKER, achievement, "{'result':'NOT'}");
                }),
                entry("ENDS_BEFORE_START", () -> Scene.ofAll()
                        .post(CASEWORKER, "plans", "{'from':'2026-01-02','to':'2026-01-01'}")),
                entry("CAPACITY_NEEDED", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(CASEWORKER, below("plans", scene.drafted(), "goals"), "{'kind':'CAPACITY'}");
                }),
                entry("NOT_THE_OWNER", () -> Scene.ofAll().plan(CASEWORKER, "COACHING", "'owner':'" + Scene.AF + "'")),
                entry("TOO_MANY_ACTIVITIES", () -> {
                    var scene = Scene.ofAll();
                    for (int i = 0; i < 25; i++) {
                        scene.planned();
                    }
                    return scene.plan(CASEWORKER, "COACHING", "");
                }),
                entry("ALREADY_STARTED", () -> {
                    var scene = Scene.ofAll();
                    var start = below("activities", scene.planned(), "start");
                    scene.post(CASEWORKER, start, "{}").done();
                    return scene.post(CASEWORKER, start, "{}");
                }),
                entry("ACTIVITY_ENDED", () -> {
                    var scene = Scene.ofAll();
                    var completion = below("activities", scene.planned(), "completion");
                    scene.post(CASEWORKER, completion, "{}").done();
                    return scene.post(CASEWORKER, completion, "{}");
                }),
                entry("CLEARANCE_NEEDED", RefusalsOfPlanning::startWhereTheUnitIsStrict),
                entry("REASON_NEEDED", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            CASEWORKER, below("activities", besideMeasure(scene, "2026-01-01"), "start"), "{}");
                }),
                entry("UNKNOWN_COLLISION", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            CASEWORKER,
                            below("collisions", UUID.randomUUID(), "acceptance"),
                            "{'reason':'" + Marks.TEXT + "'}");
                }),
                entry("COLLISION_NOT_OPEN", () -> {
                    var scene = Scene.ofAll();
                    var acceptance = below("collisions", scene.collided(), "acceptance");
                    scene.post(CASEWORKER, acceptance, "{'reason':'" + Marks.TEXT + "'}")
                            .done();
                    return scene.post(CASEWORKER, acceptance, "{'reason':'" + Marks.TEXT + "'}");
                }));
    }

    private static UUID besideMeasure(Scene scene, String consentedOn) {
        scene.consent("'kinds':['ACTIVITIES'],'form':'WRITTEN','effectiveAt':'%1$s','validFrom':'%1$s'"
                        .formatted(consentedOn))
                .done();
        var when = "'effectiveAt':'" + consentedOn + "'";
        scene.plan(AGENCY, "PREPARE_AND_MATCH", when).done();
        return scene.plan(CASEWORKER, "WORK_PLACEMENT", when + ",'atWorkplace':true")
                .id("activityId");
    }

    /** Strict for one day long ago, so that no other test meets it. */
    private static HttpAnswer startWhereTheUnitIsStrict() {
        MANAGER.post("/api/organisations/1481/policies", """
                        {'kind':'BESIDE_AGENCY_MEASURE','values':{'strictClearance':'true'},
                         'validFrom':'2018-05-02','validTo':'2018-05-02'}""").done();
        var scene = Scene.ofAll();
        var activity = besideMeasure(scene, "2018-05-02");
        return scene.post(
                CASEWORKER, below("activities", activity, "start"), "{'effectiveAt':'2018-05-02','reason':'x'}");
    }
}
