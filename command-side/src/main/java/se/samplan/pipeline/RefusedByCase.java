package se.samplan.pipeline;

import se.samplan.refusal.Rejected;
import se.samplan.store.Sql;

/** A refusal on its way out of the transaction that it undoes, with the row of the access log that it must not undo. */
final class RefusedByCase extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Rejected refusal;
    private final transient Sql accessLogRow;

    RefusedByCase(Rejected refusal, Sql accessLogRow) {
        super(refusal.reason().name(), null, false, false);
        this.refusal = refusal;
        this.accessLogRow = accessLogRow;
    }

    Rejected refusal() {
        return refusal;
    }

    Sql accessLogRow() {
        return accessLogRow;
    }
}
