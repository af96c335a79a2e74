package se.samplan.web;

import static se.samplan.web.TestStaff.AGENCY_TRUSTED;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;
import static se.samplan.web.TestStaff.TRUSTED_MANAGER;

import org.junit.jupiter.api.Test;

/** Whoever has to do with a person may protect the identity, however the person came there. */
class ProtectionTest {

    private final Scene scene = Scene.of(SOCIAL_WORKER_1);

    @Test
    void is_marked_by_a_lane_that_the_person_was_referred_to() {
        mark(TRUSTED_MANAGER).refused(404, "UNKNOWN_PARTICIPANT");

        scene.referred();

        mark(TRUSTED_MANAGER).done();
        mark(AGENCY_TRUSTED).refused(404, "UNKNOWN_PARTICIPANT");
    }

    private HttpAnswer mark(TestStaff by) {
        return by.post("/api/participants/" + scene.participant() + "/protection", "{'protection':'SECRECY_MARKING'}");
    }
}
