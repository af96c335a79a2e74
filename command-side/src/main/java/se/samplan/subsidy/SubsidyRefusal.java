package se.samplan.subsidy;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why something about a wage subsidy is refused. */
public enum SubsidyRefusal implements Reason {
    UNKNOWN_SUBSIDY_REQUEST(Kind.NOT_FOUND, "Okänd begäran om lönestöd.", "Unknown request for a subsidy."),
    WINDOW_CLOSES_BEFORE_REQUEST(
            Kind.INVALID, "Fönstret stänger innan begäran görs.", "The window closes before the request is made."),
    SUBSIDY_DECIDED(
            Kind.CONFLICT,
            "Begäran är redan avgjord, återtagen eller förfallen.",
            "The request is decided, withdrawn or lapsed already."),
    WINDOW_CLOSED(
            Kind.CONFLICT,
            "Fönstret har stängt. Arbetsgivaren väntar inte längre.",
            "The window has closed. The employer no longer waits."),
    NO_MANDATE(
            Kind.FORBIDDEN,
            "Handläggaren har inte mandat att besluta om lönestöd.",
            "The caseworker has no mandate to decide on subsidies."),
    SECOND_PERSON_NEEDED(
            Kind.CONFLICT,
            "En annan person ska godkänna: den som föreslog får inte.",
            "Another person has to approve: whoever proposed may not."),
    NOT_AS_PROPOSED(
            Kind.CONFLICT,
            "Godkännandet stämmer inte med förslaget. Avslå, eller godkänn det som föreslogs.",
            "The approval differs from the proposal. Refuse, or approve what was proposed."),
    PERIOD_ENDS_BEFORE_IT_BEGINS(
            Kind.INVALID, "Perioden slutar innan den börjar.", "The period ends before it begins.");

    private final Wording wording;

    SubsidyRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
