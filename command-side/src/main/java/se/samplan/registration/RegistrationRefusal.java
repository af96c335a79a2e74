package se.samplan.registration;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a registration, or its end, is refused. */
public enum RegistrationRefusal implements Reason {
    UNKNOWN_REGISTRATION(Kind.NOT_FOUND),
    ALREADY_REGISTERED_THERE(Kind.CONFLICT),
    REGISTRATION_ENDED(Kind.CONFLICT),
    UNKNOWN_OFFICE(Kind.INVALID),
    PROVENANCE_NEEDED(Kind.INVALID);

    private final Kind kind;

    RegistrationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
