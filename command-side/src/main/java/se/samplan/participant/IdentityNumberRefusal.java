package se.samplan.participant;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a text is not a valid identity number. */
public enum IdentityNumberRefusal implements Reason {
    IDENTITY_NUMBER_MALFORMED,
    IDENTITY_NUMBER_WITHOUT_CENTURY,
    IDENTITY_NUMBER_NO_SUCH_DATE,
    IDENTITY_NUMBER_CHECK_DIGIT,
    IDENTITY_NUMBER_IN_FUTURE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
