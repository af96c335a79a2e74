package se.samplan.participant;

/** What kind of identity number a person is registered with. */
public enum NumberKind {
    PERSONAL_NUMBER,
    COORDINATION_NUMBER,
    INTERIM_NUMBER
}
