package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.List;

/**
 * The staff of one municipality and of its agency office.
 *
 * @param pairs how many social workers and how many municipal caseworkers share the work
 */
record Roster(String municipality, int pairs) {

    /** Providers of measures on the agency's behalf. */
    static final List<String> PROVIDERS = List.of("P-NAVET", "P-STEGEN", "P-VIDARE");

    static Roster of(MunicipalFigures figures) {
        return new Roster(figures.municipality().code(), 2 + figures.participants() / 300);
    }

    String office() {
        return "AF-" + municipality;
    }

    StaffActor reportMaker() {
        return at(StaffActor.Role.REPORT_MAKER, municipality, "rm", "1");
    }

    List<PlannedAppointment> appointments() {
        var all = new ArrayList<PlannedAppointment>();
        for (int i = 1; i <= pairs; i++) {
            all.add(PlannedAppointment.of(social(i)));
            all.add(PlannedAppointment.of(municipal(i)));
            all.add(PlannedAppointment.of(agency(i)));
        }
        all.add(PlannedAppointment.of(socialOfProtected(), PlannedAppointment.PROTECTED_IDENTITIES));
        all.add(PlannedAppointment.of(municipalOfProtected(), PlannedAppointment.PROTECTED_IDENTITIES));
        all.add(PlannedAppointment.of(agencyOfProtected(), PlannedAppointment.PROTECTED_IDENTITIES));
        for (var first : List.of(socialOfProtected(), municipalOfProtected(), agencyOfProtected())) {
            all.add(PlannedAppointment.of(secondOfProtected(first), PlannedAppointment.PROTECTED_IDENTITIES));
        }
        all.add(PlannedAppointment.of(decider(1), PlannedAppointment.SUBSIDY_DECISION));
        all.add(PlannedAppointment.of(decider(2), PlannedAppointment.SUBSIDY_DECISION));
        all.add(PlannedAppointment.of(at(StaffActor.Role.MUNICIPAL_MANAGER, municipality, "mm", "1")));
        all.add(PlannedAppointment.of(at(StaffActor.Role.AGENCY_MANAGER, office(), "am", "1")));
        all.add(PlannedAppointment.of(reportMaker()));
        all.add(PlannedAppointment.former(at(StaffActor.Role.MUNICIPAL_CASEWORKER, municipality, "mc", "former")));
        all.add(PlannedAppointment.former(at(StaffActor.Role.SOCIAL_WORKER, municipality, "sw", "former")));
        return all;
    }

    static List<PlannedAppointment> tutors() {
        return PROVIDERS.stream()
                .map(provider -> PlannedAppointment.of(
                        new StaffActor(StaffActor.Role.PROVIDER_TUTOR, provider, "pt-" + provider + "-1")))
                .toList();
    }

    StaffActor social(int number) {
        return at(StaffActor.Role.SOCIAL_WORKER, municipality, "sw", Integer.toString(number));
    }

    StaffActor municipal(int number) {
        return at(StaffActor.Role.MUNICIPAL_CASEWORKER, municipality, "mc", Integer.toString(number));
    }

    StaffActor agency(int number) {
        return at(StaffActor.Role.AGENCY_CASEWORKER, office(), "ac", Integer.toString(number));
    }

    /** Of those with the mandate to decide on subsidies. */
    StaffActor decider(int number) {
        return at(StaffActor.Role.AGENCY_CASEWORKER, office(), "ac", "subsidy-" + number);
    }

    /** A colleague of somebody who sees protected people: it takes two to protect one. */
    StaffActor secondOfProtected(StaffActor first) {
        return new StaffActor(
                first.role(), first.organisation(), first.person().replace("-protected", "-second-protected"));
    }

    StaffActor socialOfProtected() {
        return at(StaffActor.Role.SOCIAL_WORKER, municipality, "sw", "protected");
    }

    StaffActor municipalOfProtected() {
        return at(StaffActor.Role.MUNICIPAL_CASEWORKER, municipality, "mc", "protected");
    }

    StaffActor agencyOfProtected() {
        return at(StaffActor.Role.AGENCY_CASEWORKER, office(), "ac", "protected");
    }

    private StaffActor at(StaffActor.Role role, String organisation, String initials, String which) {
        return new StaffActor(role, organisation, initials + "-" + municipality + "-" + which);
    }
}
