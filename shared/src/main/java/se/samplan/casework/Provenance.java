package se.samplan.casework;

/** How the lane that entered a fact came to know it. */
public enum Provenance {
    /** Entered by the party that it is a fact of. */
    OWN,
    /** Told by the other party; the disclosure says by whom, to whom and when. */
    DISCLOSED,
    /** Stated by the participant. */
    STATED
}
