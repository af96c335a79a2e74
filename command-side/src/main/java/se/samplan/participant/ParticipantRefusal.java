package se.samplan.participant;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why something about a person in the register is refused. */
public enum ParticipantRefusal implements Reason {
    ALREADY_PROTECTED(Kind.CONFLICT),
    NOT_PROTECTED(Kind.CONFLICT),
    NO_PROTECTION_NAMED(Kind.INVALID),
    PROTECTION_NEEDS_SECOND_PERSON(Kind.CONFLICT),
    SECOND_PERSON_NEEDS_MANDATE(Kind.FORBIDDEN);

    private final Kind kind;

    ParticipantRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
