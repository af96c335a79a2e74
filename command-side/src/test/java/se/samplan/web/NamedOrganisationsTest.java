package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.OPERATOR_1;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever organisation, branch or provider a command names exists. */
class NamedOrganisationsTest {

    @Test
    void a_referral_goes_to_a_lane_that_exists() {
        for (var to : List.of("9999:LABOUR_MARKET", "AF-1481:AGENCY", "1481:AGENCY", "P-KOMPETENS:LABOUR_MARKET")) {
            refer(to).refused(422, "UNKNOWN_ORGANISATION");
        }
        refer("1481:LABOUR_MARKET").done();
    }

    @Test
    void a_consent_names_parties_that_exist() {
        consent("AF-1481:AGENCY").refused(422, "UNKNOWN_ORGANISATION");
        consent("1482:SOCIAL_SERVICES").refused(422, "UNKNOWN_ORGANISATION");
        consent("AF:AGENCY").done();
    }

    @Test
    void an_activity_is_run_by_somebody_who_exists() {
        var scene = Scene.ofAll();
        scene.plan(CASEWORKER, "COACHING", "'runBy':'P-KOMPETNES'").refused(422, "UNKNOWN_ORGANISATION");
        scene.plan(CASEWORKER, "COACHING", "'runBy':'P-KOMPETENS'").done();
    }

    @Test
    void an_organisation_is_part_of_one_that_exists() {
        assertThat(OPERATOR_1
                        .post(
                                "/api/organisations",
                                "{'organisationId':'AF-77','kind':'AGENCY_OFFICE','name':'x','partOf':'AFF'}")
                        .text())
                .contains("UNKNOWN_ORGANISATION");
    }

    private static HttpAnswer refer(String to) {
        return Scene.ofAll()
                .post(
                        SOCIAL_WORKER_1,
                        "referrals",
                        Scene.referral("'source':'SOCIAL_SERVICES'").replace(Scene.AME.toString(), to));
    }

    private static HttpAnswer consent(String with) {
        return Scene.ofAll()
                .post(
                        CASEWORKER,
                        "consents",
                        "{'parties':['%s','%s'],'purpose':'COORDINATED_PLANNING','kinds':['PLAN'],'form':'WRITTEN'}"
                                .formatted(Scene.AME, with));
    }
}
