package se.samplan.referral;

/** What the referring party hopes for. */
public enum DesiredOutcome {
    EMPLOYMENT,
    STUDIES,
    REHABILITATION,
    MAPPING,
    OTHER
}
