package se.samplan.issuer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A role that the demo issuer issues tokens for, with its organisation in the demo set. */
enum DemoRole {
    SOCIAL_WORKER("1481"),
    MUNICIPAL_CASEWORKER("1481"),
    MUNICIPAL_MANAGER("1481"),
    AGENCY_CASEWORKER("AF-1481"),
    AGENCY_MANAGER("AF-1481"),
    PROVIDER_TUTOR("P-KOMPETENS"),
    AUDITOR("1481"),
    REPORT_MAKER("1481"),
    OPERATOR("SAMPLAN");

    private final String organisation;

    DemoRole(String organisation) {
        this.organisation = organisation;
    }

    static Optional<DemoRole> ofClient(String clientId) {
        return Arrays.stream(values())
                .filter(role -> role.clientId().equals(clientId))
                .findFirst();
    }

    String clientId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String organisation() {
        return organisation;
    }
}
