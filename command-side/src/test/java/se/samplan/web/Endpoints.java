package se.samplan.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every write below a case with a body of the right shape, free text in all that take any. */
final class Endpoints {

    private static final String TEXT = "{'explanation':'" + Marks.TEXT + "'}";
    private static final String REASON = "{'reason':'OTHER','explanation':'" + Marks.TEXT + "'}";

    /** @param path what follows the case's id; {@code ID} stands for an entry's */
    record Endpoint(String path, String body) {

        String below(UUID caseId) {
            return "/api/cases/" + caseId + "/" + path.replace("ID", new UUID(0, 1).toString());
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private Endpoints() {}

    /** The paths of all writes that the command side takes, with variables in braces. */
    static List<String> mapped(Running running) {
        return running
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .toList();
    }

    static List<Endpoint> all() {
        return Stream.concat(
                        OverHttp.all().stream().flatMap(capability -> capability.endpoints().stream()),
                        ofOthers().stream())
                .toList();
    }

    private static List<Endpoint> ofOthers() {
        return List.of(
                new Endpoint("referrals", Scene.referral("'source':'SELF','reason':'" + Marks.TEXT + "'")),
                new Endpoint("referrals/ID/acceptance", "{}"),
                new Endpoint("referrals/ID/refusal", REASON),
                new Endpoint("referrals/ID/withdrawal", REASON),
                new Endpoint("enrolments", "{}"),
                new Endpoint("enrolments/ID/ending", "{'outcome':'OTHER','explanation':'" + Marks.TEXT + "'}"),
                new Endpoint("caseworkers", "{}"),
                new Endpoint("caseworkers/ID/ending", "{}"),
                new Endpoint(
                        "caseworkers/hand-over",
                        "{'to':'%s','note':'%s'}".formatted(TestStaff.COLLEAGUE.staffId(), Marks.TEXT)),
                new Endpoint("consents", """
                        {'parties':['%s','%s'],'purpose':'FOLLOW_UP','kinds':['PLAN'],'form':'ORAL_WITH_WITNESS',
                         'witness':'%s'}""".formatted(Scene.AME, Scene.AF, Marks.TEXT)),
                new Endpoint("consents/ID/withdrawal", "{}"),
                new Endpoint("plans", "{'from':'2026-01-01','summary':'" + Marks.TEXT + "'}"),
                new Endpoint("plans/ID/agreement", "{}"),
                new Endpoint("plans/ID/goals", "{'kind':'STUDIES','description':'" + Marks.TEXT + "'}"),
                new Endpoint("plans/ID/goals/ID/achievement", "{'result':'FULLY'}"),
                new Endpoint("activities", """
                        {'kind':'COACHING','from':'2026-01-01','hoursPerWeek':3,'description':'%s'}""".formatted(Marks.TEXT)),
                new Endpoint("activities/ID/start", "{'reason':'" + Marks.TEXT + "'}"),
                new Endpoint("activities/ID/rescheduling", "{'from':'2026-01-01','hoursPerWeek':3}"),
                new Endpoint("activities/ID/completion", "{}"),
                new Endpoint("activities/ID/interruption", REASON),
                new Endpoint("collisions/ID/acceptance", "{'reason':'" + Marks.TEXT + "'}"),
                new Endpoint("clearances", "{'activityId':'%s','message':'%s'}".formatted(new UUID(0, 1), Marks.TEXT)),
                new Endpoint("clearances/ID/grant", "{'conditionText':'" + Marks.TEXT + "'}"),
                new Endpoint("clearances/ID/denial", REASON),
                new Endpoint("clearances/ID/withdrawal", TEXT),
                new Endpoint("subsidy-requests", """
                        {'scheme':'WAGE_SUBSIDY','employer':'%s','position':'%s','extentPercent':50,
                         'wantedStart':'2199-01-01','windowClosesOn':'2199-01-01'}""".formatted(Marks.SOLE_TRADER, Marks.TEXT)),
                new Endpoint("subsidy-requests/ID/approval", Scene.approval(50)),
                new Endpoint("subsidy-requests/ID/refusal", REASON),
                new Endpoint("subsidy-requests/ID/withdrawal", TEXT),
                new Endpoint(
                        "corrections",
                        "{'entry':'%s','reason':'WRONG_FACTS','explanation':'%s'}"
                                .formatted(new UUID(0, 1), Marks.TEXT)),
                new Endpoint("passing-of-time", "{'until':'2026-01-01'}"));
    }
}
