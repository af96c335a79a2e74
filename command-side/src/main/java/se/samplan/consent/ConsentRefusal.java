package se.samplan.consent;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a consent, or something that needs a ground, is refused. */
public enum ConsentRefusal implements Reason {
    UNKNOWN_CONSENT(Kind.NOT_FOUND, "Okänt samtycke.", "Unknown consent."),
    TOO_FEW_PARTIES(
            Kind.INVALID, "Ett samtycke gäller mellan minst två parter.", "A consent is between at least two parties."),
    NOT_A_PARTY(
            Kind.FORBIDDEN,
            "Bara en part kan registrera eller återkalla samtycket.",
            "Only a party can record or withdraw the consent."),
    NO_KINDS(Kind.INVALID, "Samtycket anger inga slags uppgifter.", "The consent names no kinds of information."),
    ENDS_BEFORE_IT_BEGINS(Kind.INVALID, "Samtycket slutar innan det börjar.", "The consent ends before it begins."),
    WITNESS_NEEDED(Kind.INVALID, "Ett muntligt samtycke behöver ett vittne.", "An oral consent needs a witness."),
    NOT_IN_FORCE(Kind.CONFLICT, "Samtycket gäller inte längre.", "The consent is no longer in force."),
    NO_GROUND(
            Kind.FORBIDDEN,
            "Ingen rättslig grund gäller för att lämna uppgiften. Registrera ett samtycke först.",
            "No legal ground in force lets this pass. Record a consent first.");

    private final Wording wording;

    ConsentRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
