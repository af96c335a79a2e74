package se.samplan.casework;

/** Why an entry was an error. */
public enum ErrorReason {
    WRONG_PERSON,
    ENTERED_TWICE,
    DID_NOT_HAPPEN,
    WRONG_FACTS
}
