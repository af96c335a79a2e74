package se.samplan.correction;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why an entry cannot be marked as entered in error. */
public enum CorrectionRefusal implements Reason {
    UNKNOWN_ENTRY(Kind.NOT_FOUND),
    ENTRIES_REST_ON_IT(Kind.CONFLICT);

    private final Kind kind;

    CorrectionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
