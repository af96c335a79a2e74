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

    Actor reportMaker() {
        return at(Actor.Role.REPORT_MAKER, municipality, "rm", "1");
    }

    List<Appointment> appointments() {
        var all = new ArrayList<Appointment>();
        for (int i = 1; i <= pairs; i++) {
            all.add(Appointment.of(social(i)));
            all.add(Appointment.of(municipal(i)));
            all.add(Appointment.of(agency(i)));
        }
        all.add(Appointment.of(socialOfProtected(), Appointment.PROTECTED_IDENTITIES));
        all.add(Appointment.of(municipalOfProtected(), Appointment.PROTECTED_IDENTITIES));
        all.add(Appointment.of(agencyOfProtected(), Appointment.PROTECTED_IDENTITIES));
        all.add(Appointment.of(decider(1), Appointment.SUBSIDY_DECISION));
        all.add(Appointment.of(decider(2), Appointment.SUBSIDY_DECISION));
        all.add(Appointment.of(at(Actor.Role.MUNICIPAL_MANAGER, municipality, "mm", "1")));
        all.add(Appointment.of(at(Actor.Role.AGENCY_MANAGER, office(), "am", "1")));
        all.add(Appointment.of(at(Actor.Role.AUDITOR, municipality, "au", "1")));
        all.add(Appointment.of(reportMaker()));
        all.add(Appointment.former(at(Actor.Role.MUNICIPAL_CASEWORKER, municipality, "mc", "former")));
        all.add(Appointment.former(at(Actor.Role.SOCIAL_WORKER, municipality, "sw", "former")));
        return all;
    }

    static List<Appointment> tutors() {
        return PROVIDERS.stream()
                .map(provider ->
                        Appointment.of(new Actor(Actor.Role.PROVIDER_TUTOR, provider, "pt-" + provider + "-1")))
                .toList();
    }

    Actor social(int number) {
        return at(Actor.Role.SOCIAL_WORKER, municipality, "sw", Integer.toString(number));
    }

    Actor municipal(int number) {
        return at(Actor.Role.MUNICIPAL_CASEWORKER, municipality, "mc", Integer.toString(number));
    }

    Actor agency(int number) {
        return at(Actor.Role.AGENCY_CASEWORKER, office(), "ac", Integer.toString(number));
    }

    /** Of those with the mandate to decide on subsidies. */
    Actor decider(int number) {
        return at(Actor.Role.AGENCY_CASEWORKER, office(), "ac", "subsidy-" + number);
    }

    Actor socialOfProtected() {
        return at(Actor.Role.SOCIAL_WORKER, municipality, "sw", "protected");
    }

    Actor municipalOfProtected() {
        return at(Actor.Role.MUNICIPAL_CASEWORKER, municipality, "mc", "protected");
    }

    Actor agencyOfProtected() {
        return at(Actor.Role.AGENCY_CASEWORKER, office(), "ac", "protected");
    }

    private Actor at(Actor.Role role, String organisation, String initials, String which) {
        return new Actor(role, organisation, initials + "-" + municipality + "-" + which);
    }
}
