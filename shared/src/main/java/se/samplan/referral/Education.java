package se.samplan.referral;

/** The highest education, in the classes of the national statistics. */
public enum Education {
    INCOMPLETE_COMPULSORY,
    /** Unfinished upper secondary included. */
    COMPULSORY,
    /** With final grades. */
    UPPER_SECONDARY,
    /** Of any length. */
    POST_SECONDARY,
    /** Unknown or not validated. */
    NOT_VALIDATED
}
