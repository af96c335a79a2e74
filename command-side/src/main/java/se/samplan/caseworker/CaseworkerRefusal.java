package se.samplan.caseworker;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why an assignment is refused. */
public enum CaseworkerRefusal implements Reason {
    ALREADY_RESPONSIBLE(Kind.CONFLICT),
    NOBODY_RESPONSIBLE(Kind.CONFLICT),
    NOT_RESPONSIBLE(Kind.CONFLICT),
    UNKNOWN_ASSIGNMENT(Kind.NOT_FOUND),
    UNKNOWN_CASEWORKER(Kind.INVALID);

    private final Kind kind;

    CaseworkerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
