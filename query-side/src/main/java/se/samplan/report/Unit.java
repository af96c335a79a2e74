package se.samplan.report;

/** The unit of a report's figures. */
public enum Unit {
    PERSONS,
    PERCENT
}
