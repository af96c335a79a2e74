package se.samplan.casework;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a case refuses a command, whatever the capability. */
public enum CaseRefusal implements Reason {
    STALE(Kind.STALE),
    BEFORE_BIRTH(Kind.INVALID),
    REASON_NEEDED_AFTER_DEATH(Kind.INVALID),
    NOT_YOURS(Kind.FORBIDDEN),
    NOT_IN_A_LANE(Kind.FORBIDDEN);

    private final Kind kind;

    CaseRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
