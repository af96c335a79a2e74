package se.samplan.casework;

/** Whether, and how strongly, a person's data are protected against people who search for the person. */
public enum Protection {
    NONE,
    /** Sekretessmarkering. */
    SECRECY_MARKING,
    /** Skyddad folkbokföring. */
    PROTECTED_REGISTRATION
}
