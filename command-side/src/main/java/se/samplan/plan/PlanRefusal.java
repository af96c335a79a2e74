package se.samplan.plan;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why something about a plan, a goal or an activity is refused. */
public enum PlanRefusal implements Reason {
    UNKNOWN_PLAN(Kind.NOT_FOUND),
    UNKNOWN_GOAL(Kind.NOT_FOUND),
    UNKNOWN_ACTIVITY(Kind.NOT_FOUND),
    ALREADY_AGREED(Kind.CONFLICT),
    ALREADY_ACHIEVED(Kind.CONFLICT),
    ENDS_BEFORE_START(Kind.INVALID),
    CAPACITY_NEEDED(Kind.INVALID),
    NOT_THE_OWNER(Kind.INVALID),
    ALREADY_STARTED(Kind.CONFLICT),
    ACTIVITY_ENDED(Kind.CONFLICT),
    TOO_MANY_ACTIVITIES(Kind.CONFLICT),
    CLEARANCE_NEEDED(Kind.CONFLICT),
    REASON_NEEDED(Kind.INVALID);

    private final Kind kind;

    PlanRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
