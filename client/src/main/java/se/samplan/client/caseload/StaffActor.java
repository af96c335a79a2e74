package se.samplan.client.caseload;

import java.util.Locale;

/** Somebody of the staff, in whose name a command is sent. */
record StaffActor(Role role, String organisation, String person) {

    /** What somebody may do, by the codes of the API. */
    enum Role {
        SOCIAL_WORKER,
        MUNICIPAL_CASEWORKER,
        MUNICIPAL_MANAGER,
        AGENCY_CASEWORKER,
        AGENCY_MANAGER,
        PROVIDER_TUTOR,
        AUDITOR,
        REPORT_MAKER,
        OPERATOR;

        /** The client id with which the demo issuer gives tokens of this role. */
        String clientId() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The lane that the person works in; several branches of one municipality are several lanes. */
    String lane() {
        return switch (role) {
            case SOCIAL_WORKER -> organisation + ":SOCIAL_SERVICES";
            case MUNICIPAL_CASEWORKER, MUNICIPAL_MANAGER -> organisation + ":LABOUR_MARKET";
            case AGENCY_CASEWORKER, AGENCY_MANAGER -> "AF:AGENCY";
            case PROVIDER_TUTOR, AUDITOR, REPORT_MAKER, OPERATOR -> "";
        };
    }
}
