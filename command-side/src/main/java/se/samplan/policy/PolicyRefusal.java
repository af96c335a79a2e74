package se.samplan.policy;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a policy is refused. */
public enum PolicyRefusal implements Reason {
    UNKNOWN_VALUE(Kind.INVALID),
    VALUE_OUT_OF_RANGE(Kind.INVALID),
    POLICY_ENDS_BEFORE_IT_BEGINS(Kind.INVALID),
    NOT_YOUR_POLICY(Kind.FORBIDDEN);

    private final Kind kind;

    PolicyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
