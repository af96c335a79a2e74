package se.samplan.client.caseload;

import java.util.List;

/**
 * Somebody to be appointed before the caseload is sent.
 *
 * @param mandates what the person may decide beyond the role
 * @param leaves whether the appointment has ended by then
 */
record PlannedAppointment(StaffActor actor, List<String> mandates, boolean leaves) {

    static final String SUBSIDY_DECISION = "SUBSIDY_DECISION";
    static final String PROTECTED_IDENTITIES = "PROTECTED_IDENTITIES";

    static PlannedAppointment of(StaffActor actor, String... mandates) {
        return new PlannedAppointment(actor, List.of(mandates), false);
    }

    static PlannedAppointment former(StaffActor actor) {
        return new PlannedAppointment(actor, List.of(), true);
    }
}
