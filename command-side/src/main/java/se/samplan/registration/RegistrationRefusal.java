package se.samplan.registration;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a registration, or its end, is refused. */
public enum RegistrationRefusal implements Reason {
    UNKNOWN_REGISTRATION(
            Kind.NOT_FOUND, "Okänd inskrivning hos Arbetsförmedlingen.", "Unknown registration with the agency."),
    ALREADY_REGISTERED_THERE(
            Kind.CONFLICT,
            "Personen är redan inskriven enligt den här parten.",
            "The person is registered already, as this party has it."),
    REGISTRATION_ENDED(
            Kind.CONFLICT,
            "Inskrivningen hos Arbetsförmedlingen är redan avslutad.",
            "The registration with the agency has ended already."),
    UNKNOWN_OFFICE(Kind.INVALID, "Okänt AF-kontor.", "Unknown agency office."),
    PROVENANCE_NEEDED(
            Kind.INVALID,
            "En annan part än Arbetsförmedlingen anger hur uppgiften är känd.",
            "A party other than the agency says how it came to know.");

    private final Wording wording;

    RegistrationRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
