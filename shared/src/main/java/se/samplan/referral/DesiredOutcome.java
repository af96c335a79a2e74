package se.samplan.referral;

/** What the one who refers hopes for. */
public enum DesiredOutcome {
    EMPLOYMENT,
    STUDIES,
    REHABILITATION,
    MAPPING,
    OTHER
}
