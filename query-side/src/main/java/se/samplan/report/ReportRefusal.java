package se.samplan.report;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why there is no report. */
enum ReportRefusal implements Reason {
    UNKNOWN_REPORT(Kind.NOT_FOUND),
    UNKNOWN_MUNICIPALITY(Kind.NOT_FOUND),
    YEAR_NOT_BEGUN(Kind.INVALID),
    YEAR_OUT_OF_RANGE(Kind.INVALID);

    private final Kind kind;

    ReportRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
