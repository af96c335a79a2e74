package se.samplan.correction;

/** What becomes of entries that rest on one entered in error. */
enum Dependents {
    /** They are entered in error as well. */
    TAKE_ALONG,
    /** They stay, and rest on nothing any more. */
    LEAVE
}
