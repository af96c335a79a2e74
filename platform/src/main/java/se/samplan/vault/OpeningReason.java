package se.samplan.vault;

/** Why somebody has an identity number opened. */
public enum OpeningReason {
    /** To be sure that the right person is meant. */
    IDENTITY_CHECK,
    /** To write to the person, or to another authority about the person. */
    CORRESPONDENCE,
    /** The participant asks what is stored (GDPR article 15). */
    REGISTER_EXTRACT
}
