package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.TestStaff.FOREIGN_CASEWORKER;
import static se.samplan.web.TestStaff.MANAGER;
import static se.samplan.web.TestStaff.OPERATOR_1;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ways to be refused in organisations, appointments and policies. */
final class RefusalsOfStaffAndPolicies {

    private RefusalsOfStaffAndPolicies() {}

    static Map<String, Supplier<HttpAnswer>> all() {
        return Map.ofEntries(
                entry(
                        "ALREADY_REGISTERED",
                        () -> OPERATOR_1.post(
                                "/api/organisations",
                                "{'organisationId':'1481','kind':'MUNICIPALITY','name':'" + Marks.TEXT + "'}")),
                entry(
                        "IDENTITY_NUMBER_IN_PLAIN_TEXT",
                        () -> MANAGER.post(
                                "/api/staff",
                                "{'organisation':'1481','subject':'19900101-9802','role':'MUNICIPAL_CASEWORKER'}")),
                entry("UNKNOWN_ORGANISATION", () -> appoint("NOWHERE", "MUNICIPAL_CASEWORKER", "")),
                entry("ROLE_DOES_NOT_FIT", () -> appoint("1481", "AGENCY_CASEWORKER", "")),
                entry(
                        "NOT_YOUR_ORGANISATION",
                        () -> MANAGER.post(
                                "/api/staff", "{'organisation':'1480','subject':'x','role':'SOCIAL_WORKER'}")),
                entry(
                        "NOT_YOUR_BRANCH",
                        () -> MANAGER.post(
                                "/api/staff", "{'organisation':'1481','subject':'x','role':'SOCIAL_WORKER'}")),
                entry("MANDATE_FOR_YOURSELF", () -> MANAGER.post("/api/staff", """
                                {'organisation':'1481','subject':'%s','role':'MUNICIPAL_MANAGER',
                                 'mandates':['PROTECTED_IDENTITIES']}""".formatted(MANAGER.name()))),
                entry("UNKNOWN_STAFF_MEMBER", () -> MANAGER.post("/api/staff/" + UUID.randomUUID() + "/ending", "{}")),
                entry("APPOINTMENT_ENDED", () -> {
                    var ending = "/api/staff/"
                            + appoint("1481", "MUNICIPAL_CASEWORKER", "").id("staffId") + "/ending";
                    MANAGER.post(ending, "{}").done();
                    return MANAGER.post(ending, "{}");
                }),
                entry(
                        "APPOINTMENT_CONFIRMED",
                        () -> OPERATOR_1.post("/api/staff/" + MANAGER.staffId() + "/confirmation", "{}")),
                entry(
                        "APPOINTMENT_NEEDS_SECOND_PERSON",
                        () -> OPERATOR_1.post(
                                "/api/staff/" + appoint("1481", "AUDITOR", "").id("staffId") + "/confirmation", "{}")),
                entry("LAST_OPERATOR", () -> OPERATOR_1.post("/api/staff/" + OPERATOR_1.staffId() + "/ending", "{}")),
                entry(
                        "APPOINTMENT_ENDS_BEFORE_IT_BEGINS",
                        () -> appoint("1481", "SOCIAL_WORKER", ",'to':'2020-01-01'")),
                entry("UNKNOWN_VALUE", () -> policy("1481", "'values':{'colour':'red'},'validFrom':'2019-01-01'")),
                entry("VALUE_OUT_OF_RANGE", () -> policy("1481", "'values':{'days':'many'},'validFrom':'2019-01-01'")),
                entry(
                        "POLICY_ENDS_BEFORE_IT_BEGINS",
                        () -> policy("1481", "'values':{'days':'3'},'validFrom':'2019-01-02','validTo':'2019-01-01'")),
                entry(
                        "NOT_YOUR_POLICY",
                        () -> MANAGER.post(
                                "/api/organisations/1480/policies",
                                "{'kind':'REFERRAL_ANSWER','values':{},'validFrom':'2019-01-01'}")),
                entry("NOT_APPOINTED", () -> TestClient.of(
                                Running.shared(), "nobody", "1481", FOREIGN_CASEWORKER.role())
                        .post("/api/participants", "{'identityNumber':'%s'}".formatted(Scene.freshNumber()))));
    }

    private static HttpAnswer appoint(String organisation, String role, String more) {
        return OPERATOR_1.post(
                "/api/staff",
                "{'organisation':'%s','subject':'%s','role':'%s'%s}".formatted(organisation, Marks.TEXT, role, more));
    }

    private static HttpAnswer policy(String organisation, String more) {
        return OPERATOR_1.post(
                "/api/organisations/" + organisation + "/policies", "{'kind':'REFERRAL_ANSWER'," + more + "}");
    }
}
