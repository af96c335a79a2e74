package se.samplan.casework;

/** A class of documents in the municipalities' retention schedules; each has data keys of its own. */
public enum DocumentClass {
    /** Running notes and explanations. */
    CASE_NOTES,
    PLANS,
    /** Consents and their evidence. */
    CONSENTS,
    CLEARANCES,
    SUBSIDIES
}
