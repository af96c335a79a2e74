package se.samplan.subsidy;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why something about a wage subsidy is refused. */
public enum SubsidyRefusal implements Reason {
    UNKNOWN_SUBSIDY_REQUEST(Kind.NOT_FOUND),
    WINDOW_CLOSES_BEFORE_REQUEST(Kind.INVALID),
    SUBSIDY_DECIDED(Kind.CONFLICT),
    WINDOW_CLOSED(Kind.CONFLICT),
    NO_MANDATE(Kind.FORBIDDEN),
    SECOND_PERSON_NEEDED(Kind.CONFLICT),
    NOT_AS_PROPOSED(Kind.CONFLICT),
    PERIOD_ENDS_BEFORE_IT_BEGINS(Kind.INVALID);

    private final Kind kind;

    SubsidyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
