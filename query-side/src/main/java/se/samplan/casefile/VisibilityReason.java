package se.samplan.casefile;

/** Why something of a case is shown to a reader. */
public enum VisibilityReason {
    /** It is the reader's lane's own fact. */
    OWN,
    /** The reader is an addressee by nature, such as the recipient of a referral. */
    TOLD,
    /** A legal ground in force lifts the secrecy. */
    GROUND,
    /** The reader's organisation runs it. */
    RUN_BY
}
