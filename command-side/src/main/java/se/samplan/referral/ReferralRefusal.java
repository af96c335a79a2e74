package se.samplan.referral;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a referral, or an answer to one, is refused. */
public enum ReferralRefusal implements Reason {
    UNKNOWN_REFERRAL(Kind.NOT_FOUND),
    REFERRAL_NOT_OPEN(Kind.CONFLICT),
    ALREADY_REFERRED(Kind.CONFLICT),
    NOT_A_LABOUR_MARKET_UNIT(Kind.INVALID),
    SOURCE_DOES_NOT_FIT(Kind.INVALID),
    OTHER_SOURCE_NEEDED(Kind.INVALID),
    WITHOUT_WORK_IN_THE_FUTURE(Kind.INVALID);

    private final Kind kind;

    ReferralRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
