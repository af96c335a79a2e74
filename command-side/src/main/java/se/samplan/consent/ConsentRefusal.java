package se.samplan.consent;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a consent, or something that needs a ground, is refused. */
public enum ConsentRefusal implements Reason {
    UNKNOWN_CONSENT(Kind.NOT_FOUND),
    TOO_FEW_PARTIES(Kind.INVALID),
    NOT_A_PARTY(Kind.FORBIDDEN),
    NO_KINDS(Kind.INVALID),
    ENDS_BEFORE_IT_BEGINS(Kind.INVALID),
    WITNESS_NEEDED(Kind.INVALID),
    CONSENT_IN_FORCE(Kind.CONFLICT),
    NOT_IN_FORCE(Kind.CONFLICT),
    NO_GROUND(Kind.FORBIDDEN);

    private final Kind kind;

    ConsentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
