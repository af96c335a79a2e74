package se.samplan.clearance;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why something about a clearance is refused. */
public enum ClearanceRefusal implements Reason {
    UNKNOWN_CLEARANCE(Kind.NOT_FOUND),
    CLEARANCE_ALREADY_REQUESTED(Kind.CONFLICT),
    CLEARANCE_ANSWERED(Kind.CONFLICT),
    CLEARANCE_NOT_GIVEN(Kind.CONFLICT),
    UNTIL_IN_THE_PAST(Kind.INVALID);

    private final Kind kind;

    ClearanceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
