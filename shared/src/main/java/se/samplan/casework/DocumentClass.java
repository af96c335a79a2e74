package se.samplan.casework;

/** A kind of document that municipalities' rules of disposal tell apart; each has data keys of its own. */
public enum DocumentClass {
    /** Running notes and explanations. */
    CASE_NOTES,
    PLANS,
    /** Consents and what proves them. */
    CONSENTS,
    CLEARANCES,
    SUBSIDIES
}
