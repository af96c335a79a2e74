package se.samplan.organisation;

/** What somebody may decide beyond the role. */
public enum Mandate {
    /** Decide on wage subsidies. */
    SUBSIDY_DECISION,
    /** See people with a protected identity. */
    PROTECTED_IDENTITIES
}
