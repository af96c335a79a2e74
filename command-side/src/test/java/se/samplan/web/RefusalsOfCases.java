package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.COLLEAGUE;
import static se.samplan.web.TestStaff.FOREIGN_CASEWORKER;
import static se.samplan.web.TestStaff.MANAGER;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;
import static se.samplan.web.TestStaff.TUTOR;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ways to be refused in a case: referrals, enrolments, caseworkers, corrections. */
final class RefusalsOfCases {

    private static final String REASON = "{'reason':'OTHER','explanation':'" + Marks.TEXT + "'}";

    private RefusalsOfCases() {}

    static Map<String, Supplier<HttpAnswer>> all() {
        return Map.ofEntries(
                entry("IN_THE_FUTURE", () -> Scene.ofAll()
                        .post(CASEWORKER, "enrolments", "{'effectiveAt':'2199-01-01'}")),
                entry("BEFORE_ITS_CAUSE", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            CASEWORKER,
                            below("referrals", scene.referred(), "acceptance"),
                            "{'effectiveAt':'2020-01-01'}");
                }),
                entry("BEFORE_BIRTH", () -> Scene.ofAll()
                        .post(CASEWORKER, "enrolments", "{'effectiveAt':'1901-01-01'}")),
                entry("REASON_NEEDED_AFTER_DEATH", () -> {
                    var scene = Scene.ofAll();
                    var enrolment = scene.post(CASEWORKER, "enrolments", "{'effectiveAt':'2022-01-10'}")
                            .id("enrolmentId");
                    scene.post(
                                    CASEWORKER,
                                    below("enrolments", enrolment, "ending"),
                                    "{'outcome':'DECEASED','effectiveAt':'2022-02-01'}")
                            .done();
                    return scene.post(CASEWORKER, below("activities", scene.planned(), "start"), "{}");
                }),
                entry("STALE", () -> Scene.ofAll().post(CASEWORKER, "enrolments", "{}", "If-Match", "\"old\"")),
                entry("NOT_YOURS", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(CASEWORKER, below("referrals", scene.referred(), "withdrawal"), REASON);
                }),
                entry("NOT_IN_A_LANE", () -> Scene.ofAll().post(TUTOR, "enrolments", "{}")),
                entry("UNKNOWN_REFERRAL", () -> Scene.ofAll()
                        .post(CASEWORKER, below("referrals", UUID.randomUUID(), "acceptance"), "{}")),
                entry("REFERRAL_NOT_OPEN", () -> {
                    var scene = Scene.ofAll();
                    var referral = scene.referred();
                    scene.post(CASEWORKER, below("referrals", referral, "acceptance"), "{}")
                            .done();
                    return scene.post(CASEWORKER, below("referrals", referral, "refusal"), REASON);
                }),
                entry("ALREADY_REFERRED", () -> {
                    var scene = Scene.ofAll();
                    scene.referred();
                    return scene.refer(SOCIAL_WORKER_1);
                }),
                entry("NOT_A_LABOUR_MARKET_UNIT", () -> Scene.ofAll()
                        .post(
                                SOCIAL_WORKER_1,
                                "referrals",
                                Scene.referral("'source':'SOCIAL_SERVICES'").replace(Scene.AME, Scene.AF))),
                entry("SOURCE_DOES_NOT_FIT", () -> Scene.ofAll()
                        .post(AGENCY, "referrals", Scene.referral("'source':'SELF'"))),
                entry("OTHER_SOURCE_NEEDED", () -> Scene.ofAll()
                        .post(CASEWORKER, "referrals", Scene.referral("'source':'OTHER'"))),
                entry("WITHOUT_WORK_IN_THE_FUTURE", () -> Scene.ofAll()
                        .post(
                                CASEWORKER,
                                "referrals",
                                Scene.referral("'source':'SELF','withoutWorkSince':'2199-01-01'"))),
                entry("UNKNOWN_ENROLMENT", () -> Scene.ofAll()
                        .post(CASEWORKER, below("enrolments", UUID.randomUUID(), "ending"), "{'outcome':'OTHER'}")),
                entry("ALREADY_ENROLLED", () -> {
                    var scene = Scene.ofAll();
                    scene.enrolled();
                    return scene.post(CASEWORKER, "enrolments", "{}");
                }),
                entry("REFERRAL_NOT_ACCEPTED", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(CASEWORKER, "enrolments", "{'referralId':'%s'}".formatted(scene.referred()));
                }),
                entry("ENROLMENT_ENDED", () -> {
                    var scene = Scene.ofAll();
                    var ending = below("enrolments", scene.enrolled(), "ending");
                    scene.post(CASEWORKER, ending, "{'outcome':'OTHER'}").done();
                    return scene.post(CASEWORKER, ending, "{'outcome':'OTHER'}");
                }),
                entry("ENTRIES_OPEN", () -> {
                    var scene = Scene.ofAll();
                    scene.planned();
                    return scene.post(
                            CASEWORKER, below("enrolments", scene.enrolled(), "ending"), "{'outcome':'OTHER'}");
                }),
                entry("REASON_FOR_LEAVING_OPEN", () -> {
                    var scene = Scene.ofAll();
                    var ending = "{'outcome':'OTHER','leftOpen':['%s']}".formatted(scene.planned());
                    return scene.post(CASEWORKER, below("enrolments", scene.enrolled(), "ending"), ending);
                }),
                entry("ALREADY_RESPONSIBLE", () -> {
                    var scene = Scene.ofAll();
                    scene.post(CASEWORKER, "caseworkers", "{}").done();
                    return scene.post(CASEWORKER, "caseworkers", "{}");
                }),
                entry("NOT_RESPONSIBLE", () -> {
                    var scene = Scene.ofAll();
                    var first = scene.post(CASEWORKER, "caseworkers", "{}").id("assignmentId");
                    scene.post(CASEWORKER, "caseworkers", "{'caseworker':'%s'}".formatted(COLLEAGUE.staffId()))
                            .done();
                    return scene.post(CASEWORKER, Scene.below("caseworkers", first, "ending"), "{}");
                }),
                entry("UNKNOWN_ASSIGNMENT", () -> Scene.ofAll()
                        .post(CASEWORKER, Scene.below("caseworkers", UUID.randomUUID(), "ending"), "{}")),
                entry("NOBODY_RESPONSIBLE", () -> Scene.ofAll()
                        .post(MANAGER, "caseworkers/hand-over", "{'to':'%s'}".formatted(COLLEAGUE.staffId()))),
                entry("UNKNOWN_CASEWORKER", () -> Scene.ofAll()
                        .post(MANAGER, "caseworkers", "{'caseworker':'%s'}".formatted(FOREIGN_CASEWORKER.staffId()))),
                entry("ENTRIES_REST_ON_IT", () -> {
                    var scene = Scene.ofAll();
                    var plan = scene.drafted();
                    scene.plan(CASEWORKER, "COACHING", "'planId':'" + plan + "'")
                            .done();
                    return scene.post(
                            CASEWORKER, "corrections", "{'entry':'%s','reason':'WRONG_FACTS'}".formatted(plan));
                }),
                entry("UNKNOWN_ENTRY", () -> {
                    var scene = Scene.ofAll();
                    var correction = "{'entry':'%s','reason':'WRONG_FACTS','explanation':'%s'}"
                            .formatted(scene.referred(), Marks.TEXT);
                    return scene.post(CASEWORKER, "corrections", correction);
                }));
    }
}
