package se.samplan.web;

import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.COLLEAGUE;
import static se.samplan.web.TestStaff.MANAGER;
import static se.samplan.web.TestStaff.OPERATOR_1;
import static se.samplan.web.TestStaff.TRUSTED;
import static se.samplan.web.TestStaff.TRUSTED_MANAGER;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case goes only to somebody who works in the lane still and may see the person. */
class HandOverTest {

    private final Scene scene = Scene.ofAll();

    private static UUID appointed(String subject) {
        return OPERATOR_1
                .post(
                        "/api/staff",
                        "{'organisation':'1481','subject':'%s','role':'MUNICIPAL_CASEWORKER','from':'2020-01-01'}"
                                .formatted(subject))
                .done()
                .id("staffId");
    }

    private static void ended(UUID appointment) {
        MANAGER.post("/api/staff/" + appointment + "/ending", "{}").done();
    }

    private HttpAnswer handOver(TestStaff by, UUID to, String more) {
        return scene.post(by, "caseworkers/hand-over", "{'to':'%s'%s}".formatted(to, more));
    }

    @Test
    void somebody_who_has_left_takes_over_nothing_not_even_from_before() {
        scene.post(CASEWORKER, "caseworkers", "{'effectiveAt':'2022-01-01'}").done();
        var left = appointed("left-" + scene.caseId());
        ended(left);

        handOver(CASEWORKER, left, "").refused(422, "UNKNOWN_CASEWORKER");
        handOver(CASEWORKER, left, ",'effectiveAt':'2022-06-01'").refused(422, "UNKNOWN_CASEWORKER");
        handOver(CASEWORKER, COLLEAGUE.staffId().value(), "").done();
    }

    @Test
    void somebody_appointed_anew_takes_over_whichever_appointment_is_named() {
        scene.post(CASEWORKER, "caseworkers", "{}").done();
        var subject = "anew-" + scene.caseId();
        var first = appointed(subject);
        appointed(subject);
        ended(first);

        handOver(CASEWORKER, first, "").done();
    }

    @Test
    void a_protected_person_goes_to_nobody_without_the_mandate() {
        scene.post(TRUSTED, "caseworkers", "{}").done();
        scene.protectedFromNowOn();

        handOver(TRUSTED, COLLEAGUE.staffId().value(), "").refused(422, "UNKNOWN_CASEWORKER");
        handOver(TRUSTED, TRUSTED_MANAGER.staffId().value(), "").done();
    }
}
