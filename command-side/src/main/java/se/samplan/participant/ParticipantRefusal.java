package se.samplan.participant;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why something about a person in the register is refused. */
public enum ParticipantRefusal implements Reason {
    ALREADY_PROTECTED(Kind.CONFLICT),
    NO_PROTECTION_NAMED(Kind.INVALID);

    private final Kind kind;

    ParticipantRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
