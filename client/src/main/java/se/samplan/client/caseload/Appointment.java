package se.samplan.client.caseload;

import java.util.List;

/**
 * Somebody to be appointed before the caseload is sent.
 *
 * @param mandates what the person may decide beyond the role
 * @param leaves whether the appointment has ended by then
 */
record Appointment(Actor actor, List<String> mandates, boolean leaves) {

    static final String SUBSIDY_DECISION = "SUBSIDY_DECISION";
    static final String PROTECTED_IDENTITIES = "PROTECTED_IDENTITIES";

    static Appointment of(Actor actor, String... mandates) {
        return new Appointment(actor, List.of(mandates), false);
    }

    static Appointment former(Actor actor) {
        return new Appointment(actor, List.of(), true);
    }
}
