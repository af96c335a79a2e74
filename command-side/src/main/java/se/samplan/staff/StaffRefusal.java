package se.samplan.staff;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why something about an organisation or an appointment is refused. */
public enum StaffRefusal implements Reason {
    ALREADY_REGISTERED(Kind.CONFLICT),
    UNKNOWN_ORGANISATION(Kind.INVALID),
    ROLE_DOES_NOT_FIT(Kind.INVALID),
    NOT_YOUR_ORGANISATION(Kind.FORBIDDEN),
    NOT_YOUR_BRANCH(Kind.FORBIDDEN),
    MANDATE_FOR_YOURSELF(Kind.FORBIDDEN),
    UNKNOWN_STAFF_MEMBER(Kind.NOT_FOUND),
    APPOINTMENT_ENDED(Kind.CONFLICT),
    APPOINTMENT_CONFIRMED(Kind.CONFLICT),
    APPOINTMENT_NEEDS_SECOND_PERSON(Kind.CONFLICT),
    LAST_OPERATOR(Kind.CONFLICT),
    APPOINTMENT_ENDS_BEFORE_IT_BEGINS(Kind.INVALID);

    private final Kind kind;

    StaffRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
