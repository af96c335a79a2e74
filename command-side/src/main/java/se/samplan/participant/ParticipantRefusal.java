package se.samplan.participant;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why something about a person in the register is refused. */
public enum ParticipantRefusal implements Reason {
    ALREADY_PROTECTED(
            Kind.CONFLICT,
            "Personens uppgifter är redan skyddade på det sättet.",
            "The person's identity is protected in that way already."),
    NO_PROTECTION_NAMED(Kind.INVALID, "Ange vilket skydd som gäller.", "Say which protection it is.");

    private final Wording wording;

    ParticipantRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
