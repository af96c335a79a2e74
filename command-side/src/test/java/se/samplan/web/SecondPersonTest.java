package se.samplan.web;

import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.CAREFUL_AGENCY_2;
import static se.samplan.web.TestStaff.OPERATOR_1;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samplan.organisation.Role;

/** Two people decide where the policy says so, not two appointments of one. */
class SecondPersonTest {

    private static final String OFFICE = "AF-1480";

    private final String subject = UUID.randomUUID().toString();

    @Test
    void whoever_proposed_may_not_approve_by_another_appointment() {
        OPERATOR_1.post("/api/organisations/" + OFFICE + "/policies", """
                        {'kind':'SUBSIDY_DECISION','values':{'secondPerson':'true'},'validFrom':'2020-01-01'}""").done();
        var scene = Scene.ofAll();
        var approval = below("subsidy-requests", scene.subsidyAsked(), "approval");
        var path = "/api/cases/" + scene.caseId() + "/" + approval;

        as(Role.AGENCY_CASEWORKER).post(path, Scene.approval(50)).done();
        as(Role.AGENCY_MANAGER).post(path, Scene.approval(50)).refused(409, "SECOND_PERSON_NEEDED");
        scene.post(CAREFUL_AGENCY_2, approval, Scene.approval(50)).done();
    }

    private TestClient as(Role role) {
        OPERATOR_1.post("/api/staff", """
                        {'organisation':'%s','subject':'%s','role':'%s','mandates':['SUBSIDY_DECISION']}""".formatted(OFFICE, subject, role)).done();
        return TestClient.of(Running.shared(), subject, OFFICE, role);
    }
}
