package se.samplan.command;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a command is refused for the time at which it took effect. */
public enum TimeRefusal implements Reason {
    IN_THE_FUTURE,
    BEFORE_ITS_CAUSE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
