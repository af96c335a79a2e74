package se.samplan.participant;

/** Legal sex, as the identity number tells it; the national statistics count by it. */
public enum Sex {
    MAN,
    WOMAN
}
