package se.samplan.casework;

/**
 * Marks an event that the clock alone brings about where no answer came in time. Whether one came may be hidden from a
 * reader who knows the entry, so a lapse is not counted in anybody's version of a case.
 */
public interface Lapse {}
