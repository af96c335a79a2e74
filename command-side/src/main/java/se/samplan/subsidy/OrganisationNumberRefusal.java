package se.samplan.subsidy;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a text is not an employer's organisation number. */
public enum OrganisationNumberRefusal implements Reason {
    ORGANISATION_NUMBER_MALFORMED,
    ORGANISATION_NUMBER_NO_SUCH_DATE,
    ORGANISATION_NUMBER_CHECK_DIGIT;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
