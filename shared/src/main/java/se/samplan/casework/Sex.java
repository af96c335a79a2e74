package se.samplan.casework;

/** Legal sex, as the identity number tells it; the national statistics count by it. */
public enum Sex {
    MAN,
    WOMAN
}
