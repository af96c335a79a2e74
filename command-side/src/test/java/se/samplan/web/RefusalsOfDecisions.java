package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.AGENCY_PLAIN;
import static se.samplan.web.TestStaff.CAREFUL_AGENCY;
import static se.samplan.web.TestStaff.CAREFUL_AGENCY_2;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.OPERATOR_1;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ways to be refused in consents, clearances and subsidy decisions. */
final class RefusalsOfDecisions {

    private static final String WITHDRAWAL = "{'explanation':'" + Marks.TEXT + "'}";
    private static final String EMPLOYER = "556016-0680";

    private RefusalsOfDecisions() {}

    static Map<String, Supplier<HttpAnswer>> all() {
        return Map.ofEntries(
                entry("UNKNOWN_CONSENT", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(SOCIAL_WORKER_1, below("consents", scene.consented(), "withdrawal"), "{}");
                }),
                entry("TOO_FEW_PARTIES", () -> Scene.ofAll().post(CASEWORKER, "consents", """
                                {'parties':['%s'],'purpose':'FOLLOW_UP','kinds':['PLAN'],'form':'WRITTEN'}""".formatted(Scene.AME))),
                entry("NOT_A_PARTY", () -> Scene.ofAll()
                        .post(CASEWORKER, "consents", """
                                {'parties':['%s','%s'],'purpose':'FOLLOW_UP','kinds':['PLAN'],'form':'WRITTEN'}""".formatted(Scene.AF, Scene.SOCIAL))),
                entry("NO_KINDS", () -> Scene.ofAll().consent("'kinds':[],'form':'WRITTEN'")),
                entry("ENDS_BEFORE_IT_BEGINS", () -> Scene.ofAll()
                        .consent("'kinds':['PLAN'],'form':'WRITTEN','validTo':'2020-01-01'")),
                entry("CONSENT_IN_FORCE", () -> {
                    var scene = Scene.ofAll();
                    scene.consented();
                    return scene.consent("'kinds':['PLAN','ACTIVITIES','SUBSIDY'],'form':'E_SIGNED'");
                }),
                entry("WITNESS_NEEDED", () -> Scene.ofAll().consent("'kinds':['PLAN'],'form':'ORAL_WITH_WITNESS'")),
                entry("NOT_IN_FORCE", () -> {
                    var scene = Scene.ofAll();
                    var withdrawal = below("consents", scene.consented(), "withdrawal");
                    scene.post(AGENCY, withdrawal, "{}").done();
                    return scene.post(CASEWORKER, withdrawal, "{}");
                }),
                entry("NO_GROUND", () -> {
                    var scene = Scene.ofAll();
                    return scene.askClearance(scene.planned());
                }),
                entry("UNKNOWN_CLEARANCE", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(SOCIAL_WORKER_1, "passing-of-time", "{'until':'2026-01-01'}")
                                            .status()
                                    == 200
                            ? scene.post(AGENCY, below("clearances", UUID.randomUUID(), "grant"), "{}")
                            : scene.post(AGENCY, "clearances", "{}");
                }),
                entry("CLEARANCE_ALREADY_REQUESTED", () -> {
                    var scene = Scene.ofAll();
                    scene.consented();
                    var activity = scene.planned();
                    scene.askClearance(activity).done();
                    return scene.askClearance(activity);
                }),
                entry("CLEARANCE_ANSWERED", () -> {
                    var scene = Scene.ofAll();
                    var clearance = scene.clearanceAsked();
                    scene.post(AGENCY, below("clearances", clearance, "grant"), "{}")
                            .done();
                    return scene.post(CASEWORKER, below("clearances", clearance, "withdrawal"), WITHDRAWAL);
                }),
                entry("CLEARANCE_NOT_GIVEN", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(AGENCY, below("clearances", scene.clearanceAsked(), "withdrawal"), WITHDRAWAL);
                }),
                entry("UNTIL_IN_THE_PAST", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            AGENCY, below("clearances", scene.clearanceAsked(), "grant"), "{'until':'2020-01-01'}");
                }),
                entry("UNKNOWN_SUBSIDY_REQUEST", () -> Scene.ofAll()
                        .post(AGENCY, below("subsidy-requests", UUID.randomUUID(), "approval"), Scene.approval(50))),
                entry("WINDOW_CLOSES_BEFORE_REQUEST", () -> {
                    var scene = Scene.ofAll();
                    scene.consented();
                    return scene.askSubsidy(EMPLOYER, LocalDate.of(2020, 1, 1));
                }),
                entry("SUBSIDY_DECIDED", () -> {
                    var scene = Scene.ofAll();
                    var approval = below("subsidy-requests", scene.subsidyAsked(), "approval");
                    scene.post(AGENCY, approval, Scene.approval(50)).done();
                    return scene.post(AGENCY, approval, Scene.approval(50));
                }),
                entry("WINDOW_CLOSED", RefusalsOfDecisions::approveTooLate),
                entry("NO_MANDATE", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            AGENCY_PLAIN,
                            below("subsidy-requests", scene.subsidyAsked(), "approval"),
                            Scene.approval(50));
                }),
                entry("SECOND_PERSON_NEEDED", () -> proposed().by(CAREFUL_AGENCY, 50)),
                entry("NOT_AS_PROPOSED", () -> proposed().by(CAREFUL_AGENCY_2, 60)),
                entry("PERIOD_ENDS_BEFORE_IT_BEGINS", () -> {
                    var scene = Scene.ofAll();
                    return scene.post(
                            AGENCY,
                            below("subsidy-requests", scene.subsidyAsked(), "approval"),
                            "{'levelPercent':50,'from':'2027-01-02','to':'2027-01-01'}");
                }),
                entry("ORGANISATION_NUMBER_MALFORMED", () -> employer("a company")),
                entry("ORGANISATION_NUMBER_NO_SUCH_DATE", () -> employer("991399-0006")),
                entry("ORGANISATION_NUMBER_CHECK_DIGIT", () -> employer("556016-0681")));
    }

    private static HttpAnswer employer(String number) {
        return Scene.ofAll().askSubsidy(number, LocalDate.now(ZoneOffset.UTC).plusDays(1));
    }

    private static HttpAnswer approveTooLate() {
        var scene = Scene.ofAll();
        scene.consent("'kinds':['SUBSIDY'],'form':'WRITTEN','effectiveAt':'2022-01-01'")
                .done();
        var request = scene.post(CASEWORKER, "subsidy-requests", """
                {'scheme':'NEW_START_JOB','employer':'556016-0680','extentPercent':50,'wantedStart':'2022-02-01',
                 'windowClosesOn':'2022-01-10','effectiveAt':'2022-01-02'}""").id("subsidyRequestId");
        return scene.post(AGENCY, below("subsidy-requests", request, "approval"), Scene.approval(50));
    }

    private record Proposed(Scene scene, UUID request) {

        HttpAnswer by(TestStaff approving, int level) {
            return scene.post(approving, below("subsidy-requests", request, "approval"), Scene.approval(level));
        }
    }

    private static Proposed proposed() {
        OPERATOR_1.post("/api/organisations/AF-1480/policies", """
                        {'kind':'SUBSIDY_DECISION','values':{'secondPerson':'true'},'validFrom':'2020-01-01'}""").done();
        var scene = Scene.ofAll();
        var proposed = new Proposed(scene, scene.subsidyAsked());
        proposed.by(CAREFUL_AGENCY, 50).done();
        return proposed;
    }
}
