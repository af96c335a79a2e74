package se.samplan.enrolment;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why an enrolment, or its end, is refused. */
public enum EnrolmentRefusal implements Reason {
    UNKNOWN_ENROLMENT(Kind.NOT_FOUND),
    ALREADY_ENROLLED(Kind.CONFLICT),
    REFERRAL_NOT_ACCEPTED(Kind.CONFLICT),
    ENROLMENT_ENDED(Kind.CONFLICT),
    ENTRIES_OPEN(Kind.CONFLICT),
    REASON_FOR_LEAVING_OPEN(Kind.INVALID);

    private final Kind kind;

    EnrolmentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
