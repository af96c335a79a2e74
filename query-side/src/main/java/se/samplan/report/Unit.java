package se.samplan.report;

/** What a report's figures are in. */
public enum Unit {
    PERSONS,
    PERCENT
}
