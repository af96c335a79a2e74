package se.samplan.consent;

/** How the participant gave a consent. */
public enum ConsentForm {
    WRITTEN,
    E_SIGNED,
    ORAL_WITH_WITNESS
}
