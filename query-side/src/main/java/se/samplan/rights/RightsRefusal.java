package se.samplan.rights;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why the access rows cannot be compared or repaired. */
public enum RightsRefusal implements Reason {
    TEMPORARY_TABLES_NOT_GRANTED(Kind.FAILED),
    EVENTS_NOT_READABLE(Kind.UNAVAILABLE),
    RIGHTS_IN_USE(Kind.UNAVAILABLE);

    private final Kind kind;

    RightsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
