package se.samplan.operation;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why an operation cannot be started or shown. */
public enum OperationRefusal implements Reason {
    UNKNOWN_OPERATION(Kind.NOT_FOUND),
    UNKNOWN_VIEW(Kind.INVALID),
    OPERATIONS_NOT_REACHABLE(Kind.UNAVAILABLE),
    ALREADY_RUNNING(Kind.CONFLICT);

    private final Kind kind;

    OperationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
