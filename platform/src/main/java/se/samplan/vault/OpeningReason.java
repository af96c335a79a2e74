package se.samplan.vault;

/** Why somebody opens an identity number. */
public enum OpeningReason {
    /** To make sure that it is the right person. */
    IDENTITY_CHECK,
    /** To write to the person, or to another authority about the person. */
    CORRESPONDENCE,
    /** The participant asks what is stored (GDPR article 15). */
    REGISTER_EXTRACT
}
